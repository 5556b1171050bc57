package prakat.notification;

import java.time.Instant;
import java.util.Optional;
import prakat.input.Coded;
import prakat.organisation.Candidates;
import prakat.request.PublicationRequest;

/** Which tasks are open in the engine, and to whom they are offered: what mails about tasks need to know. */
public interface TaskLookup {

    /** What somebody may have to do about a request. */
    enum Step implements Coded {
        /** A director certifies a version. */
        CERTIFY,
        /** A web officer vets it. */
        VET,
        /** The requester revises it. */
        REVISE,
        /** A director certifies an extension. */
        CERTIFY_EXTENSION,
        /** A web officer vets it. */
        VET_EXTENSION,
        /** A web officer looks whether a publication is still current. */
        REVIEW;
    }

    /**
     * A task that somebody has to do.
     *
     * @param id by which Tasklist opens it
     * @param offeredTo who may take it, or has it
     * @param due by when; null where nobody said
     */
    record Task(String id, Candidates offeredTo, Instant due) {}

    /** The request's open task of that step; empty where it is done, or never came up. */
    Optional<Task> openTask(PublicationRequest request, Step step);
}
