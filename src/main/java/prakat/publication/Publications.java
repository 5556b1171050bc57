package prakat.publication;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The publications of requests, for those who work with the requests. */
@Service
@Transactional(readOnly = true)
public class Publications {

    private final PublicationRepository publications;

    Publications(PublicationRepository publications) {
        this.publications = publications;
    }

    /**
     * Ids of requests of which the website shows something else than they allow, or not until the end that they name, in
     * their order.
     *
     * @param after the last one that was read; empty for the first page
     * @param most how many at most
     */
    public List<String> differing(String after, int most) {
        return publications.differing(after, most);
    }

    /** Whether a request is one of those. */
    public boolean differs(String requestId) {
        return publications.differs(requestId);
    }

    /** The publications of requests, by request. */
    public Map<String, Publication> ofRequests(List<String> requestIds) {
        return requestIds.isEmpty()
                ? Map.of()
                : publications.findByRequestIdIn(requestIds).stream()
                        .collect(Collectors.toMap(Publication::requestId, publication -> publication));
    }
}
