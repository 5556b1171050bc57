package prakat.request.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.request.PublicationRequest;
import prakat.request.Status;

/** The requests on which something is still to happen, as the record says it. */
@Service
@Transactional(readOnly = true)
public class OpenRequests {

    /** How much later than its end a takedown is recorded where all is well: what the engine needs to look and to act. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final RequestLookup requests;
    private final Clock clock;

    OpenRequests(RequestLookup requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Where a request stands.
     *
     * @param screened whether its present version was looked at for what must not be published
     * @param publishFrom the first instant on the website
     * @param publishUntil the instant from which it is gone
     * @param processInstanceId of the instance that runs the procedure for it
     */
    public record Standing(
            String id,
            Status status,
            boolean screened,
            Instant publishFrom,
            Instant publishUntil,
            String processInstanceId) {

        /** Where that request stands. */
        public static Standing of(PublicationRequest request) {
            return new Standing(
                    request.id(),
                    request.status(),
                    request.isScreened(),
                    request.publishFrom(),
                    request.publishUntil(),
                    request.processInstanceId());
        }

        /** Id of the model's element at which the procedure waits for it; empty once it has ended. */
        public Optional<String> element() {
            return status.element(screened);
        }

        /** Whether something is still to happen on it. */
        public boolean isOpen() {
            return !status.isEnded();
        }
    }

    /**
     * A request on its way to the website.
     *
     * @param group code
     * @param items that its present version is to disclose, see {@link prakat.request.content.DisclosureItems}
     */
    public record Disclosing(String id, String number, String group, Status status, List<String> items) {}

    /** Those on their way to the website that are to disclose something there, the first one first. */
    public List<Disclosing> disclosing() {
        return requests.disclosing(Status.UNTIL_PUBLISHED);
    }

    /**
     * The next of them that stand there, in the order of their ids.
     *
     * @param status one of those that are not ended
     * @param after id of the last one that was read; empty for the first page
     * @param most how many at most; fewer are there only at the end
     */
    public List<Standing> page(Status status, String after, int most) {
        return requests.standings(status, after, Limit.of(most));
    }

    /**
     * Requests that wait for a decision, a page in the order of their ids.
     *
     * @param certifying the groups of which those are wanted that wait for a director
     * @param vetting whether those are wanted that wait for a web officer
     * @param after id of the last one of the page before; empty for the first page
     */
    public List<PublicationRequest> toDecide(Set<String> certifying, boolean vetting, String after, int most) {
        return requests.toDecide(certifying, vetting, after, Limit.of(most));
    }

    /**
     * How many takedowns are overdue: their period ended half a minute ago or earlier, so that nobody sees them any more,
     * and the record does not say so yet. Normally none.
     */
    public long overdueTakedowns() {
        return requests.countByStatusAndPublishUntilBefore(
                Status.PUBLISHED, clock.instant().minus(USUAL));
    }

    /** How many are permitted and wait for their start. */
    public long scheduled() {
        return requests.countByStatus(Status.SCHEDULED);
    }
}
