package prakat.request.screening;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import prakat.request.content.Revision;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.MaskedName;
import prakat.screening.Place;
import prakat.screening.care.Wording;

/** Finds that a version says nearly the same as something that is published. */
@Component
class NearCopies {

    /** Of versions that were compared; of a series many are no longer on the website. */
    private static final int MOST = 200;

    private final WebsiteTexts website;
    private final JdbcClient jdbc;

    NearCopies(WebsiteTexts website, JdbcClient jdbc) {
        this.website = website;
        this.jdbc = jdbc;
    }

    private record Near(WebsiteTexts.Text other, double likeness) {}

    /** For what came on the website before there were any, or by a node of an earlier release. */
    @Bean
    static RecurringTask<Void> fingerprinting(NearCopies copies) {
        return Tasks.recurring("fingerprints", FixedDelay.ofHours(1)).execute((task, context) -> copies.fill());
    }

    /** The nearest one, if any is near enough; its number and title are the excerpt. */
    Optional<Finding> find(Revision version) {
        Wording wording = wording(version);
        List<Long> sharing = sharing(wording);
        return sharing.isEmpty() ? Optional.empty() : nearest(version.requestId(), wording, sharing);
    }

    /**
     * The versions that share most, those with more first. By the fingerprints alone: where anything of the website is asked
     * for with them, a database that was planned for when it was empty begins with all that is there.
     */
    private List<Long> sharing(Wording wording) {
        return jdbc.sql("select revision_id from fingerprint where print in (:prints)"
                        + " group by revision_id order by count(*) desc, revision_id desc limit :most")
                .param("prints", wording.fingerprints())
                .param("most", MOST)
                .query(Long.class)
                .list();
    }

    private Optional<Finding> nearest(String requestId, Wording wording, List<Long> sharing) {
        return website.firstOf(sharing, requestId).stream()
                .map(other -> new Near(other, wording.likeness(Wording.of(other.title(), other.text()))))
                .filter(near -> near.likeness() > 0)
                .max(Comparator.comparingDouble(Near::likeness))
                .map(nearest -> new Finding(
                        FindingKind.NEAR_COPY,
                        Place.field(wording.hasText() ? "body" : "title"),
                        nearest.other().number() + " "
                                + MaskedName.of(nearest.other().title()),
                        1,
                        Math.round(nearest.likeness() * 100) / 100.0));
    }

    /** Has what comes after it be compared with it. */
    void keep(Revision version) {
        jdbc.sql("insert into fingerprint (print, revision_id)"
                        + " select p.print, :version from unnest(cast(:prints as bigint array)) p (print)"
                        + " on conflict do nothing")
                .param("version", version.id())
                .param(
                        "prints",
                        new SqlArrayValue(
                                "bigint", wording(version).fingerprints().toArray()))
                .update();
    }

    private void fill() {
        for (List<Revision> some = website.withoutFingerprints();
                !some.isEmpty();
                some = website.withoutFingerprints()) {
            some.forEach(this::keep);
        }
    }

    private static Wording wording(Revision version) {
        return Wording.of(version.title(), version.words());
    }
}
