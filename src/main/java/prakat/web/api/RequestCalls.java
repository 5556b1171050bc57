package prakat.web.api;

import java.security.Principal;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;

/** What somebody does to a request, and how the request stands afterwards: one transaction. */
@Component
class RequestCalls {

    private final Answers answers;
    private final TransactionTemplate transaction;
    private final Calls calls;

    RequestCalls(Answers answers, TransactionTemplate transaction, Calls calls) {
        this.answers = answers;
        this.transaction = transaction;
        this.calls = calls;
    }

    /** What somebody does to a request by what the body says, which is read late: see {@link Calls#read}. */
    interface Step<T> {
        PublicationRequest by(String id, Person person, Supplier<T> said);
    }

    <T> RequestAnswer answer(String id, byte[] body, Class<T> type, Principal caller, Locale locale, Step<T> step) {
        return answer(caller, locale, person -> step.by(id, person, () -> calls.read(body, type)));
    }

    RequestAnswer answer(Principal caller, Locale locale, Function<Person, PublicationRequest> call) {
        return transaction.execute(status -> answers.request(call.apply(calls.person(caller)), locale));
    }
}
