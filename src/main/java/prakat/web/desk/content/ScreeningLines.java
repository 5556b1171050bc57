package prakat.web.desk.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import prakat.input.Coded;
import prakat.request.PublicationRequest;
import prakat.request.record.Answer;
import prakat.request.screening.FindingWords;
import prakat.request.screening.ScreenedFinding;
import prakat.request.screening.Screening;
import prakat.request.screening.ScreeningState;
import prakat.request.screening.Screenings;

/** What the screening of a request's present version found. */
@Component
public class ScreeningLines {

    private final Screenings screenings;
    private final FindingWords words;

    ScreeningLines(Screenings screenings, FindingWords words) {
        this.screenings = screenings;
        this.words = words;
    }

    /**
     * What a page shows of a screening.
     *
     * @param state code of how far it is
     */
    public record Screened(String state, List<FindingLine> findings) {

        /** What somebody has to answer before the version goes on. */
        public List<FindingLine> warnings() {
            return findings.stream().filter(FindingLine::isWarning).toList();
        }

        /** What nobody has answered, of what has to be answered or to leave the website where it is public already. */
        public List<FindingLine> unanswered() {
            return findings.stream().filter(FindingLine::isUnanswered).toList();
        }
    }

    /** What was found in the present version. Needs a transaction. */
    public Screened of(PublicationRequest request, Locale locale) {
        return screenings
                .of(request.id(), request.round())
                .map(screening -> of(screening, request, locale))
                .orElseGet(() -> new Screened(
                        Coded.codeOf(request.isScreened() ? ScreeningState.NOT_SCREENED : ScreeningState.PENDING),
                        List.of()));
    }

    /** The same by what is known of it. */
    public Screened of(Screening screening, PublicationRequest request, Locale locale) {
        Map<String, Answer> answers = request.history().answers(request.round());
        return new Screened(
                screening.state().code(),
                screening.findings().stream()
                        .map(finding -> new FindingLine(
                                finding.id(),
                                finding.action().code(),
                                words.kind(finding, locale),
                                words.place(finding.place(), request.current(), locale),
                                href(finding, request.id()),
                                finding.excerpt(),
                                finding.needsReason(),
                                answers.get(finding.id())))
                        .toList());
    }

    /** To the page of a PDF: browsers know that of no other kind of file. */
    private static String href(ScreenedFinding finding, String requestId) {
        Integer file = finding.place().file();
        Integer page = finding.place().page();
        return file == null
                ? null
                : "/api/requests/" + requestId + "/attachments/" + file + (page == null ? "" : "#page=" + page);
    }
}
