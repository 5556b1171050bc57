package prakat.web.desk.report;

import prakat.input.Texts;

/**
 * What the author of a report writes in.
 *
 * @param problems never null, as the other
 */
record FilledIn(String problems, String suggestions) {

    FilledIn {
        problems = Texts.plain(problems);
        suggestions = Texts.plain(suggestions);
    }
}
