package prakat.web.site.article;

import prakat.input.Texts;

/** A request's number as people type and paste it. */
public final class TypedNumber {

    private TypedNumber() {}

    /** With Arabic digits and plain hyphens, and without blanks or what a sentence puts behind it; "" for null. */
    public static String of(String typed) {
        return Texts.arabicDigits(Texts.plain(typed))
                .replaceAll("[\\s\\p{Z}\\p{Cf}]", "")
                .replaceAll("\\p{Pd}", "-")
                .replaceAll("[.,;:!?)\\]>\"'”’]{1,8}$", "");
    }
}
