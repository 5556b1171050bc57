package prakat.request;

import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.Capacity;
import prakat.organisation.Organisation;
import prakat.organisation.Person;

/** Who may see a request: those of the contract, and those to whom its present step falls for want of anybody else. */
@Component
class Readers {

    private final Organisation organisation;

    Readers(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * The request, for a person who may see it.
     *
     * @throws Refusal where there is none, and just so where there is one that is not for this person's eyes
     */
    PublicationRequest visible(Optional<PublicationRequest> request, Person person) {
        return request.filter(found -> maySee(found, person)).orElseThrow(Refusal::notFound);
    }

    boolean maySee(PublicationRequest request, Person person) {
        return request.isVisibleTo(person) || isOfferedTo(request, person);
    }

    private boolean isOfferedTo(PublicationRequest request, Person person) {
        return switch (request.status()) {
            case AWAITING_CERTIFICATION -> organisation
                    .certifiesAs(person, request.groupCode(), request.authors())
                    .isPresent();
            case AWAITING_VETTING -> organisation
                    .vetsAs(person, request.authors())
                    .isPresent();
            case PUBLISHED -> request.openExtension()
                            .filter(extension -> isOfferedTo(extension, request, person))
                            .isPresent()
                    || request.openReview()
                            .flatMap(due -> organisation.vetsAs(person, request.authors()))
                            .isPresent();
            case RETURNED, SCHEDULED, TAKEN_DOWN, WITHDRAWN, CANCELLED -> false;
        };
    }

    private boolean isOfferedTo(Extension extension, PublicationRequest request, Person person) {
        Optional<Capacity> capacity = extension.state() == Extension.State.AWAITING_VETTING
                ? organisation.vetsAs(person, request.authors())
                : organisation.certifiesAs(person, request.groupCode(), request.authors());
        return capacity.isPresent();
    }
}
