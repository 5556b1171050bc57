package prakat.request;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Texts;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.record.Actor;
import prakat.request.record.Reassignment;

/** Gives requests whose owner has left their group to another member of it. */
@Service
@Transactional
public class Reassignments {

    private final RequestRepository requests;
    private final LockedRequests locked;
    private final Rules rules;
    private final PublicationProcess process;
    private final Organisation organisation;
    private final Clock clock;

    Reassignments(
            RequestRepository requests,
            LockedRequests locked,
            Rules rules,
            PublicationProcess process,
            Organisation organisation,
            Clock clock) {
        this.requests = requests;
        this.locked = locked;
        this.rules = rules;
        this.process = process;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * Gives a request whose owner works in its group no more to another member of the group.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     */
    public PublicationRequest reassign(String id, Person person, Supplier<Reassignment> said) {
        PublicationRequest request = locked.find(id, person);
        Actor actor = rules.ensure(Action.REASSIGN, request, person);
        Reassignment reassignment = said.get();
        String former = request.requester();
        Optional<Person> next = organisation.person(Texts.line(reassignment.user()));
        request.reassign(actor, reassignment, next, clock.instant());
        requests.flush();
        process.reassign(request, former);
        return request;
    }
}
