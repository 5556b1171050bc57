package prakat.organisation.office;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;
import prakat.input.SetupException;

/**
 * The colours of the office's pages, each as {@code #rrggbb} and dark enough for white text on it and for itself on white.
 *
 * @param accent links, buttons and what is chosen
 * @param banner behind the office's name; the accent where the office names none
 */
public record Colours(@DefaultValue(Colours.OURS) String accent, String banner) {

    /** The colour of an office that has none of its own. */
    static final String OURS = "#1b4b82";

    /** What WCAG 2.2 asks of text, success criterion 1.4.3. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final Pattern HEXADECIMAL = Pattern.compile("#[0-9a-fA-F]{6}");

    /** Checks the colours on start: pages that many people cannot read are none. */
    public Colours {
        banner = banner == null ? accent : banner;
        check("accent", accent);
        check("banner", banner);
    }

    private static void check(String name, String colour) {
        if (!HEXADECIMAL.matcher(colour).matches()) {
            throw new SetupException(
                    "organisation.yaml: colours." + name + " '" + colour + "' is not written as \"" + OURS + "\"");
        }
        double contrast = contrastToWhite(colour);
        if (contrast < LEAST_CONTRAST) {
            throw new SetupException(String.format(
                    Locale.ROOT,
                    "organisation.yaml: colours.%s '%s' has a contrast of %.2f to white, which many people cannot read;"
                            + " choose a darker one that has %.1f or more",
                    name,
                    colour,
                    // Rounded down, so that nobody reads of 4.50 that is not enough.
                    Math.floor(contrast * 100) / 100,
                    LEAST_CONTRAST));
        }
    }

    /** From 1, white itself, to 21, black; as WCAG 2.2 defines the contrast ratio. */
    static double contrastToWhite(String colour) {
        return 1.05 / (0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5) + 0.05);
    }

    private static double light(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
