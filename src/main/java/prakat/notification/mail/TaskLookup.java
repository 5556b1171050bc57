package prakat.notification.mail;

import java.time.Instant;
import java.util.Optional;
import prakat.organisation.Candidates;
import prakat.request.PublicationRequest;
import prakat.request.record.TaskKind;

/** Which tasks are open in the engine, and to whom they are offered: what mails about tasks need to know. */
public interface TaskLookup {

    /**
     * A task that somebody has to do.
     *
     * @param id by which Tasklist opens it
     * @param offeredTo who may take it, or has it
     * @param due by when; null where nobody said
     */
    record Task(String id, Candidates offeredTo, Instant due) {}

    /** The request's open task of that step; empty where it is done, or never came up. */
    Optional<Task> openTask(PublicationRequest request, TaskKind step);
}
