package prakat.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import prakat.search.Documents;

/** What a search on the website looks through: the publications of a selection that are there at an instant. */
record SearchedPublications(PublicationHits hits, Selection selection, Instant now) implements Documents<Hit> {

    @Override
    public Optional<Instant> nthBefore(Instant before, int n) {
        return hits.nthBefore(selection, now, before, n);
    }

    @Override
    public List<Hit> holdingTheWords(Instant from, Instant before) {
        return hits.holdingTheWords(selection, now, from, before);
    }

    @Override
    public List<Hit> ofVersions(List<Long> revisionIds) {
        return hits.ofVersions(selection, now, revisionIds);
    }
}
