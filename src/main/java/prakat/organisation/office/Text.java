package prakat.organisation.office;

import java.util.Locale;

/**
 * A name in the office's two languages.
 *
 * @param th in Thai, never null
 * @param en in English, never null
 */
public record Text(String th, String en) {

    /** The name for a reader of that language: English for English, Thai for everybody else. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : th;
    }
}
