package prakat.web;

import java.util.Optional;
import prakat.input.DatabaseFailure;
import prakat.input.Refusal;
import prakat.request.content.FullDisk;

/** Tells failures that come from a database that is away or a disk that is full from those of the program. */
public final class Outage {

    private static final String OUTCOME_UNKNOWN = "outcome-unknown";

    private Outage() {}

    /** What callers are told of such a failure; empty where it is another. */
    public static Optional<Refusal> refusal(Throwable failure) {
        if (FullDisk.isBehind(failure)) {
            return Optional.of(Refusal.full("disk-full"));
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
