package prakat.screening;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Looks for what must not be published. */
@Component
public class Screener {

    private static final Pattern PROVISIONAL = Pattern.compile("\\b\\d{13}\\b");

    /**
     * A version of a submission.
     *
     * @param passages its fields
     * @param files what is attached
     * @param links addresses elsewhere
     */
    public record Version(List<Passage> passages, List<File> files, List<String> links) {

        /** A file that is attached, by its number. */
        public record File(int n, String name, String mediaType) {}
    }

    /** By what is looked for, and how: what was found under other rules has to be looked for again. At most 16 letters. */
    public String rules() {
        return "1";
    }

    /** What is found in the fields of a version and the names of its files. */
    public List<Finding> version(Version version, LocalDate today) {
        List<Finding> found = new ArrayList<>();
        for (Passage passage : version.passages()) {
            if (PROVISIONAL.matcher(passage.text()).find()) {
                found.add(new Finding(FindingKind.NATIONAL_ID, passage.place(), "x", 1, 1));
            }
        }
        return found;
    }

    /** What is found in a file; may take a minute. */
    public List<Finding> file(Path file, String mediaType) {
        return List.of();
    }
}
