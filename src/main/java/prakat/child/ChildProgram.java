package prakat.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.unit.DataSize;

/**
 * A program of others that runs, in a directory of its own and within limits: it gets nothing of the environment, gives way to
 * people, and takes no input. It is ended with all that it started, and its directory removed, by {@link #close}, and by the
 * system where this program is gone, however that came.
 */
public final class ChildProgram implements AutoCloseable {

    private static final Duration TO_DIE = Duration.ofSeconds(5);

    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "LC_ALL");

    /**
     * One shell waits for the program's end and closes its output then. Another one waits for the end of their input, which this
     * program closes, or the system where this program is gone, and ends whatever the program started; then the first one removes
     * the directory. Shells count memory in kilobytes and files in 512 bytes.
     */
    private static final String WATCHED =
            """
            ulimit -c 0; ulimit -v %s; ulimit -f %s; ulimit -t %s
            exec 3<&0
            setsid nice -n 10 "$@" </dev/null >/dev/null 2>&1 3<&- &
            child=$!
            { read -r end; kill -s KILL -- -$child; } <&3 >/dev/null 2>&1 &
            wait $child
            exec >&-
            read -r end <&3
            cd /
            rm -rf -- "$0"
            """;

    private static final Executor WAITING = waiting -> {
        Thread thread = new Thread(waiting, "child-program");
        thread.setDaemon(true);
        thread.start();
    };

    private final Process process;

    private ChildProgram(Process process) {
        this.process = process;
    }

    /**
     * How far it may go.
     *
     * @param memory addresses of each of its processes, which are more than it uses
     * @param largestFile that it may write
     * @param processor time that each of its processes may compute, in whole seconds
     */
    public record Limits(DataSize memory, DataSize largestFile, Duration processor) {}

    /**
     * Starts one.
     *
     * @param directory where it runs; removed in the end
     * @throws IOException where the machine has no room for one more
     */
    public static ChildProgram start(List<String> program, Limits limits, Path directory) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                WATCHED.formatted(
                        limits.memory().toBytes() / 1024,
                        limits.largestFile().toBytes() / 512,
                        limits.processor().toSeconds()),
                directory.toString()));
        command.addAll(program);
        ProcessBuilder child = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        child.environment().keySet().retainAll(ENVIRONMENT);
        // With more, threads would reserve addresses that nothing uses.
        child.environment().putAll(Map.of("HOME", directory.toString(), "MALLOC_ARENA_MAX", "2"));
        return new ChildProgram(child.start());
    }

    /** Waits for its end; false where it takes longer. */
    public boolean endsWithin(Duration most) throws InterruptedException {
        try {
            CompletableFuture.supplyAsync(this::awaitEnd, WAITING).get(most.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private int awaitEnd() {
        try {
            return process.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends what is still running of it, and removes its directory.
     *
     * @throws IOException where it does not end
     */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("A program does not end: " + process.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether programs can be run like this on this machine. */
    public static boolean isPossible() {
        return InstalledPrograms.find(null, "setsid", program -> true).isPresent();
    }
}
