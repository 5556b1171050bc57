package prakat.request;

import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.Person;

/** Who may see a request: those of the contract, and those who get an open task because there is nobody else. */
@Component
public class Readers {

    private final TaskOffers offers;

    Readers(TaskOffers offers) {
        this.offers = offers;
    }

    /**
     * The request, for a person who may see it.
     *
     * @throws Refusal if there is none, or none that this person may see: the answer is the same
     */
    public PublicationRequest visible(Optional<PublicationRequest> request, Person person) {
        return request.filter(found -> maySee(found, person)).orElseThrow(Refusal::notFound);
    }

    /** Whether the person may see it. */
    public boolean maySee(PublicationRequest request, Person person) {
        return request.ownership().isVisibleTo(person) || offers.isAnyOfferedTo(person, request);
    }
}
