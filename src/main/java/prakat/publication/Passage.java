package prakat.publication;

/**
 * Where a publication holds the words that were searched for, other than in its title and summary.
 *
 * @param number by which readers find the publication
 * @param text the body's words, or an attachment's name
 * @param isFileName whether it is an attachment's name
 */
public record Passage(String number, String text, boolean isFileName) {}
