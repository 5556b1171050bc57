package prakat.web.desk.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.disclosure.DisclosureLists;
import prakat.organisation.office.Office;
import prakat.organisation.office.WrittenDates;
import prakat.request.PublicationRequest;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.request.query.Requests;
import prakat.web.desk.content.RequestContent.EarlierVersion;

/** Builds what a page shows of a request's versions and history. */
@Component
public class RequestContents {

    private final Requests requests;
    private final PublicationPolicy policy;
    private final DisclosureLists disclosure;
    private final Office office;
    private final HistoryLines historyLines;
    private final ScreeningLines screening;
    private final WrittenDates dates;
    private final MessageSource messages;

    RequestContents(
            Requests requests,
            PublicationPolicy policy,
            DisclosureLists disclosure,
            Office office,
            HistoryLines historyLines,
            ScreeningLines screening,
            WrittenDates dates,
            MessageSource messages) {
        this.requests = requests;
        this.policy = policy;
        this.disclosure = disclosure;
        this.office = office;
        this.historyLines = historyLines;
        this.screening = screening;
        this.dates = dates;
        this.messages = messages;
    }

    /** With the last two versions compared. Needs a transaction; the page can be rendered after it. */
    public RequestContent of(PublicationRequest request, Locale locale) {
        return of(request, null, null, locale);
    }

    /**
     * With two versions compared.
     *
     * @param from a round, 0 for the version on the website that it is to replace; null for the one before the later one
     * @param to the same; null for the present one
     */
    public RequestContent of(PublicationRequest request, Integer from, Integer to, Locale locale) {
        List<Revision> revisions = request.revisions();
        // Read here, since the page is made after the transaction.
        revisions.forEach(Revision::attachments);
        List<HistoryLine> history = historyLines.of(request, locale);
        return new RequestContent(
                request,
                request.current(),
                policy.categoryName(request.current().category(), locale),
                office.groupName(request.groupCode(), locale),
                disclosure.names(request.current().disclosureItems(), locale),
                comparison(request, from, to, history, locale).orElse(null),
                history,
                earlier(revisions, history),
                screening.of(request, locale));
    }

    private static List<EarlierVersion> earlier(List<Revision> revisions, List<HistoryLine> history) {
        List<EarlierVersion> earlier = new ArrayList<>(revisions.stream()
                .limit(revisions.size() - 1L)
                .map(revision -> new EarlierVersion(revision, HistoryLines.lastReturn(history, revision.round())))
                .toList());
        Collections.reverse(earlier);
        return List.copyOf(earlier);
    }

    /** Empty where there is only one version. */
    private Optional<Comparison> comparison(
            PublicationRequest request, Integer from, Integer to, List<HistoryLine> history, Locale locale) {
        Optional<PublicationRequest> replaced = requests.replaced(request);
        int first = replaced.isPresent() ? 0 : 1;
        if (request.round() <= first) {
            return Optional.empty();
        }
        int one = within(to == null ? request.round() : to, first, request);
        int other = within(from == null ? one - 1 : from, first, request);
        int earlier = Math.min(one, other);
        int later = Math.max(one, other);
        PublicationRequest before = earlier == 0 ? replaced.orElseThrow() : request;
        PublicationRequest after = later == 0 ? before : request;
        Revision old = revision(earlier, before);
        Revision latest = revision(later, after);
        return Optional.of(Comparison.of(
                version(earlier, before, old, isSamePeriodAtOnce(old, latest) ? latest : old, locale),
                version(later, after, latest, latest, locale),
                HistoryLines.lastReturn(history, earlier)));
    }

    private static Revision revision(int round, PublicationRequest request) {
        return round == 0 ? request.current() : request.revisions().get(round - 1);
    }

    /** The end moved only because the version was proposed later; its owner changed nothing. */
    private static boolean isSamePeriodAtOnce(Revision before, Revision after) {
        return before.startsAtOnce()
                && after.startsAtOnce()
                && before.duration().equals(after.duration());
    }

    /** @param ending the version whose end is shown */
    private Comparison.Version version(
            int round, PublicationRequest request, Revision content, Revision ending, Locale locale) {
        return new Comparison.Version(
                round,
                request,
                content,
                policy.categoryName(content.category(), locale),
                content.startsAtOnce()
                        ? messages.getMessage("submit.at-once", null, locale)
                        : dates.moment(content.publishFrom(), locale),
                dates.moment(ending.publishUntil(), locale));
    }

    private static int within(int round, int first, PublicationRequest request) {
        return Math.max(first, Math.min(round, request.round()));
    }
}
