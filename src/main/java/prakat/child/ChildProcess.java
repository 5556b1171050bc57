package prakat.child;

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
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** A child that runs: it is told what to do on its input, and answers on its output. */
public final class ChildProcess {

    private static final Duration TO_DIE = Duration.ofSeconds(5);

    private final Process process;
    private final Path directory;
    private final DataOutputStream jobs;
    private final DataInputStream answers;

    private ChildProcess(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
        jobs = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** What is said and answered. */
    public interface Talk<T> {

        /** Says all of it, and reads the whole answer; the streams stay open. */
        T with(DataOutputStream jobs, DataInputStream answers) throws IOException;
    }

    /**
     * Starts one, with a directory of its own for temporary files.
     *
     * @param main what it runs; it ends where its input does
     * @param memory of its heap
     * @throws IOException where the machine has no room for one more
     */
    public static ChildProcess start(Class<?> main, DataSize memory, String... arguments) throws IOException {
        Path directory = Files.createTempDirectory("prakat-child");
        try {
            return new ChildProcess(
                    ChildCommand.of(main, memory, directory, arguments).start(), directory);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(directory);
            throw e;
        }
    }

    /**
     * Talks with it. Where that takes longer than it may, it is ended.
     *
     * @throws IOException where it has ended, or was ended, before it said all
     */
    public <T> T within(Duration most, Talk<T> talk) throws IOException {
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                this::end, CompletableFuture.delayedExecutor(most.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return talk.with(jobs, answers);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Whether it has ended by itself, having had nothing to do. */
    public boolean hasEndedInOrder() {
        try {
            return process.waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it, and what it started, and removes its files. */
    public synchronized void end() {
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
