package prakat.screening.reader;

import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;
import prakat.child.ChildWork;
import prakat.screening.Place;

/** The main class of the process that reads files: it takes a {@link Job} at a time, and says what it reads, see {@link Answer}. */
public final class Reader {

    private Reader() {}

    /**
     * Reads files until its input ends.
     *
     * @param arguments for how long it waits for the next file, as ISO 8601 has it
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ChildWork.run(Job::read, Reader::read, Duration.parse(arguments[0]));
    }

    private static void read(Job job, DataOutputStream answers) {
        Output output = Output.to(answers, job.limits());
        File own = new File(System.getProperty("java.io.tmpdir"), "file");
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
}
