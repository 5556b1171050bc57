package prakat.publication;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import prakat.organisation.office.Office;

/** Reads the list of what is on the website at an instant. */
@Repository
class PublicationList {

    private static final String WITH_CONTENT = "Publication p join p.revision r";
    private static final String TEASER = "new prakat.publication.Teaser(p.address, r.title, r.summary, r.category,"
            + " p.groupCode, p.firstPublishedAt, p.publishedAt)";

    private final EntityManager entities;
    private final ZoneId zone;

    PublicationList(EntityManager entities, Office office) {
        this.entities = entities;
        this.zone = office.zone();
    }

    /** A page of all of a selection, whether they hold its words or not. */
    List<Teaser> page(Selection selection, Instant now, int page, int size) {
        return PublicationQuery.of(selection, now, zone)
                .run(entities, TEASER, WITH_CONTENT, PublicationQuery.NEWEST_FIRST, Teaser.class)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
    }

    /** How many a selection has by category and group, whether they hold its words or not. */
    List<Counts.Line> counts(Selection selection, Instant now) {
        return PublicationQuery.of(selection, now, zone)
                .run(
                        entities,
                        "new prakat.publication.Counts$Line(p.category, p.groupCode, count(*))",
                        "Publication p",
                        " group by p.category, p.groupCode",
                        Counts.Line.class)
                .getResultList();
    }

    /** The hits as a list shows them, in their order; without what has left the website since they were found. */
    List<Teaser> teasers(List<Hit> hits, Instant now) {
        List<String> addresses = hits.stream().map(Hit::address).toList();
        Map<String, Teaser> teasers = PublicationQuery.of(Selection.ALL, now, zone)
                .and("p.address in :addresses", Map.of("addresses", addresses))
                .run(entities, TEASER, WITH_CONTENT, "", Teaser.class)
                .getResultStream()
                .collect(Collectors.toMap(Teaser::number, Function.identity()));
        return addresses.stream().map(teasers::get).filter(Objects::nonNull).toList();
    }
}
