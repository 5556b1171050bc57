package prakat.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import prakat.organisation.Person;
import prakat.request.content.Submission;
import prakat.request.content.Upload;
import prakat.request.record.Decision;
import prakat.request.record.ReviewDecision;
import prakat.request.record.TaskKind;

/**
 * The procedure as it is run. A decision goes to the open task and comes back from there to {@link Steps}, the one
 * place where it enters the domain: every door that completes a task goes the same way.
 */
public interface PublicationProcess {

    /**
     * Starts the procedure for a submission, under that id.
     *
     * @param replaced the request that it is to replace on the website; empty for all but a newer version
     */
    void start(
            String requestId, Optional<String> replaced, Person requester, Submission submission, List<Upload> uploads);

    /**
     * Waits until the present version of a request was looked at for what must not be published, where this node is at it.
     *
     * @param most after which it goes on all the same
     */
    void awaitScreening(String requestId, Duration most);

    /** Completes a director's or web officer's task; if that is due, it is on the website or its end has moved then. */
    void decide(TaskKind task, PublicationRequest request, Person actor, Decision decision);

    /** Completes the revision with a new version. */
    void revise(PublicationRequest request, Person actor, Submission submission, List<Upload> uploads);

    /** Ends the procedure, for a request that was cancelled. */
    void cancel(PublicationRequest request, Person actor);

    /** Has an extension certified and vetted, beside the stay on the website. */
    void extend(PublicationRequest request, Person actor);

    /** Completes the review whether it is still current; where it withdraws, the whole procedure has ended. */
    void review(PublicationRequest request, Person actor, ReviewDecision decision);

    /** Ends the stay on the website, for a publication that was withdrawn. */
    void withdraw(PublicationRequest request, Person actor);

    /** Ends the stay on the website, for a publication that a newer version has replaced. */
    void replace(PublicationRequest request);

    /**
     * Has its open steps follow to its new owner.
     *
     * @param former the account that was its owner
     */
    void reassign(PublicationRequest request, String former);

    /** The names of the variables that the procedure itself sets, and keeps in the engine. */
    Set<String> keptVariables();
}
