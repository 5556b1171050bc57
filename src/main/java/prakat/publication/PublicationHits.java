package prakat.publication;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;
import prakat.organisation.office.Office;

/** Reads which publications of a selection hold its words. */
@Repository
class PublicationHits {

    private static final String PUBLICATIONS = "Publication p";
    private static final String WITH_TEXT = PUBLICATIONS + " join SearchText s on s.revisionId = p.revision.id";

    private final EntityManager entities;
    private final ZoneId zone;

    PublicationHits(EntityManager entities, Office office) {
        this.entities = entities;
        this.zone = office.zone();
    }

    Optional<Instant> nthBefore(Selection selection, Instant now, Instant before, int n) {
        return before(selection, now, before)
                .run(entities, "p.publishedAt", PUBLICATIONS, " order by p.publishedAt desc", Instant.class)
                .setFirstResult(n - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<Hit> holdingTheWords(Selection selection, Instant now, Instant from, Instant before) {
        PublicationQuery step = before(selection, now, before);
        if (from != null) {
            step = step.and("p.publishedAt >= :from", Map.of("from", from));
        }
        List<String> words = selection.words().words();
        String each = IntStream.range(0, words.size())
                .mapToObj(i -> "locate(:word" + i + ", s.content) > 0")
                .collect(Collectors.joining(" and "));
        return hits(step.and(each, values(words)));
    }

    List<Hit> ofVersions(Selection selection, Instant now, List<Long> revisionIds) {
        return revisionIds.isEmpty()
                ? List.of()
                : hits(PublicationQuery.of(selection, now, zone)
                        .and("p.revision.id in :versions", Map.of("versions", revisionIds)));
    }

    private PublicationQuery before(Selection selection, Instant now, Instant before) {
        PublicationQuery all = PublicationQuery.of(selection, now, zone);
        return before == null ? all : all.and("p.publishedAt < :before", Map.of("before", before));
    }

    private List<Hit> hits(PublicationQuery query) {
        return query.run(
                        entities,
                        "new prakat.publication.Hit(p.address, p.category, p.groupCode, s.heading)",
                        WITH_TEXT,
                        PublicationQuery.NEWEST_FIRST,
                        Hit.class)
                .getResultList();
    }

    private static Map<String, String> values(List<String> words) {
        return IntStream.range(0, words.size()).boxed().collect(Collectors.toMap(i -> "word" + i, words::get));
    }
}
