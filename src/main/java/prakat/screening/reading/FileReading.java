package prakat.screening.reading;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;
import prakat.screening.reader.Answer;
import prakat.screening.reader.Job;
import prakat.screening.reader.TextReading;

/**
 * Reads files, in processes of their own, so that no file can hurt the program: one that reads endlessly, fills the memory or
 * ends its process is reported as unreadable, with what was read before. Few are read at a time, in the order in which they came.
 */
@Component
public class FileReading {

    private static final Logger log = LoggerFactory.getLogger(FileReading.class);

    private static final int MOST_ATTEMPTS = 3;
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** In bytes. */
    private static final long LARGEST_AT_ONCE = 1_000_000;

    private final ReadingSettings settings;
    private final String tesseract;
    private final Semaphore turns;
    private final ConcurrentLinkedDeque<ReaderProcess> idle = new ConcurrentLinkedDeque<>();
    private final Set<ReaderProcess> running = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopped;

    /** Looks for Tesseract; processes are started where there is something to read. */
    FileReading(ReadingSettings settings) {
        this.settings = settings;
        turns = new Semaphore(settings.processes(), true);
        tesseract = Tesseract.find(settings.tesseract()).map(Path::toString).orElse("");
        if (tesseract.isEmpty()) {
            log.warn("Scans and pictures are not read: Tesseract with Thai and English is not installed"
                    + " (Debian: tesseract-ocr, tesseract-ocr-tha)");
        }
    }

    /**
     * Reads a file; waits for its turn, and then for as long as the settings say.
     *
     * @param file may be removed once this returns
     * @param name by which it was sent in
     * @param mediaType what it was found to be when it came in, without a charset
     * @return what was read, in places of no file yet, see {@link Place#ofFile}
     */
    public Reading read(Path file, String name, String mediaType) {
        List<Passage> passages = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        if (isMisnamed(name, mediaType)) {
            findings.add(finding(FindingKind.MISNAMED));
        }
        if (!awaitTurn()) {
            findings.add(finding(FindingKind.NOT_SCREENED));
            return new Reading(passages, findings, false);
        }
        try {
            boolean isWhole =
                    read(new Job(file.toAbsolutePath().toString(), name, tesseract, settings.limits()), answer -> {
                        if (answer.passage() != null) {
                            passages.add(answer.passage());
                        }
                        if (answer.finding() != null && !findings.contains(answer.finding())) {
                            findings.add(answer.finding());
                        }
                    });
            return new Reading(passages, findings, isWhole);
        } catch (IOException e) {
            log.warn("A file was not read to its end: {}", e.getMessage());
            findings.add(finding(FindingKind.UNREADABLE));
            return new Reading(passages, findings, false);
        } finally {
            turns.release();
        }
    }

    /**
     * Reads a file that needs no process of its own: a text that is not large, in milliseconds.
     *
     * @return empty for all others
     */
    public Optional<Reading> readAtOnce(Path file, String mediaType) {
        try {
            if (!mediaType.startsWith("text/") || Files.size(file) > LARGEST_AT_ONCE) {
                return Optional.empty();
            }
            List<Answer> answers = TextReading.read(file, mediaType, settings.limits());
            return Optional.of(new Reading(
                    answers.stream()
                            .map(Answer::passage)
                            .filter(Objects::nonNull)
                            .toList(),
                    answers.stream()
                            .map(Answer::finding)
                            .filter(Objects::nonNull)
                            .toList(),
                    answers.stream().map(Answer::isWhole).anyMatch(Boolean.TRUE::equals)));
        } catch (IOException e) {
            log.warn("A text was not read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Ends all processes; what is being read is not read to its end. */
    @PreDestroy
    void stop() {
        isStopped = true;
        running.forEach(this::end);
    }

    private boolean awaitTurn() {
        if (turns.getQueueLength() >= settings.waiting()) {
            return turns.tryAcquire();
        }
        try {
            turns.acquire();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean read(Job job, Consumer<Answer> each) throws IOException {
        for (int attempt = 1; ; attempt++) {
            ReaderProcess reader = idle.poll();
            if (reader == null) {
                reader = start();
            }
            try {
                boolean isWhole = reader.read(job, each);
                if (reader.files() < settings.filesPerProcess() && !isStopped) {
                    idle.push(reader);
                } else {
                    end(reader);
                }
                return isWhole;
            } catch (IOException e) {
                boolean wasIdleForLong = reader.hasEndedInOrder();
                end(reader);
                if (!wasIdleForLong || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private ReaderProcess start() throws IOException {
        ReaderProcess reader = ReaderProcess.start(settings);
        running.add(reader);
        if (isStopped) {
            end(reader);
        }
        return reader;
    }

    private void end(ReaderProcess reader) {
        running.remove(reader);
        reader.end();
    }

    /** Whether the words in scans and pictures can be read on this machine. */
    public boolean canReadPictures() {
        return !tesseract.isEmpty();
    }

    /** Whether the name's ending belongs to another kind; an unknown one, or none, belongs to the kind of just any bytes. */
    public static boolean isMisnamed(String name, String mediaType) {
        MediaType is = MediaType.parse(mediaType);
        MediaType named = named(name);
        return !named.equals(is)
                && !TYPES.getMediaTypeRegistry().isSpecializationOf(named, is)
                && !TYPES.getMediaTypeRegistry().isSpecializationOf(is, named);
    }

    private static MediaType named(String name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return TYPES.detect(null, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding finding(FindingKind kind) {
        return new Finding(kind, Place.inFile(), null, 1, 1);
    }
}
