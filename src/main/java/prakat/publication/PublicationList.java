package prakat.publication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.jpa.SpecHints;
import org.springframework.stereotype.Repository;
import prakat.organisation.office.Office;
import prakat.search.SearchGate;

/** Reads the list of what is on the website at an instant. */
@Repository
class PublicationList {

    private final EntityManager entities;
    private final ZoneId zone;

    PublicationList(EntityManager entities, Office office) {
        this.entities = entities;
        this.zone = office.zone();
    }

    /** The conditions of a selection, and the values in them. */
    private record Asked(String from, Map<String, Object> values) {}

    /** A page of the list. */
    List<Teaser> page(Selection selection, Instant now, int page, int size) {
        Asked asked = asked(selection, now);
        String nearness = "";
        if (selection.nearestFirst() && !selection.words().isEmpty()) {
            asked.values().put("phrase", selection.words().phrasePattern());
            nearness = nearness(selection.words().words().size()) + " desc, ";
        }
        return query(
                        "select new prakat.publication.Teaser(p.address, r.title, r.summary, r.category, p.groupCode,"
                                + " p.firstPublishedAt, p.publishedAt)" + asked.from() + " order by " + nearness
                                + "p.publishedAt desc, p.number desc",
                        asked,
                        Teaser.class)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
    }

    /** How many there are by category and group, whatever category and group were asked for. */
    List<Counts.Line> counts(Selection selection, Instant now) {
        Selection all = new Selection("", "", selection.from(), selection.until(), selection.words(), false);
        Asked asked = asked(all, now);
        return query(
                        "select new prakat.publication.Counts$Line(r.category, p.groupCode, count(*))" + asked.from()
                                + " group by r.category, p.groupCode",
                        asked,
                        Counts.Line.class)
                .getResultList();
    }

    /** How many of the words the heading names; all of them one after the other count double. */
    private static String nearness(int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> "case when s.heading like :word" + i + " escape '!' then 1 else 0 end")
                .collect(Collectors.joining(
                        " + ", "(", " + case when s.heading like :phrase escape '!' then " + words + " else 0 end)"));
    }

    private Asked asked(Selection selection, Instant now) {
        StringBuilder from = new StringBuilder(" from Publication p join p.revision r");
        Map<String, Object> values = new LinkedHashMap<>(Map.of("now", now));
        List<String> patterns = selection.words().patterns();
        if (!patterns.isEmpty()) {
            from.append(" join SearchText s on s.revisionId = r.id");
        }
        from.append(" where ").append(PublicationRepository.VISIBLE);
        if (!selection.category().isEmpty()) {
            from.append(" and r.category = :category");
            values.put("category", selection.category());
        }
        if (!selection.group().isEmpty()) {
            from.append(" and p.groupCode = :group");
            values.put("group", selection.group());
        }
        if (selection.from() != null) {
            from.append(" and p.publishedAt >= :first");
            values.put("first", selection.from().atStartOfDay(zone).toInstant());
        }
        if (selection.until() != null) {
            from.append(" and p.publishedAt < :after");
            values.put("after", selection.until().plusDays(1).atStartOfDay(zone).toInstant());
        }
        for (int i = 0; i < patterns.size(); i++) {
            from.append(" and s.content like :word").append(i).append(" escape '!'");
            values.put("word" + i, patterns.get(i));
        }
        return new Asked(from.toString(), values);
    }

    private <T> TypedQuery<T> query(String text, Asked asked, Class<T> result) {
        TypedQuery<T> query = entities.createQuery(text, result)
                .setHint(SpecHints.HINT_SPEC_QUERY_TIMEOUT, SearchGate.LONGEST)
                .setHint(HibernateHints.HINT_READ_ONLY, true);
        asked.values().forEach(query::setParameter);
        return query;
    }
}
