package prakat.organisation.office;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.core.io.DefaultResourceLoader;
import prakat.input.SetupException;

/** The office's logo, of the one kind that browsers, search engines and those who preview links all show. */
final class Logo {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Logo() {}

    /** The PNG at that place: {@code file:} from the directory in which the program was started, or {@code classpath:}. */
    static byte[] read(String place) {
        byte[] picture;
        try {
            picture = new DefaultResourceLoader().getResource(place).getContentAsByteArray();
        } catch (IOException e) {
            // Without its cause: what stops the start is told by the innermost one, which does not say whose file it
            // is.
            throw new SetupException("organisation.yaml: the logo '" + place + "' cannot be read: " + e.getMessage());
        }
        if (picture.length < PNG.length || !Arrays.equals(PNG, 0, PNG.length, picture, 0, PNG.length)) {
            throw new SetupException("organisation.yaml: the logo '" + place + "' is not a PNG picture");
        }
        return picture;
    }
}
