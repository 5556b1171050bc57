package prakat.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import prakat.request.PublicationRequest;
import prakat.request.content.Revision;
import prakat.request.record.Answer;
import prakat.request.screening.FindingWords;
import prakat.request.screening.ScreenedFinding;
import prakat.request.screening.Screening;
import prakat.request.screening.ScreeningState;
import prakat.screening.Place;
import prakat.web.api.RequestAnswer.FindingAnswer;
import prakat.web.api.RequestAnswer.PlaceAnswer;
import prakat.web.api.RequestAnswer.ScreeningAnswer;

/** Puts what was found into the shape that {@code /api} answers with. */
@Component
class ScreeningAnswers {

    private final FindingWords words;

    ScreeningAnswers(FindingWords words) {
        this.words = words;
    }

    /** @param found by the round of the version; null where nothing was ever looked for */
    ScreeningAnswer of(PublicationRequest request, Map<Integer, Screening> found, Locale locale) {
        Screening screening = found == null ? null : found.get(request.round());
        if (screening == null) {
            return new ScreeningAnswer(
                    request.isScreened() ? ScreeningState.NOT_SCREENED : ScreeningState.PENDING, List.of());
        }
        Map<String, Answer> answers = request.history().answers(request.round());
        return new ScreeningAnswer(
                screening.state(),
                screening.findings().stream()
                        .map(finding -> of(finding, request.current(), answers.get(finding.id()), locale))
                        .toList());
    }

    /**
     * Something that was found.
     *
     * @param version in which; null where it was found in something that nobody has submitted
     * @param answer what was said to it last; null where nothing was
     */
    FindingAnswer of(ScreenedFinding finding, Revision version, Answer answer, Locale locale) {
        return new FindingAnswer(
                finding.id(),
                finding.kind(),
                finding.action(),
                finding.needsReason(),
                place(finding.place()),
                words.of(finding, version, locale),
                finding.excerpt(),
                finding.count(),
                finding.confidence(),
                answer);
    }

    private static PlaceAnswer place(Place place) {
        return new PlaceAnswer(
                place.field(),
                place.file(),
                place.page(),
                place.sheet(),
                place.cell(),
                place.part() == null ? null : place.part().name().toLowerCase(Locale.ROOT),
                place.name());
    }
}
