package prakat.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import prakat.organisation.Candidates;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.office.Capacity;

/** Whose an action is. */
enum Role {

    /** The request's owner. */
    OWNER,
    /** The directors of its group, or those who stand in for them; never its authors. */
    CERTIFIER,
    /** The web officers, or those who stand in for them; never its authors, nor who certified what they vet. */
    VETTER,
    /** The same for what is on the website; never its authors. */
    REVIEWER,
    /** The web officers and the directors of its group. */
    WITHDRAWER,
    /** The directors of its group, or those who stand in where the group has none. */
    REASSIGNER,
    /** The procedure itself: no person takes such an action. */
    PROCEDURE;

    /** In what capacity the person may act; empty where it is not theirs to do. */
    Optional<Capacity> capacity(Organisation organisation, PublicationRequest request, Person person) {
        return switch (this) {
            case OWNER -> Optional.of(Capacity.REQUESTER)
                    .filter(owner -> person.id().equals(request.requester()));
            case CERTIFIER -> organisation.certifiesAs(person, request.groupCode(), kept(request));
            case VETTER, REVIEWER -> organisation.vetsAs(person, kept(request));
            case WITHDRAWER -> organisation.withdrawsAs(person, request.groupCode());
            case REASSIGNER -> organisation.reassignsAs(person, request.groupCode());
            case PROCEDURE -> Optional.empty();
        };
    }

    /** Who is offered a task that is to be done in this role. */
    Candidates candidates(Organisation organisation, PublicationRequest request) {
        return switch (this) {
            case OWNER -> Candidates.users(List.of(request.requester()));
            case CERTIFIER -> organisation.certifiers(request.groupCode(), kept(request));
            case VETTER, REVIEWER -> organisation.vetters(kept(request));
            case WITHDRAWER, REASSIGNER, PROCEDURE -> throw new IllegalStateException(this + " has no tasks");
        };
    }

    /** Whether the request itself rules the account out: four eyes, and what is the owner's alone. */
    boolean isClosedTo(String account, PublicationRequest request) {
        return switch (this) {
            case OWNER -> !account.equals(request.requester());
            default -> kept(request).contains(account);
        };
    }

    private Set<String> kept(PublicationRequest request) {
        return switch (this) {
            case CERTIFIER, REVIEWER -> request.authors();
            case VETTER -> request.authorsAndCertifiers();
            case OWNER, WITHDRAWER, REASSIGNER, PROCEDURE -> Set.of();
        };
    }
}
