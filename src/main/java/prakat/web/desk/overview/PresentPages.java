package prakat.web.desk.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.request.query.Requests;
import prakat.statistics.Situation;
import prakat.web.desk.task.OpenTasks;

/** Puts what waits, is late and ends soon on the page. */
@Component
class PresentPages {

    /** Of what is late and of what ends; the list behind the figure has all. */
    private static final int SHOWN = 10;

    /** In the order of the procedure. */
    private static final List<Status> STATUSES = List.of(
            Status.AWAITING_CERTIFICATION,
            Status.AWAITING_VETTING,
            Status.RETURNED,
            Status.SCHEDULED,
            Status.PUBLISHED);

    private final Situation situation;
    private final Requests requests;
    private final OpenTasks openTasks;
    private final Organisation organisation;
    private final Office office;

    PresentPages(
            Situation situation, Requests requests, OpenTasks openTasks, Organisation organisation, Office office) {
        this.situation = situation;
        this.requests = requests;
        this.openTasks = openTasks;
        this.organisation = organisation;
        this.office = office;
    }

    /**
     * How it stands at this moment.
     *
     * @param statuses codes, in the order of the lines' places
     * @param lines of groups in which something is still to happen; where there are several, the last is of all of them
     * @param late how many requests have a task that is late
     * @param ends how many are on the website and end this month
     * @param withoutDirector names of groups that have none, and nobody who acts for one
     */
    record Present(
            List<String> statuses,
            List<Line> lines,
            Figure late,
            List<OpenTasks.Escalation> lateTasks,
            Figure ends,
            List<Ending> endings,
            List<String> withoutDirector) {}

    /**
     * A group.
     *
     * @param name null for all groups
     */
    record Line(String name, List<Place> places) {}

    /**
     * How many are in a status.
     *
     * @param since when the one began that is in it for longest; null where none is
     */
    record Place(Figure figure, Instant since) {}

    /** Something that is on the website and ends. */
    record Ending(String id, String number, String title, String group, Instant until) {}

    /** @param group code of the only group to show; null for all */
    Present of(String group, LocalDate today, Person reader, Locale locale) {
        LocalDate monthsEnd = YearMonth.from(today).atEndOfMonth();
        long late = requests.list(filter(null, group, null, true, null, null), reader)
                .total();
        Requests.Listed ending =
                requests.list(filter(Status.PUBLISHED, group, Requests.ENDS, false, today, monthsEnd), reader);
        return new Present(
                STATUSES.stream().map(Status::code).toList(),
                lines(group, locale),
                Figure.of(late, ListLinks.late(group)),
                openTasks.late(group, SHOWN, reader, locale),
                Figure.of(ending.total(), ListLinks.ending(group, today, monthsEnd)),
                ending.page().stream().map(request -> ending(request, locale)).toList(),
                office.groups().stream()
                        .filter(one -> group == null || one.code().equals(group))
                        .filter(one -> organisation.isWithoutDirector(one.code()))
                        .map(one -> one.name().in(locale))
                        .toList());
    }

    private static Requests.Filter filter(
            Status status, String group, String event, boolean late, LocalDate from, LocalDate until) {
        return new Requests.Filter(
                status, group, null, false, event, null, late, from, until, null, "publishUntil", 0, SHOWN);
    }

    private Ending ending(PublicationRequest request, Locale locale) {
        return new Ending(
                request.id(),
                request.number(),
                request.current().title(),
                office.groupName(request.groupCode(), locale),
                request.publishUntil());
    }

    private List<Line> lines(String group, Locale locale) {
        List<Situation.Standing> all = situation.standings(group);
        List<Line> lines = new ArrayList<>();
        Stream.concat(office.groups().stream().map(Group::code), all.stream().map(Situation.Standing::group))
                .distinct()
                .forEach(code -> {
                    List<Situation.Standing> own =
                            all.stream().filter(one -> one.group().equals(code)).toList();
                    if (!own.isEmpty()) {
                        lines.add(new Line(office.groupName(code, locale), places(own, code)));
                    }
                });
        if (lines.size() > 1) {
            lines.add(new Line(null, places(all, null)));
        }
        return lines;
    }

    private static List<Place> places(List<Situation.Standing> standings, String group) {
        return STATUSES.stream()
                .map(status -> {
                    List<Situation.Standing> here = standings.stream()
                            .filter(one -> one.status() == status)
                            .toList();
                    return new Place(
                            Figure.of(
                                    here.stream()
                                            .mapToLong(Situation.Standing::requests)
                                            .sum(),
                                    ListLinks.standing(status, group)),
                            here.stream()
                                    .map(Situation.Standing::since)
                                    .min(Comparator.naturalOrder())
                                    .orElse(null));
                })
                .toList();
    }
}
