package prakat.request;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Texts;
import prakat.organisation.Organisation;
import prakat.organisation.Person;

/** Gives requests whose owner has left their group to another member of it. */
@Service
@Transactional
public class Reassignments {

    private final RequestRepository requests;
    private final LockedRequests locked;
    private final PublicationProcess process;
    private final Organisation organisation;
    private final Clock clock;

    Reassignments(
            RequestRepository requests,
            LockedRequests locked,
            PublicationProcess process,
            Organisation organisation,
            Clock clock) {
        this.requests = requests;
        this.locked = locked;
        this.process = process;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * Gives a request whose owner works in its group no more to another member of the group.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     */
    public PublicationRequest reassign(String id, Person actor, Supplier<Reassignment> said) {
        PublicationRequest request = locked.find(id, actor);
        ensureReassignable(request, actor);
        Reassignment reassignment = said.get();
        String former = request.requester();
        request.reassign(
                actor,
                organisation.reassignsAs(actor, request.groupCode()),
                hasLeft(request),
                reassignment,
                organisation.person(Texts.line(reassignment.user())),
                clock.instant());
        requests.flush();
        process.reassign(request, former);
        return request;
    }

    /** Refuses what {@link #reassign} would refuse, save for what is said. */
    @Transactional(readOnly = true)
    public void ensureReassignable(PublicationRequest request, Person actor) {
        request.ensureReassignable(organisation.reassignsAs(actor, request.groupCode()), hasLeft(request));
    }

    /** Whether the person may give it to another owner now. */
    @Transactional(readOnly = true)
    public boolean isReassignableBy(PublicationRequest request, Person person) {
        return !request.status().isEnded()
                && organisation.reassignsAs(person, request.groupCode()).isPresent()
                && hasLeft(request);
    }

    private boolean hasLeft(PublicationRequest request) {
        return organisation
                .person(request.requester())
                .filter(owner -> owner.staffOf().contains(request.groupCode()))
                .isEmpty();
    }
}
