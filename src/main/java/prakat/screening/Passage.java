package prakat.screening;

/**
 * A piece of text and where it stands: a paragraph, a page, or one cell of a table. Those of a document come in the order in
 * which people read it, the cells of a table row by row.
 */
public record Passage(Place place, String text) {}
