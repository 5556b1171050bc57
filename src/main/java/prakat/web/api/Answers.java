package prakat.web.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Capacity;
import prakat.organisation.office.Office;
import prakat.publication.Publication;
import prakat.publication.Publications;
import prakat.publication.TakedownReason;
import prakat.request.Extension;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.request.TaskOffers;
import prakat.request.content.Revision;
import prakat.request.query.ProcessView;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.query.Requests;
import prakat.request.record.Answer;
import prakat.request.record.Criterion;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.record.ReasonCode;
import prakat.request.record.TaskKind;
import prakat.request.screening.Screening;
import prakat.request.screening.Screenings;
import prakat.web.api.RequestAnswer.AttachmentAnswer;
import prakat.web.api.RequestAnswer.ExtensionAnswer;
import prakat.web.api.RequestAnswer.GroupAnswer;
import prakat.web.api.RequestAnswer.OtherAnswer;
import prakat.web.api.RequestAnswer.PersonAnswer;
import prakat.web.api.RequestAnswer.PublicationAnswer;
import prakat.web.api.RequestAnswer.ReturnAnswer;
import prakat.web.api.RequestAnswer.ReviewAnswer;
import prakat.web.api.RequestAnswer.StepAnswer;
import prakat.web.api.RequestAnswer.UpdateAnswer;

/** Puts requests and their record into the shape that {@code /api} answers with, times in the office's zone. */
@Component
class Answers {

    private final Requests requests;
    private final TaskOffers offers;
    private final Publications publications;
    private final ProcessView process;
    private final Screenings found;
    private final ScreeningAnswers screenings;
    private final Office office;
    private final MessageSource messages;

    Answers(
            Requests requests,
            TaskOffers offers,
            Publications publications,
            ProcessView process,
            Screenings found,
            ScreeningAnswers screenings,
            Office office,
            MessageSource messages) {
        this.requests = requests;
        this.offers = offers;
        this.publications = publications;
        this.process = process;
        this.found = found;
        this.screenings = screenings;
        this.office = office;
        this.messages = messages;
    }

    RequestAnswer request(PublicationRequest request, Locale locale) {
        return requests(List.of(request), locale).get(0);
    }

    /** In their order; what belongs to them is read for all at once. */
    List<RequestAnswer> requests(List<PublicationRequest> shown, Locale locale) {
        Belongings belongings = new Belongings(
                publications.ofRequests(shown.stream()
                        .filter(request -> !request.isOpen())
                        .map(PublicationRequest::id)
                        .toList()),
                process.openTasks(shown),
                requests.replaced(shown),
                requests.updatesOf(shown),
                found.of(shown.stream().map(PublicationRequest::id).toList()));
        return shown.stream()
                .map(request -> request(request, belongings, locale))
                .toList();
    }

    /**
     * What belongs to requests that are to be shown.
     *
     * @param publications by the request's id, as the other two
     * @param tasks the open ones
     * @param replaced what each is to replace on the website, or replaced
     * @param updates the newer version of each
     * @param screenings by their rounds
     */
    private record Belongings(
            Map<String, Publication> publications,
            List<OpenTask> tasks,
            Map<String, PublicationRequest> replaced,
            Map<String, PublicationRequest> updates,
            Map<String, Map<Integer, Screening>> screenings) {}

    private RequestAnswer request(PublicationRequest request, Belongings belongings, Locale locale) {
        Revision content = request.current();
        return new RequestAnswer(
                request.id(),
                request.number(),
                request.status().code(),
                request.round(),
                content.title(),
                content.summary(),
                content.body(),
                content.category(),
                office.time(request.publishFrom()),
                office.time(request.publishUntil()),
                content.externalLinks(),
                content.note(),
                content.disclosureItems(),
                new GroupAnswer(request.groupCode(), office.groupName(request.groupCode(), locale)),
                new PersonAnswer(request.requester(), request.requesterName()),
                office.time(request.submittedAt()),
                content.contentSha256(),
                AttachmentAnswer.of(content),
                screenings.of(request, belongings.screenings().get(request.id()), locale),
                step(request, belongings.tasks(), locale),
                request.history().lastReturn().map(this::lastReturn).orElse(null),
                Optional.ofNullable(belongings.publications().get(request.id()))
                        .map(this::publication)
                        .or(() -> request.periodMissed().map(this::missed))
                        .orElse(null),
                request.extension()
                        .map(extension -> extension(extension, request))
                        .orElse(null),
                request.openReview()
                        .or(() -> request.upkeep().lastReview())
                        .map(entry -> review(entry, request))
                        .orElse(null),
                Optional.ofNullable(belongings.replaced().get(request.id()))
                        .map(replaced -> new OtherAnswer(replaced.id(), replaced.number()))
                        .orElse(null),
                Optional.ofNullable(belongings.updates().get(request.id()))
                        .map(newer -> new UpdateAnswer(
                                newer.id(), newer.number(), newer.status().code()))
                        .orElse(null),
                request.processInstanceId());
    }

    /** The whole record of a request, oldest first. */
    List<HistoryAnswer> history(PublicationRequest request) {
        return request.history().entries().stream()
                .map(entry -> new HistoryAnswer(
                        office.time(entry.at()),
                        entry.actor(),
                        entry.actorName(),
                        entry.capacity(),
                        entry.event(),
                        entry.round(),
                        entry.outcome(),
                        entry.reasonCode(),
                        entry.reason(),
                        entry.checklist(),
                        entry.remarks(),
                        entry.contentSha256(),
                        entry.publishUntil() == null ? null : office.time(entry.publishUntil()),
                        entry.subject(),
                        entry.answers()))
                .toList();
    }

    /**
     * One line of the record: {@code publishUntil} is the end that it is about, {@code subject} the new owner's account or
     * the number of the newer version; null where it is about none.
     */
    record HistoryAnswer(
            OffsetDateTime at,
            String by,
            String byName,
            Capacity capacity,
            Event event,
            int round,
            Outcome outcome,
            ReasonCode reasonCode,
            String reason,
            Map<Criterion, Boolean> checklist,
            Map<Criterion, String> remarks,
            String contentSha256,
            OffsetDateTime publishUntil,
            String subject,
            List<Answer> answers) {}

    /** All versions of a request, the first one first. */
    List<RevisionAnswer> revisions(PublicationRequest request) {
        return request.revisions().stream()
                .map(revision -> RevisionAnswer.of(revision, office))
                .toList();
    }

    private StepAnswer step(PublicationRequest request, List<OpenTask> tasks, Locale locale) {
        String element = request.status().element(request.isScreened()).orElse(null);
        if (element == null) {
            return null;
        }
        Instant due =
                switch (request.status()) {
                    case SCHEDULED -> request.publishFrom();
                    case PUBLISHED -> request.publishUntil();
                    default -> tasks.stream()
                            .filter(task -> task.isOf(request) && element.equals(task.element()))
                            .findFirst()
                            .map(OpenTask::due)
                            .orElse(null);
                };
        return new StepAnswer(
                element,
                messages.getMessage("step." + element, null, locale),
                offers.candidates(request, TaskKind.ON_VERSION),
                office.time(request.statusSince()),
                due == null ? null : office.time(due));
    }

    private ReturnAnswer lastReturn(HistoryEntry entry) {
        String step = entry.event() == Event.SCREENED
                ? Status.SCREEN
                : (entry.event() == Event.VETTING ? TaskKind.VET : TaskKind.CERTIFY).element();
        return new ReturnAnswer(step, entry.reasonCode(), entry.reason(), entry.actor(), office.time(entry.at()));
    }

    private ExtensionAnswer extension(Extension extension, PublicationRequest request) {
        return new ExtensionAnswer(
                office.time(extension.publishUntil()),
                extension.reason(),
                extension.state().code(),
                office.time(extension.requestedAt()),
                office.time(extension.stateSince()),
                offers.candidates(request, TaskKind.ON_EXTENSION));
    }

    private ReviewAnswer review(HistoryEntry entry, PublicationRequest request) {
        return new ReviewAnswer(
                entry.outcome() == null ? "open" : entry.outcome().code(),
                office.time(entry.at()),
                entry.reason(),
                offers.candidates(request, Set.of(TaskKind.REVIEW)));
    }

    private PublicationAnswer missed(Instant found) {
        return new PublicationAnswer(null, null, office.time(found), TakedownReason.PERIOD_MISSED);
    }

    private PublicationAnswer publication(Publication publication) {
        return new PublicationAnswer(
                "/news/" + publication.address(),
                office.time(publication.publishedAt()),
                publication.takenDownAt() == null ? null : office.time(publication.takenDownAt()),
                publication.takedownReason());
    }
}
