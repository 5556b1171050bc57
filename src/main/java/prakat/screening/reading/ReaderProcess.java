package prakat.screening.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** What is added to a reader's time, of which it knows: it rather ends a file by itself. */
    private static final double GRACE = 0.2;

    private static final Duration TO_START = Duration.ofSeconds(2);
    private static final Duration TO_DIE = Duration.ofSeconds(5);

    private final Process process;
    private final Path directory;
    private final DataOutputStream jobs;
    private final DataInputStream answers;
    private int files;

    private ReaderProcess(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
        jobs = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
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
        long most = (long) (job.limits().milliseconds() * (1 + GRACE)) + TO_START.toMillis();
        CompletableFuture<Void> alarm =
                CompletableFuture.runAsync(this::end, CompletableFuture.delayedExecutor(most, TimeUnit.MILLISECONDS));
        try {
            job.write(jobs);
            jobs.flush();
            long characters = 0;
            for (int said = 0;
                    said <= 2 * job.limits().passages()
                            && characters <= job.limits().characters();
                    said++) {
                Answer answer = Answer.read(answers);
                if (answer.isWhole() != null) {
                    return answer.isWhole();
                }
                characters +=
                        answer.passage() == null ? 0 : answer.passage().text().length();
                each.accept(answer);
            }
            throw new IOException("The reader said more than it may");
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
    synchronized void end() {
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
