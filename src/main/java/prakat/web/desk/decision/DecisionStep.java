package prakat.web.desk.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import prakat.request.record.Criterion;
import prakat.request.record.Outcome;

/** A task of the models that somebody does on a page with the content of a request. */
enum DecisionStep {
    /** A director certifies the content. */
    CERTIFY("certify", Criterion.AT_CERTIFICATION, Outcome.CERTIFIED, Outcome.RETURNED),
    /** A web officer vets it. */
    VET("vet", Criterion.AT_VETTING, Outcome.PERMITTED, Outcome.REFUSED),
    /** A director certifies that it stays on the website for longer. */
    CERTIFY_EXTENSION("certifyExtension", Criterion.AT_CERTIFICATION, Outcome.CERTIFIED, Outcome.RETURNED),
    /** A web officer vets that. */
    VET_EXTENSION("vetExtension", Criterion.AT_VETTING, Outcome.PERMITTED, Outcome.REFUSED),
    /** A web officer reviews whether it is still current; its outcomes are its own. */
    REVIEW("reviewCurrency", List.of(), Outcome.CONFIRMED, Outcome.UPDATE_REQUESTED),
    /** The requester revises it, on the page for that; see {@code web.desk.draft}. */
    REVISE("revise", List.of(), Outcome.RESUBMITTED, Outcome.CANCELLED);

    private final String element;
    private final List<Criterion> criteria;
    private final Outcome yes;
    private final Outcome no;

    DecisionStep(String element, List<Criterion> criteria, Outcome yes, Outcome no) {
        this.element = element;
        this.criteria = criteria;
        this.yes = yes;
        this.no = no;
    }

    /** The step of that id; empty where there is none, and for null. */
    static Optional<DecisionStep> of(String element) {
        return Arrays.stream(values())
                .filter(step -> step.element.equals(element))
                .findFirst();
    }

    /** Its id in the models. */
    public String element() {
        return element;
    }

    /** What has to be checked, in the procedure's order; empty where there is no checklist. */
    public List<Criterion> criteria() {
        return criteria;
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
