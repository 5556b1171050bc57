package prakat.publication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.jpa.SpecHints;
import prakat.search.SearchGate;

/**
 * A query for publications {@code p}.
 *
 * @param conditions from {@code where} on
 * @param values of the conditions, by their names
 */
record PublicationQuery(String conditions, Map<String, Object> values) {

    static final String NEWEST_FIRST = " order by p.publishedAt desc, p.number desc";

    /** Those of a selection that are on the website at an instant, whether they hold its words or not. */
    static PublicationQuery of(Selection selection, Instant now, ZoneId zone) {
        PublicationQuery query =
                new PublicationQuery("", Map.of()).and(PublicationRepository.VISIBLE, Map.of("now", now));
        if (!selection.category().isEmpty()) {
            query = query.and("p.category = :category", Map.of("category", selection.category()));
        }
        if (!selection.group().isEmpty()) {
            query = query.and("p.groupCode = :group", Map.of("group", selection.group()));
        }
        if (selection.from() != null) {
            query = query.and(
                    "p.publishedAt >= :first",
                    Map.of("first", selection.from().atStartOfDay(zone).toInstant()));
        }
        if (selection.until() != null) {
            query = query.and(
                    "p.publishedAt < :after",
                    Map.of(
                            "after",
                            selection.until().plusDays(1).atStartOfDay(zone).toInstant()));
        }
        return query;
    }

    PublicationQuery and(String condition, Map<String, ?> itsValues) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(itsValues);
        return new PublicationQuery(conditions + (conditions.isEmpty() ? " where " : " and ") + condition, all);
    }

    /** @param from with an alias for each entity that the conditions name */
    <T> TypedQuery<T> run(EntityManager entities, String select, String from, String order, Class<T> result) {
        TypedQuery<T> query = entities.createQuery("select " + select + " from " + from + conditions + order, result)
                .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, SearchGate.LONGEST)
                .setHint(HibernateHints.HINT_READ_ONLY, true);
        values.forEach(query::setParameter);
        return query;
    }
}
