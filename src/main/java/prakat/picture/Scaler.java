package prakat.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.imageio.ImageIO;
import org.springframework.util.FileSystemUtils;

/**
 * The main class of the process that decodes pictures. It takes a {@link Job} at a time from its input, and says on its output
 * that it is done, or why not. It ends with the program that started it, whose end closes its input, whatever it is doing.
 */
public final class Scaler {

    private Scaler() {}

    /**
     * A picture to be made smaller.
     *
     * @param orientation as Exif counts it
     */
    record Job(Path file, int orientation, List<Scaling.Target> targets) {

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(file.toString());
            out.writeInt(orientation);
            out.writeInt(targets.size());
            for (Scaling.Target target : targets) {
                out.writeInt(target.width());
                out.writeInt(target.height());
                out.writeUTF(target.file().toString());
            }
            out.flush();
        }

        static Job read(DataInputStream in) throws IOException {
            Path file = Path.of(in.readUTF());
            int orientation = in.readInt();
            List<Scaling.Target> targets = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                targets.add(new Scaling.Target(in.readInt(), in.readInt(), Path.of(in.readUTF())));
            }
            return new Job(file, orientation, targets);
        }
    }

    /** Makes pictures smaller until its input ends. */
    public static void main(String[] arguments) throws IOException {
        DataOutputStream answers = new DataOutputStream(System.out);
        // What a library prints is no answer.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        BlockingQueue<Job> jobs = new ArrayBlockingQueue<>(1);
        Thread working = new Thread(() -> work(jobs, answers), "scaling");
        working.setDaemon(true);
        working.start();
        try (DataInputStream incoming = new DataInputStream(System.in)) {
            while (true) {
                jobs.put(Job.read(incoming));
            }
        } catch (EOFException e) {
            // The program has no more of them, or is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(0);
        }
    }

    private static void work(BlockingQueue<Job> jobs, DataOutputStream answers) {
        try {
            while (true) {
                answers.writeUTF(failure(jobs.take()));
                answers.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Nobody listens any more.
        } finally {
            end(1);
        }
    }

    private static synchronized void end(int status) {
        try {
            FileSystemUtils.deleteRecursively(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    /** Nothing where there is none. */
    private static String failure(Job job) {
        try {
            Scaling.scale(job.file(), job.orientation(), job.targets());
            return "";
        } catch (IOException | RuntimeException e) {
            // Decoders fail on what is damaged in ways of their own.
            return e.toString();
        }
    }
}
