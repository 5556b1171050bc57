package prakat.web;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import prakat.input.DatabaseFailure;
import prakat.input.FullDisk;
import prakat.input.Refusal;

/** Tells failures that come from a database that is away or a disk that is full from those of the program. */
public final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private static final String OUTCOME_UNKNOWN = "outcome-unknown";

    private Outage() {}

    /** What callers are told of such a failure; empty where it is another. */
    public static Optional<Refusal> refusal(Throwable failure) {
        if (FullDisk.isBehind(failure)) {
            log.warn(
                    "The disk is full, or cannot be written to: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
            return Optional.of(DatabaseFailure.isStorageUnknown(failure) ? unknown() : Refusal.full("disk-full"));
        }
        return DatabaseFailure.isOutage(failure)
                ? Optional.of(DatabaseFailure.isStorageUnknown(failure) ? unknown() : Refusal.busy("database-away"))
                : Optional.empty();
    }

    /** What callers are told where the outage came too late to say whether anything was stored. */
    public static Refusal unknown() {
        return Refusal.busy(OUTCOME_UNKNOWN);
    }

    /** Code of what callers are told of a failure of the program: whether anything was stored, as far as that is known. */
    public static String codeOf(Throwable failure) {
        return DatabaseFailure.isStorageUnknown(failure) ? OUTCOME_UNKNOWN : "failed";
    }
}
