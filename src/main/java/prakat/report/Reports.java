package prakat.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.FiscalPeriod;
import prakat.publication.Publication;
import prakat.publication.Publications;
import prakat.report.ReportedRequest.Step;
import prakat.request.PublicationRequest;
import prakat.request.query.Requests;
import prakat.request.record.Milestone;
import prakat.request.record.PrintedRecord;
import prakat.statistics.Figures;
import prakat.statistics.Statistics;

/** Makes the reports, from the figures and from the lists behind them. */
@Service
@Transactional(readOnly = true)
public class Reports {

    /** Of each of the lists behind the figures: more than an office gets in years. */
    private static final int MOST = 10_000;

    private final Statistics statistics;
    private final Requests requests;
    private final Publications publications;
    private final Clock clock;

    Reports(Statistics statistics, Requests requests, Publications publications, Clock clock) {
        this.statistics = statistics;
        this.requests = requests;
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * The report of that period.
     *
     * @param group code of the only group that it is about; null or empty for all, or for the first that the reader directs
     * @throws Refusal where the reader sees no figures, or not those of that group
     */
    public Report of(FiscalPeriod period, String group, Person reader) {
        Figures figures = statistics.of(period, group, reader);
        List<String> ids = Stream.of(Milestone.values())
                .flatMap(milestone -> requests.ids(passed(milestone, period, figures.group()), reader, MOST).stream())
                .distinct()
                .toList();
        Map<String, Publication> published = publications.ofRequests(ids);
        List<ReportedRequest> reported = requests.those(ids, reader).stream()
                .map(request -> reported(request, Optional.ofNullable(published.get(request.id()))))
                .sorted(Comparator.comparing(ReportedRequest::number))
                .toList();
        return new Report(period, figures.group(), figures, reported, clock.instant());
    }

    private static Requests.Filter passed(Milestone milestone, FiscalPeriod period, String group) {
        return new Requests.Filter(
                null,
                group,
                null,
                false,
                milestone.code(),
                null,
                false,
                period.first(),
                period.last(),
                null,
                null,
                0,
                1);
    }

    private static ReportedRequest reported(PublicationRequest request, Optional<Publication> published) {
        List<PrintedRecord> states = PrintedRecord.states(
                request.number(), request.groupCode(), request.history().entries());
        PrintedRecord present = states.get(states.size() - 1);
        return new ReportedRequest(
                request.number(),
                request.current().title(),
                request.groupCode(),
                present.state(),
                present.proposal().map(Step::of).orElse(null),
                present.certification().map(Step::of).orElse(null),
                present.permission().map(Step::of).orElse(null),
                published.map(Publication::publishedAt).orElse(null),
                published.map(Reports::end).orElse(null),
                published.map(Publication::address).orElse(null),
                request.current().contentSha256());
    }

    private static Instant end(Publication publication) {
        return Optional.ofNullable(publication.takenDownAt()).orElse(publication.publishUntil());
    }
}
