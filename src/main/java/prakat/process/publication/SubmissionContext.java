package prakat.process.publication;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import prakat.request.content.Submission;
import prakat.request.content.Upload;

/**
 * A submission of {@code /api} or of the desk while the engine takes it to {@link Procedure}: on the same thread, in the same
 * transaction. As a process variable, the engine would write its files to its own tables.
 *
 * @param submission what was said
 * @param uploads the files with it
 * @param replaced the request that it is to replace on the website; empty for all but a newer version
 */
record SubmissionContext(Submission submission, List<Upload> uploads, Optional<String> replaced) {

    private static final ThreadLocal<SubmissionContext> CURRENT = new ThreadLocal<>();

    SubmissionContext(Submission submission, List<Upload> uploads) {
        this(submission, uploads, Optional.empty());
    }

    /** Calls the engine; until it returns, this is the current submission. */
    <T> T call(Supplier<T> engine) {
        CURRENT.set(this);
        try {
            return engine.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** The current submission; empty where the engine was called from outside. */
    static Optional<SubmissionContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}
