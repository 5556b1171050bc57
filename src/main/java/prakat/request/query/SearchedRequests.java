package prakat.request.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.domain.Specification;
import prakat.request.PublicationRequest;
import prakat.search.Documents;
import prakat.search.SearchWords;

/** What a search at the desk looks through: the present versions of some requests, by the instant of their submission. */
record SearchedRequests(RequestHits hits, Specification<PublicationRequest> wanted, SearchWords words)
        implements Documents<RequestHit> {

    @Override
    public Optional<Instant> nthBefore(Instant before, int n) {
        return hits.nthBefore(wanted, before, n);
    }

    @Override
    public List<RequestHit> holdingTheWords(Instant from, Instant before) {
        return hits.holding(words, wanted, from, before);
    }

    @Override
    public List<RequestHit> ofVersions(List<Long> revisionIds) {
        return hits.ofVersions(wanted, revisionIds);
    }
}
