package prakat.screening;

/**
 * Where something stands. What does not apply is null.
 *
 * @param field of the submission, as {@code POST /api/requests} calls it; null within a file
 * @param file number of the attachment, from 1; null within a field
 * @param page of a document, or slide, from 1
 * @param sheet its name
 * @param cell as spreadsheets call it, {@code C5}, or {@code C2:C43} for several
 * @param part which part of the file it is; null for what everybody sees
 * @param name of the embedded file, or of the metadata, that it stands in
 */
public record Place(String field, Integer file, Integer page, String sheet, String cell, Part part, String name) {

    /** The parts of a file that are easily overlooked. */
    public enum Part {
        /** A sheet, row, column, slide or text that is hidden. */
        HIDDEN,
        /** A remark at the margin. */
        COMMENT,
        /** Text that was deleted while changes were tracked. */
        DELETED,
        /** Head or foot of the pages. */
        HEADER,
        /** A speaker's notes, a footnote. */
        NOTES,
        /** Who made it, and what else it says of itself. */
        METADATA,
        /** Another file in it. */
        EMBEDDED,
        /** Text in a picture. */
        PICTURE
    }

    /** A field of the submission. */
    public static Place field(String field) {
        return new Place(field, null, null, null, null, null, null);
    }

    /** Somewhere in a file whose number is not known yet. */
    public static Place inFile() {
        return new Place(null, null, null, null, null, null, null);
    }

    /** The same place in the attachment of that number. */
    public Place ofFile(int number) {
        return new Place(field, number, page, sheet, cell, part, name);
    }

    /** The same, on that page. */
    public Place onPage(int number) {
        return new Place(field, file, number, sheet, cell, part, name);
    }

    /** The same, in that cell of a sheet; the sheet is null for a table in a text. */
    public Place inCell(String ofSheet, String reference) {
        return new Place(field, file, page, ofSheet, reference, part, name);
    }

    /** The same, without the numbers that may stand in the names of its sheet and of what it is in. */
    public Place masked() {
        return new Place(field, file, page, MaskedName.of(sheet), cell, part, MaskedName.of(name));
    }

    /** The same, in that part. */
    public Place inPart(Part which, String called) {
        return new Place(field, file, page, sheet, cell, which, called);
    }
}
