package prakat.screening.reading;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;
import prakat.screening.reader.Answer;
import prakat.screening.reader.Job;
import prakat.screening.reader.Reader;

/**
 * A {@link Reader} that runs. It reads a file after the other; where it does not answer in time, or makes no sense, it is
 * ended with all that it started.
 *
 * <p>Tika has processes of its own for this, its pipes and its server. They give one text for a file where we need places, keep
 * nothing of what was read before a process was lost, do not end what their processes started, such as Tesseract, and are
 * started from a class path, which our jar is not.
 */
final class ReaderProcess {

    private static final JsonMapper JSON = Answer.json();

    /** Within which a reader that knows its own time has ended by itself. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Duration TO_DIE = Duration.ofSeconds(5);

    private final Process process;
    private final Path directory;
    private MappingIterator<Answer> answers;
    private int files;

    private ReaderProcess(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /**
     * Starts one.
     *
     * @throws IOException where the machine has no room for one more
     */
    static ReaderProcess start(ReadingSettings settings) throws IOException {
        Path directory = Files.createTempDirectory("prakat-reader");
        try {
            return new ReaderProcess(ReaderCommand.of(settings, directory).start(), directory);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(directory);
            throw e;
        }
    }

    /** Whether it can take a file. It may end by itself at any moment, where it was idle for long. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** How many files it was given. */
    int files() {
        return files;
    }

    /**
     * Reads a file.
     *
     * @param each takes each answer as it comes, the last excepted
     * @return whether the whole file was read
     * @throws IOException where the reader has ended, or was ended, before it came to the end of the file
     */
    boolean read(Job job, Consumer<Answer> each) throws IOException {
        files++;
        Duration most = Duration.ofMillis(job.limits().milliseconds()).plus(GRACE);
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                this::end, CompletableFuture.delayedExecutor(most.toMillis(), TimeUnit.MILLISECONDS));
        try {
            OutputStream in = process.getOutputStream();
            in.write((JSON.writeValueAsString(job) + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            if (answers == null) {
                answers = JSON.readerFor(Answer.class).readValues(process.getInputStream());
            }
            while (answers.hasNextValue()) {
                Answer answer = answers.nextValue();
                if (answer.end() != null) {
                    return answer.end();
                }
                each.accept(answer);
            }
            throw new IOException("The reader has ended");
        } finally {
            alarm.cancel(false);
        }
    }

    /** Whether it has ended by itself, having had nothing to do. */
    boolean hasEndedInOrder() {
        try {
            return process.waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it, and what it started, and removes its files. */
    void end() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS);
            FileSystemUtils.deleteRecursively(directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
