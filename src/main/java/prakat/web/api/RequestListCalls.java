package prakat.web.api;

import java.security.Principal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import prakat.input.Coded;
import prakat.input.Refusal;
import prakat.organisation.office.Office;
import prakat.request.Status;
import prakat.request.query.Requests;
import prakat.request.record.ReasonCode;
import prakat.web.TypedDay;

/** {@code GET /api/requests}: those that the caller may see, narrowed down and sorted as the desk's list. */
@RestController
class RequestListCalls {

    private final Requests requests;
    private final Answers answers;
    private final Office office;
    private final TransactionTemplate transaction;
    private final Calls calls;

    RequestListCalls(Requests requests, Answers answers, Office office, TransactionTemplate transaction, Calls calls) {
        this.requests = requests;
        this.answers = answers;
        this.office = office;
        this.transaction = transaction;
        this.calls = calls;
    }

    /**
     * A page of the list.
     *
     * @param searchedSince null, unless a search for words ended before it had looked at everything: when the oldest was
     *     submitted that it looked at. The total is then that of what it found, and older ones are found with {@code until}
     */
    record PageAnswer(List<RequestAnswer> items, int page, int size, long total, OffsetDateTime searchedSince) {}

    @GetMapping(path = "/api/requests", produces = MediaType.APPLICATION_JSON_VALUE)
    PageAnswer list(
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String group,
            @RequestParam(required = false) String category,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) String event,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String words,
            @RequestParam(required = false) String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Principal caller,
            Locale locale) {
        List<Refusal.Field> faults = new ArrayList<>();
        Requests.Filter filter = new Requests.Filter(
                coded(Status.class, status, Refusal.Field.of("status", "status"), faults),
                said(group).orElse(null),
                said(category).orElse(null),
                mine,
                said(event).orElse(null),
                coded(ReasonCode.class, reason, Refusal.Field.of("reason", "reason-code"), faults),
                late,
                day("from", from, faults),
                day("until", until, faults),
                words,
                said(sort).orElse(null),
                page,
                size);
        Refusal.throwIfAny(faults);
        return transaction.execute(state -> {
            Requests.Listed found = requests.list(filter, calls.staff(caller));
            return new PageAnswer(
                    answers.requests(found.page(), locale),
                    page,
                    size,
                    found.total(),
                    found.since() == null ? null : office.time(found.since()));
        });
    }

    private static Optional<String> said(String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isEmpty());
    }

    /** Null for nothing, and for a code that there is none of, which is that fault. */
    private static <E extends Enum<E> & Coded> E coded(
            Class<E> type, String said, Refusal.Field fault, List<Refusal.Field> faults) {
        Optional<E> value = Coded.of(type, said);
        if (value.isEmpty() && said(said).isPresent()) {
            faults.add(fault);
        }
        return value.orElse(null);
    }

    private static LocalDate day(String name, String said, List<Refusal.Field> faults) {
        TypedDay day = TypedDay.of(said);
        if (day.isUnreadable()) {
            faults.add(Refusal.Field.of(name, "day"));
        }
        return day.day();
    }
}
