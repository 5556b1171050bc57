package prakat.web.desk.task;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.organisation.Organisation;
import prakat.organisation.office.Capacity;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.request.PublicationRequest;
import prakat.request.TaskOffers;
import prakat.request.record.TaskKind;

/**
 * Who has to act on a request, in words: the names of the groups and accounts that the engine offers its tasks to, or that
 * somebody is to be appointed where there is nobody.
 */
@Component
public class Assignees {

    private final TaskOffers offers;
    private final Organisation organisation;
    private final Office office;
    private final MessageSource messages;

    Assignees(TaskOffers offers, Organisation organisation, Office office, MessageSource messages) {
        this.offers = offers;
        this.organisation = organisation;
        this.office = office;
        this.messages = messages;
    }

    /** Who has to act on its present step; empty where nobody has to. */
    public List<String> of(PublicationRequest request, Locale locale) {
        return of(request, TaskKind.ON_VERSION, locale);
    }

    /** Who has to do those of the tasks that are open; empty where none is. */
    public List<String> of(PublicationRequest request, Set<TaskKind> tasks, Locale locale) {
        if (!request.isScreened() && tasks.contains(TaskKind.CERTIFY)) {
            return List.of(messages.getMessage("desk.with-screening", null, locale));
        }
        List<String> candidates = offers.candidates(request, tasks);
        if (candidates.isEmpty() && request.openTasks().stream().anyMatch(tasks::contains)) {
            return List.of(messages.getMessage("desk.nobody-can", null, locale));
        }
        return candidates.stream().map(candidate -> name(candidate, locale)).toList();
    }

    /** The same for all tasks: on the request, on its extension and on its review. */
    public List<String> inAll(PublicationRequest request, Locale locale) {
        return of(request, EnumSet.allOf(TaskKind.class), locale);
    }

    private String name(String candidate, Locale locale) {
        return switch (candidate) {
            case Group.WEB_OFFICERS -> office.position(Capacity.WEB_OFFICER).in(locale);
            case Group.DEPUTY_DIRECTORS -> office.position(Capacity.DEPUTY_DIRECTOR)
                    .in(locale);
            default -> directed(candidate)
                    .map(group -> messages.getMessage(
                            "desk.directors", new Object[] {group.name().in(locale)}, locale))
                    .orElseGet(() -> organisation.nameOf(candidate));
        };
    }

    private Optional<Group> directed(String candidate) {
        return office.groups().stream()
                .filter(group -> candidate.equals(group.directors()))
                .findFirst();
    }
}
