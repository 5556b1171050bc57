package prakat.process.publication;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import prakat.request.content.Submission;
import prakat.request.content.Upload;

/**
 * A submission on its way from the domain through the engine back to {@link Procedure}, on one thread and in one
 * transaction: as a variable, the engine would write its files to its own tables.
 *
 * @param submission what was said
 * @param uploads the files with it
 * @param replaced the request that it is to replace on the website; empty for all but a newer version
 */
record Carried(Submission submission, List<Upload> uploads, Optional<String> replaced) {

    private static final ThreadLocal<Carried> ON_THIS_THREAD = new ThreadLocal<>();

    Carried(Submission submission, List<Upload> uploads) {
        this(submission, uploads, Optional.empty());
    }

    /** Calls the engine with this submission at hand. */
    <T> T through(Supplier<T> engine) {
        ON_THIS_THREAD.set(this);
        try {
            return engine.get();
        } finally {
            ON_THIS_THREAD.remove();
        }
    }

    /** What is carried on this thread; empty where the engine was called from outside. */
    static Optional<Carried> here() {
        return Optional.ofNullable(ON_THIS_THREAD.get());
    }
}
