package prakat.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.FiscalPeriod;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.recent.RecentAnswers;
import prakat.request.content.PublicationPolicy;

/**
 * The figures of a fiscal year or quarter, read from the record: {@code statistics.of(FiscalPeriod.year(2570), null, reader)}.
 *
 * <p><b>Counts are of requests.</b> A request counts once for each {@link prakat.request.record.Milestone} of which its record
 * has an entry within the period, however often it passed it there: returned twice, it counts once as returned. What was passed
 * before the period or after it does not count, so that what is published in a year may have been submitted in the one before.
 * Revisions count for what is decided on them and are not submitted anew; a newer version of something is a request like any
 * other; extensions, reviews and cancellations do not count.
 *
 * <p><b>The day</b> is that of the entry, in the office's zone. <b>The group</b> is the request's. <b>The category</b> is that of
 * its present version, as in lists. A request counts in each <b>month</b> in which it passed the milestone, but once in the whole
 * period: what was returned in October and again in November is in both months. Groups and categories add up to the whole; months
 * do so for what happens to a request only once.
 *
 * <p><b>Returns by reason</b> count requests in the same way: those with an entry within the period that returned them for it.
 *
 * <p><b>Hours</b> are of versions. Each version that was certified, permitted or published within the period counts from the
 * instant at which it was proposed, submitted or revised, to that of the entry, in the group and category of its request and in
 * the month of that entry; median and percentile are those of all these times. So the time in which its owner revised it is in
 * none, and vetting includes certification. For published, versions that their owner wanted on the website only from a later
 * instant on than that at which they were proposed are left out.
 */
@Service
@Transactional(readOnly = true)
public class Statistics {

    private final FiguresQuery query;
    private final Office office;
    private final PublicationPolicy policy;
    private final Clock clock;

    private final RecentAnswers<Scope, Figures> recent = new RecentAnswers<>(this::count);

    Statistics(FiguresQuery query, Office office, PublicationPolicy policy, Clock clock) {
        this.query = query;
        this.office = office;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param group null for all */
    private record Scope(FiscalPeriod period, String group) {}

    /**
     * The groups of which the person sees figures, in the office's order: all for deputy directors, web officers and
     * administrators, their own for directors and those who act for them; none for everybody else.
     */
    public List<Group> groupsOf(Person reader) {
        return office.groups().stream()
                .filter(group -> reader.seesAllGroups()
                        || reader.directorOf().contains(group.code())
                        || reader.actingFor().contains(group.code()))
                .toList();
    }

    /**
     * The group of which the reader is shown figures.
     *
     * @param group code that was asked for; null or empty for none
     * @return null for all groups: where none was asked for and the reader sees all; where the reader does not, the first of the
     *     reader's own
     * @throws Refusal where the reader sees no figures, or not those of that group
     */
    public String scope(String group, Person reader) {
        List<String> own = groupsOf(reader).stream().map(Group::code).toList();
        boolean any = group == null || group.isEmpty();
        if (own.isEmpty() || !any && !own.contains(group)) {
            throw Refusal.forbidden("not-yours-to-oversee");
        }
        if (any) {
            return reader.seesAllGroups() ? null : own.get(0);
        }
        return group;
    }

    /**
     * The figures of the period.
     *
     * @param group code of the only group to count; null or empty for all, or for the first that the reader directs
     * @throws Refusal as {@link #scope} does
     */
    public Figures of(FiscalPeriod period, String group, Person reader) {
        return count(new Scope(period, scope(group, reader)));
    }

    /** The same for whom a few minutes are no matter: where it takes long to count them, as {@link RecentAnswers} keeps them. */
    public Figures recent(FiscalPeriod period, String group, Person reader) {
        return recent.of(new Scope(period, scope(group, reader)));
    }

    private Figures count(Scope scope) {
        Instant now = clock.instant();
        Counting counting = new Counting(
                scope.period(),
                scope.group() == null ? office.groups().stream().map(Group::code) : Stream.of(scope.group()),
                policy.categories().stream().map(PublicationPolicy.Category::code),
                office.zone());
        query.read(scope.period(), scope.group(), counting::add);
        return counting.figures(scope.period(), now, scope.group());
    }
}
