package prakat.child;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * What a {@link ChildProcess} does: it takes a job at a time from its input, and answers on its output. It ends with the program
 * that started it, whose end closes its input, whatever it is doing, and by itself where it has had nothing to do for a while;
 * what it started and its temporary files go with it.
 *
 * @param <J> a job
 */
public final class ChildWork<J> {

    private static final int IN_ORDER = 0;
    private static final int FAILED = 1;

    private final BlockingQueue<J> jobs = new ArrayBlockingQueue<>(1);
    private final DataOutputStream answers;
    private final Worker<J> worker;

    private ChildWork(DataOutputStream answers, Worker<J> worker) {
        this.answers = answers;
        this.worker = worker;
    }

    /** Reads the next job. */
    public interface Incoming<J> {

        /** Reads all of it, and no more. */
        J read(DataInputStream in) throws IOException;
    }

    /** Does a job. */
    public interface Worker<J> {

        /** Does it, and answers; what it throws ends the process. */
        void work(J job, DataOutputStream answers) throws IOException;
    }

    /**
     * Works until the input ends. The process ends with it.
     *
     * @param patience for how long it waits for the next job
     */
    public static <J> void run(Incoming<J> incoming, Worker<J> worker, Duration patience)
            throws IOException, InterruptedException {
        ChildWork<J> work = new ChildWork<>(new DataOutputStream(new BufferedOutputStream(System.out)), worker);
        // What a library prints is no answer.
        System.setOut(System.err);
        Thread working = new Thread(() -> work.work(patience), "working");
        working.setDaemon(true);
        working.start();
        try (DataInputStream in = new DataInputStream(System.in)) {
            while (true) {
                work.jobs.put(incoming.read(in));
            }
        } finally {
            end(IN_ORDER);
        }
    }

    private void work(Duration patience) {
        try {
            for (J job = next(patience); job != null; job = next(patience)) {
                worker.work(job, answers);
                answers.flush();
            }
            end(IN_ORDER);
        } catch (IOException e) {
            // Nobody listens any more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(FAILED);
        }
    }

    private J next(Duration patience) throws InterruptedException {
        return jobs.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static synchronized void end(int status) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            FileSystemUtils.deleteRecursively(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }
}
