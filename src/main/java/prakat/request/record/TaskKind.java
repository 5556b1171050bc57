package prakat.request.record;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import prakat.input.Coded;
import prakat.input.Refusal;

/** A task that somebody has to do with a request: a user task of the models. */
public enum TaskKind implements Coded {
    /** A director certifies a version. */
    CERTIFY("certify", Event.CERTIFICATION, Criterion.AT_CERTIFICATION, Outcome.CERTIFIED, Outcome.RETURNED),
    /** A web officer vets it. */
    VET("vet", Event.VETTING, Criterion.AT_VETTING, Outcome.PERMITTED, Outcome.REFUSED),
    /** The requester revises it. */
    REVISE("revise", Event.REVISED, List.of(), Outcome.RESUBMITTED, Outcome.CANCELLED),
    /** A director certifies an extension. */
    CERTIFY_EXTENSION(
            "certifyExtension",
            Event.EXTENSION_CERTIFICATION,
            Criterion.AT_CERTIFICATION,
            Outcome.CERTIFIED,
            Outcome.RETURNED),
    /** A web officer vets an extension. */
    VET_EXTENSION("vetExtension", Event.EXTENSION_VETTING, Criterion.AT_VETTING, Outcome.PERMITTED, Outcome.REFUSED),
    /** A web officer reviews whether a publication is still current. */
    REVIEW("reviewCurrency", Event.REVIEWED, List.of(), Outcome.CONFIRMED, Outcome.UPDATE_REQUESTED);

    /** The tasks on a version of the content. */
    public static final Set<TaskKind> ON_VERSION = EnumSet.of(CERTIFY, VET, REVISE);

    /** The tasks on an extension. */
    public static final Set<TaskKind> ON_EXTENSION = EnumSet.of(CERTIFY_EXTENSION, VET_EXTENSION);

    /** The tasks in which a director certifies. */
    public static final Set<TaskKind> CERTIFICATIONS = EnumSet.of(CERTIFY, CERTIFY_EXTENSION);

    private final String element;
    private final Event event;
    private final List<Criterion> criteria;
    private final Outcome yes;
    private final Outcome no;

    TaskKind(String element, Event event, List<Criterion> criteria, Outcome yes, Outcome no) {
        this.element = element;
        this.event = event;
        this.criteria = criteria;
        this.yes = yes;
        this.no = no;
    }

    /** The task of that id in the models; empty if there is none, and for null. */
    public static Optional<TaskKind> of(String element) {
        return Arrays.stream(values())
                .filter(task -> task.element.equals(element))
                .findFirst();
    }

    /** Its id in the models. */
    public String element() {
        return element;
    }

    /** What its decision is called on the record. */
    public Event event() {
        return event;
    }

    /** What has to be checked, in the procedure's order; empty where there is no checklist. */
    public List<Criterion> criteria() {
        return criteria;
    }

    /** The refusal of any other outcome. */
    public Refusal noSuchOutcome() {
        return Refusal.invalid("outcome", "outcome", yes.code(), no.code());
    }

    /** The outcome with which the request goes on. */
    public Outcome yes() {
        return yes;
    }

    /** The outcome with which it does not. */
    public Outcome no() {
        return no;
    }
}
