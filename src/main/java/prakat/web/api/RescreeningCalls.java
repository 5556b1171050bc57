package prakat.web.api;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import prakat.organisation.office.Office;
import prakat.request.record.Answer;
import prakat.request.rescreening.Rescreening;
import prakat.request.rescreening.Rescreenings;

/**
 * {@code /api/rescreenings}: administrators have everything that is public or on its way there screened again; and
 * {@code /api/requests/{id}/answers}: what was found in what is public may stay.
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class RescreeningCalls {

    private final Rescreenings rescreenings;
    private final RequestCalls requestCalls;
    private final Office office;
    private final Calls calls;

    RescreeningCalls(Rescreenings rescreenings, RequestCalls requestCalls, Office office, Calls calls) {
        this.rescreenings = rescreenings;
        this.requestCalls = requestCalls;
        this.office = office;
        this.calls = calls;
    }

    record FindingAnswers(List<Answer> answers) {
        FindingAnswers {
            answers = answers == null
                    ? List.of()
                    : answers.stream().filter(Objects::nonNull).toList();
        }
    }

    record RescreeningAnswer(OffsetDateTime begunAt, OffsetDateTime endedAt, long total, long screened) {}

    @GetMapping("/api/rescreenings")
    List<RescreeningAnswer> last(Principal caller) {
        return rescreenings.last(calls.person(caller)).stream()
                .map(this::answer)
                .toList();
    }

    /** Answers at once; it goes on in the background. */
    @PostMapping("/api/rescreenings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RescreeningAnswer begin(Principal caller) {
        return answer(rescreenings.begin(calls.person(caller)));
    }

    @PostMapping(path = "/api/requests/{id}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer answerFindings(
            @PathVariable String id, @RequestBody(required = false) byte[] said, Principal caller, Locale locale) {
        return requestCalls.answer(
                caller,
                locale,
                person -> rescreenings.answer(
                        id, person, () -> calls.read(said, FindingAnswers.class).answers()));
    }

    private RescreeningAnswer answer(Rescreening rescreening) {
        return new RescreeningAnswer(
                office.time(rescreening.begunAt()),
                rescreening.endedAt() == null ? null : office.time(rescreening.endedAt()),
                rescreening.total(),
                rescreening.screened());
    }
}
