package prakat.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import prakat.child.ChildWork;

/** The main class of the process that decodes pictures: it takes a {@link Job} at a time, and says that it is done, or why not. */
public final class Scaler {

    /** For the next picture; the program, which knows when none will come, ends it earlier. */
    private static final Duration PATIENCE = Duration.ofHours(1);

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
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ImageIO.setUseCache(false);
        ChildWork.run(Job::read, (job, answers) -> answers.writeUTF(failure(job)), PATIENCE);
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
