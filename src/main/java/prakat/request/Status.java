package prakat.request;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prakat.input.Coded;
import prakat.request.record.TaskKind;

/** Where a request stands. */
public enum Status implements Coded {
    /** With the group's directors. */
    AWAITING_CERTIFICATION(TaskKind.CERTIFY.element()),
    /** With the web officers. */
    AWAITING_VETTING(TaskKind.VET.element()),
    /** Back with the requester, with the reason. */
    RETURNED(TaskKind.REVISE.element()),
    /** Permitted; its start has not come yet. */
    SCHEDULED("publicationStarts"),
    /** On the website, as far as its period goes. */
    PUBLISHED("onWebsite"),
    /** Its period ended, seen by readers or missed, or a newer version took its place. */
    TAKEN_DOWN(null),
    /** Taken off earlier, by a person. */
    WITHDRAWN(null),
    /** Given up by the requester before it was published. */
    CANCELLED(null);

    /** Id of the model's element at which the procedure waits until a version was looked at. */
    public static final String SCREEN = "screen";

    /** As long as it is on its way to the website. */
    public static final Set<Status> UNTIL_PUBLISHED =
            Set.of(AWAITING_CERTIFICATION, AWAITING_VETTING, RETURNED, SCHEDULED);

    /** As long as something is still to happen. */
    public static final Set<Status> NOT_ENDED =
            Set.of(AWAITING_CERTIFICATION, AWAITING_VETTING, RETURNED, SCHEDULED, PUBLISHED);

    private final String element;

    Status(String element) {
        this.element = element;
    }

    /** Id of the model's element at which the procedure waits meanwhile, once it was screened; empty once it has ended. */
    public Optional<String> element() {
        return Optional.ofNullable(element);
    }

    /** The same, for a request whose present version may not have been screened yet. */
    public Optional<String> element(boolean screened) {
        return this == AWAITING_CERTIFICATION && !screened ? Optional.of(SCREEN) : element();
    }

    /** Ids of all those elements. */
    public static Set<String> elements() {
        return Stream.concat(Stream.of(SCREEN), Arrays.stream(values()).flatMap(status -> status.element().stream()))
                .collect(Collectors.toSet());
    }

    /** Whether nothing happens to it any more. */
    public boolean isEnded() {
        return !NOT_ENDED.contains(this);
    }
}
