package prakat.web.api;

import java.security.Principal;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import prakat.organisation.Person;
import prakat.publication.Publications;
import prakat.request.PublicationRequest;
import prakat.request.Requests;
import prakat.request.ReviewDecision;

/** What is decided on something while it is on the website, besides its extension. */
@RestController
@RequestMapping(path = "/api/requests/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class UpkeepController {

    private final Requests requests;
    private final Publications publications;
    private final Answers answers;
    private final TransactionTemplate transaction;
    private final Calls calls;

    UpkeepController(
            Requests requests,
            Publications publications,
            Answers answers,
            TransactionTemplate transaction,
            Calls calls) {
        this.requests = requests;
        this.publications = publications;
        this.answers = answers;
        this.transaction = transaction;
        this.calls = calls;
    }

    /** The owner, asked before the end, lets the period end. */
    @PostMapping("/lapse")
    RequestAnswer lapse(@PathVariable String id, Principal caller, Locale locale) {
        return answer(caller, locale, person -> requests.lapse(id, person));
    }

    /** A web officer's decision on whether it is still current. */
    @PostMapping(path = "/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer review(
            @PathVariable String id, @RequestBody(required = false) byte[] decision, Principal caller, Locale locale) {
        return answer(
                caller,
                locale,
                person -> requests.review(id, person, () -> calls.read(decision, ReviewDecision.class)));
    }

    private RequestAnswer answer(Principal caller, Locale locale, Function<Person, PublicationRequest> call) {
        return transaction.execute(status -> {
            PublicationRequest request = call.apply(calls.person(caller));
            return answers.request(request, publications.ofRequest(request.id()), locale);
        });
    }
}
