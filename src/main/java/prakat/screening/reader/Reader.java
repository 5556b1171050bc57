package prakat.screening.reader;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import prakat.screening.Place;

/**
 * The reader's main class. It takes a {@link Job} at a time from its input, and says what it reads on its output, see {@link Answer}. It ends with the program that started it, whose end closes its input, and by itself where it has had
 * nothing to do for a while; what it started and its temporary files go with it.
 */
public final class Reader {

    private static final int IN_ORDER = 0;
    private static final int FAILED = 1;

    private final BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(1);
    private final OutputStream answers;

    private Reader(OutputStream answers) {
        this.answers = answers;
    }

    /**
     * Reads files until its input ends.
     *
     * @param arguments for how long it waits for the next file, as ISO 8601 has it
     */
    public static void main(String[] arguments) throws IOException {
        Reader reader = new Reader(new BufferedOutputStream(System.out));
        // What a library prints is no answer.
        System.setOut(System.err);
        Thread working = new Thread(() -> reader.work(Duration.parse(arguments[0])), "reading");
        working.setDaemon(true);
        working.start();
        try (DataInputStream incoming = new DataInputStream(System.in)) {
            while (true) {
                reader.jobs.put(Job.read(incoming));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(IN_ORDER);
        }
    }

    private void work(Duration patience) {
        try {
            for (Job job = next(patience); job != null; job = next(patience)) {
                read(job);
            }
            end(IN_ORDER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(FAILED);
        }
    }

    private Job next(Duration patience) throws InterruptedException {
        return jobs.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void read(Job job) {
        Output output = Output.to(answers, job.limits());
        File own = temporary().resolve("file").toFile();
        own.mkdir();
        try {
            new AnyFile(new TextRecognition(job.recognition(), own.toPath()), own.toPath())
                    .read(Path.of(job.file()), job.name(), output);
        } catch (Output.LimitReached e) {
            output.unreadable(Place.inFile());
        } finally {
            FileSystemUtils.deleteRecursively(own);
        }
        output.end();
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static synchronized void end(int status) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            FileSystemUtils.deleteRecursively(temporary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }
}
