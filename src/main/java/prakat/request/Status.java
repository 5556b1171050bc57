package prakat.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a request stands. */
public enum Status {
    /** With the group's directors. */
    AWAITING_CERTIFICATION,
    /** With the web officers. */
    AWAITING_VETTING,
    /** Back with the requester, with the reason. */
    RETURNED,
    /** Permitted; its start has not come yet. */
    SCHEDULED,
    /** On the website, as far as its period goes. */
    PUBLISHED,
    /** Its period ended, or a newer version took its place. */
    TAKEN_DOWN,
    /** Taken off earlier, by a person. */
    WITHDRAWN,
    /** Given up by the requester before it was published. */
    CANCELLED;

    /** As long as it is on its way to the website. */
    static final Set<Status> UNTIL_PUBLISHED = Set.of(AWAITING_CERTIFICATION, AWAITING_VETTING, RETURNED, SCHEDULED);

    /** The name under which the API shows it, e.g. {@code awaiting-vetting}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status of that code, if there is one. */
    public static Optional<Status> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }
}
