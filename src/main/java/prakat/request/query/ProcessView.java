package prakat.request.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import prakat.input.Coded;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.record.TaskKind;

/**
 * How far the procedure has come with a request, read from the engine that runs it. It checks no rights: the caller has
 * made sure that the reader may see the request.
 */
public interface ProcessView {

    /**
     * Something that somebody has to do.
     *
     * @param id of the task in the engine, by which Tasklist opens it
     * @param requestId under which its instance runs; not checked, see {@link #isOf}
     * @param processInstanceId the instance that runs the whole procedure, where the step itself is in one that it called
     * @param element id of the step in the model
     * @param since when it came up
     * @param due by when it is to be done; null where nobody said
     * @param assignee the account that has claimed it; null where nobody has
     */
    record OpenTask(
            String id,
            String requestId,
            String processInstanceId,
            String element,
            Instant since,
            Instant due,
            String assignee) {

        /** Whether somebody else has claimed it. */
        public boolean isClaimedByOther(Person person) {
            return assignee != null && !assignee.equals(person.id());
        }

        /** Whether it is that request's: an instance that somebody started under its key is not. */
        public boolean isOf(PublicationRequest request) {
            return request.processInstanceId().equals(processInstanceId);
        }
    }

    /**
     * What waits for a person: what was offered to or taken by this person, but not what somebody else has taken.
     *
     * @param tasks the oldest first, up to as many as were asked for
     * @param total how many there are
     */
    record Waiting(List<OpenTask> tasks, long total) {}

    /** What waits for the person, as Tasklist would show it; at most that many tasks. */
    Waiting waitingFor(Person person, int most);

    /** The open tasks of this request that the person may do, also those that somebody else has claimed; the oldest first. */
    List<OpenTask> offeredTo(Person person, PublicationRequest request);

    /** The open task of that id; empty where there is none, or none any more. */
    Optional<OpenTask> openTask(String id);

    /** The request's open task of that kind; empty where it is done, or never came up. */
    Optional<OpenTask> openTask(PublicationRequest request, TaskKind kind);

    /** All open tasks of those requests. */
    List<OpenTask> openTasks(Collection<PublicationRequest> requests);

    /**
     * What is so late that the deputy directors were told, and still open: the one due first before the others, at most that
     * many tasks.
     */
    Waiting escalated(int most);

    /** The open tasks that were due before that instant: the one due first before the others, at most that many. */
    List<OpenTask> overdue(Instant at, int most);

    /** Where a step stands. */
    enum State implements Coded {
        /** Done. */
        PASSED,
        /** Taken away before it was done. */
        INTERRUPTED,
        /** Where the request is now. */
        ACTIVE,
        /** Still to come if nobody returns, cancels or withdraws it. */
        AHEAD;
    }

    /**
     * A step as it was taken; one that was taken twice stands there twice.
     *
     * @param element id in the model
     * @param name as the model says it, in Thai
     * @param at when it ended, or began where it is active; null where it is still ahead
     */
    record Step(String element, String name, State state, Instant at) {}

    /**
     * The way through the model.
     *
     * @param steps in the order in which they were taken, then those ahead
     * @param passed ids of the elements that were passed and are not active
     * @param interrupted ids of the tasks that were taken away undone, the last time that it came to them
     * @param active ids of the elements where it is now
     * @param flows ids of the sequence flows that were taken
     */
    record Passage(
            List<Step> steps, Set<String> passed, Set<String> interrupted, Set<String> active, Set<String> flows) {}

    /** The way that the request has gone; empty once the engine's own history is past its keeping. */
    Optional<Passage> passage(PublicationRequest request);

    /** The model as it was deployed when this request's procedure began, as BPMN XML; empty as above. */
    Optional<String> model(PublicationRequest request);
}
