package prakat.screening.virus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Place;

/** Looks for viruses by ClamAV's daemon, where an office has it. */
@Component
public class VirusScan {

    private static final Logger log = LoggerFactory.getLogger(VirusScan.class);

    private static final Duration LONGEST_TRY = Duration.ofSeconds(2);

    private static final String CLEAN = "stream: OK";
    private static final Pattern VIRUS = Pattern.compile("stream: (\\P{Cntrl}+) FOUND");

    /** What it says where it did not look, because of the limits that it was given. */
    private static final Pattern TOO_MUCH =
            Pattern.compile("INSTREAM size limit exceeded\\. ERROR|stream: Heuristics\\.Limits\\.Exceeded.* FOUND");

    /** Null where nobody looks for viruses. */
    private final Clamd clamd;

    private final Duration longest;
    private volatile boolean isAway;

    /** Says so where nobody answers; that is no reason not to start. */
    VirusScan(VirusScanSettings settings) {
        clamd = settings.clamd().isEmpty() ? null : new Clamd(settings.clamd());
        longest = settings.time();
        if (clamd != null) {
            isUp();
        }
    }

    /** Whether files are to be looked at for viruses. */
    public boolean isConfigured() {
        return clamd != null;
    }

    /** Whether files can be looked at now; only to be asked where they are to be. Takes up to two seconds. */
    public boolean isUp() {
        return scan(Channels.newChannel(new ByteArrayInputStream(new byte[1])), LONGEST_TRY)
                .isPresent();
    }

    /**
     * Looks for viruses in a file; waits for as long as the settings say.
     *
     * @return what was found: a virus, by its name, or that the file is more than can be looked at; nothing where there is none,
     *     and where nobody is to look. Empty where nobody can look at the moment: it is worth another try
     */
    public Optional<List<Finding>> scan(Path file) {
        if (!isConfigured()) {
            return Optional.of(List.of());
        }
        try (FileChannel content = FileChannel.open(file)) {
            return scan(content, longest);
        } catch (IOException e) {
            log.warn("A file could not be looked at for viruses", e);
            return Optional.empty();
        }
    }

    private Optional<List<Finding>> scan(ReadableByteChannel content, Duration most) {
        try {
            List<Finding> found = found(clamd.scan(content, most));
            if (isAway) {
                isAway = false;
                log.info("Files are looked at for viruses again, by {}", clamd);
            }
            return Optional.of(found);
        } catch (IOException e) {
            // Once, and not for each file that waits for it.
            if (!isAway) {
                isAway = true;
                log.warn("Nobody looks for viruses, and files wait: {}: {}", clamd, e.getMessage());
            }
            return Optional.empty();
        }
    }

    private List<Finding> found(String answer) throws IOException {
        if (answer.equals(CLEAN)) {
            return List.of();
        }
        if (TOO_MUCH.matcher(answer).matches()) {
            log.warn("A file is more than {} may look at: {}", clamd, answer);
            return List.of(new Finding(FindingKind.VIRUS_UNCHECKED, Place.inFile(), null, 1, 1));
        }
        Matcher virus = VIRUS.matcher(answer);
        if (!virus.matches()) {
            throw new IOException(answer.replaceAll("\\p{Cntrl}", " "));
        }
        return List.of(new Finding(FindingKind.VIRUS, Place.inFile(), virus.group(1), 1, 1));
    }
}
