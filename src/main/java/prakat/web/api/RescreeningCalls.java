package prakat.web.api;

import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import prakat.organisation.office.Office;
import prakat.request.rescreening.Rescreening;
import prakat.request.rescreening.Rescreenings;

/** {@code /api/rescreenings}: administrators have everything that is public or on its way there screened again. */
@RestController
@RequestMapping(path = "/api/rescreenings", produces = MediaType.APPLICATION_JSON_VALUE)
class RescreeningCalls {

    private final Rescreenings rescreenings;
    private final Office office;
    private final Calls calls;

    RescreeningCalls(Rescreenings rescreenings, Office office, Calls calls) {
        this.rescreenings = rescreenings;
        this.office = office;
        this.calls = calls;
    }

    record RescreeningAnswer(OffsetDateTime begunAt, OffsetDateTime endedAt, long total, long screened) {}

    @GetMapping
    List<RescreeningAnswer> last(Principal caller) {
        return rescreenings.last(calls.person(caller)).stream()
                .map(this::answer)
                .toList();
    }

    /** Answers at once; it goes on in the background. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RescreeningAnswer begin(Principal caller) {
        return answer(rescreenings.begin(calls.person(caller)));
    }

    private RescreeningAnswer answer(Rescreening rescreening) {
        return new RescreeningAnswer(
                office.time(rescreening.begunAt()),
                rescreening.endedAt() == null ? null : office.time(rescreening.endedAt()),
                rescreening.total(),
                rescreening.screened());
    }
}
