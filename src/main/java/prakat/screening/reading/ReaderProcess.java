package prakat.screening.reading;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import prakat.child.ChildProcess;
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

    private final ChildProcess process;
    private int files;

    private ReaderProcess(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @throws IOException where the machine has no room for one more
     */
    static ReaderProcess start(ReadingSettings settings) throws IOException {
        return new ReaderProcess(ChildProcess.start(
                Reader.class, settings.memory(), settings.idle().toString()));
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
        return process.within(Duration.ofMillis(most), (jobs, answers) -> {
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
        });
    }

    /** Whether it has ended by itself, having had nothing to do. */
    boolean hasEndedInOrder() {
        return process.hasEndedInOrder();
    }

    /** Ends it, and what it started, and removes its files. */
    void end() {
        process.end();
    }
}
