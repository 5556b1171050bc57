package prakat.web.desk.printed;

import java.util.Locale;
import prakat.web.Languages;

/** The digits in which a form is printed. What people wrote, and codes that programs made, are printed as they are. */
enum Digits {
    /** As everywhere else. */
    ARABIC,
    /** As in the office's formal letters; in Thai only. */
    THAI;

    /** The digits that were asked for, in a language that has them. */
    static Digits of(String asked, Locale locale) {
        boolean thai = "thai".equals(asked) && Languages.THAI.getLanguage().equals(locale.getLanguage());
        return thai ? THAI : ARABIC;
    }

    /** Whether these are the Thai ones. */
    public boolean isThai() {
        return this == THAI;
    }

    /** The text with its digits turned into these. */
    public String of(Object text) {
        String plain = String.valueOf(text);
        return isThai()
                ? plain.codePoints()
                        .map(c -> c >= '0' && c <= '9' ? c - '0' + '๐' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : plain;
    }
}
