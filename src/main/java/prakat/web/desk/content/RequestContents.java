package prakat.web.desk.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import prakat.organisation.Office;
import prakat.request.PublicationRequest;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.web.desk.content.RequestContent.EarlierVersion;

/** Builds what a page shows of a request's versions and history. */
@Component
public class RequestContents {

    private final PublicationPolicy policy;
    private final Office office;
    private final Comparisons comparisons;
    private final HistoryLines historyLines;

    RequestContents(PublicationPolicy policy, Office office, Comparisons comparisons, HistoryLines historyLines) {
        this.policy = policy;
        this.office = office;
        this.comparisons = comparisons;
        this.historyLines = historyLines;
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
                comparisons.of(request, from, to, history, locale).orElse(null),
                history,
                earlier(revisions, history));
    }

    private static List<EarlierVersion> earlier(List<Revision> revisions, List<HistoryLine> history) {
        List<EarlierVersion> earlier = new ArrayList<>(revisions.stream()
                .limit(revisions.size() - 1L)
                .map(revision -> new EarlierVersion(revision, HistoryLines.lastReturn(history, revision.round())))
                .toList());
        Collections.reverse(earlier);
        return List.copyOf(earlier);
    }
}
