package prakat.web.desk.report;

import java.util.List;

/**
 * The report as an official memorandum (บันทึกข้อความ), in the words of one language.
 *
 * @param subject what it is about, with the period
 * @param head the memorandum's first lines, in their order
 * @param opening what leads to the sections
 * @param measures how publication is supervised
 * @param results what came of it; their numbers are in {@code figures}
 * @param figures what was counted
 * @param filledIn what its author writes in, problems and suggestions
 * @param closing what is asked for
 * @param signatures who signs, in their order
 * @param drawing the procedure's model, drawn
 * @param listed all requests that the figures count
 */
record ReportPaper(
        String subject,
        List<Line> head,
        String opening,
        Section measures,
        Section results,
        List<Table> figures,
        List<Blank> filledIn,
        String closing,
        List<Signature> signatures,
        Drawing drawing,
        Table listed) {

    /**
     * A line with a label.
     *
     * @param value "" to be written in by hand
     */
    record Line(String label, String value) {}

    /** @param steps one after the other; none where the words before them are all */
    record Section(String heading, String words, List<String> steps) {}

    /**
     * A table of words.
     *
     * @param rows of cells, each of one line or more
     */
    record Table(String title, List<String> headings, List<List<Cell>> rows) {}

    /** @param number whether it is one, and stands on the right */
    record Cell(List<String> lines, boolean number) {

        static Cell of(String... lines) {
            return new Cell(List.of(lines), false);
        }
    }

    /**
     * Something to be written in.
     *
     * @param name of its field
     * @param words what was written; "" where nothing was
     */
    record Blank(String name, String heading, String words) {}

    /** @param words for whoever cannot see it */
    record Drawing(String title, String words) {}

    /** @param opinion what comes before the name, such as what is permitted; "" for nothing */
    record Signature(String opinion, String role) {}
}
