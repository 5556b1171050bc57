package prakat.request.content;

import prakat.input.Texts;

/**
 * What is said of a picture among the attachments; nothing is said of other files. Nothing in it is null.
 *
 * @param alternativeText what it shows, for whoever cannot see it, on one line; "" where nobody has said
 * @param caption what stands below it, on one line; "" for nothing
 * @param cover whether it was chosen to stand for the whole where there is room for one picture
 */
public record Description(String alternativeText, String caption, boolean cover) {

    /** Nothing is said of it. */
    public static final Description NONE = new Description("", "", false);

    /** In characters, as people count them. */
    public static final int LONGEST_ALTERNATIVE_TEXT = 250;

    /** The same. */
    public static final int LONGEST_CAPTION = 300;

    /** Texts as people say them: they may be null, and have more than one line. */
    public static Description said(String alternativeText, String caption, boolean cover) {
        return new Description(Texts.line(alternativeText), Texts.line(caption), cover);
    }

    /** Whether nothing is said. */
    public boolean isNone() {
        return equals(NONE);
    }

    Description withoutCover() {
        return new Description(alternativeText, caption, false);
    }
}
