package prakat.web.desk.content;

import prakat.request.record.Answer;

/**
 * Something that the screening found, as pages show it.
 *
 * @param action code of what follows from it
 * @param kind what it is and how many, in words
 * @param place where it is, in words; empty where it is about the whole
 * @param href where it can be looked at; null where it stands on the page itself
 * @param excerpt masked; null where there is none
 * @param needsReason whether who lets it pass has to say why
 * @param answer what was said to it last; null while nothing was
 */
public record FindingLine(
        String id,
        String action,
        String kind,
        String place,
        String href,
        String excerpt,
        boolean needsReason,
        Answer answer) {

    /** Whether who lets the version go on has to answer it. */
    public boolean isWarning() {
        return action.equals("warn");
    }

    boolean isUnanswered() {
        return answer == null && (isWarning() || action.equals("block"));
    }
}
