package prakat.request;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.office.Capacity;
import prakat.request.Condition.Situation;
import prakat.request.record.Actor;

/** What a person may do with a request at this moment: the one answer for pages, REST and the engine's tasks. */
@Component
public class Rules {

    private final Organisation organisation;
    private final RequestRepository requests;
    private final Clock clock;

    Rules(Organisation organisation, RequestRepository requests, Clock clock) {
        this.organisation = organisation;
        this.requests = requests;
        this.clock = clock;
    }

    /** Why the person may not do it now, first for who they are, then for the request's state; empty where they may. */
    public Optional<Refusal> objection(Action action, PublicationRequest request, Person person) {
        return action.objection(capacity(action, request, person), situation(request));
    }

    /** Whether the person may do it now. */
    public boolean allows(Action action, PublicationRequest request, Person person) {
        return objection(action, request, person).isEmpty();
    }

    /**
     * Makes sure that the person may do it now.
     *
     * @return the person, in the capacity in which they may
     * @throws Refusal the objection
     */
    public Actor ensure(Action action, PublicationRequest request, Person person) {
        Optional<Capacity> capacity = capacity(action, request, person);
        action.objection(capacity, situation(request)).ifPresent(objection -> {
            throw objection;
        });
        return Actor.of(person, capacity.orElseThrow());
    }

    /**
     * Makes sure that it is the person's to do, whatever the request's state.
     *
     * @throws Refusal where it is not
     */
    void ensureTheirs(Action action, PublicationRequest request, Person person) {
        objection(action, request, person)
                .filter(objection -> objection.kind() == Refusal.Kind.FORBIDDEN)
                .ifPresent(objection -> {
                    throw objection;
                });
    }

    private Optional<Capacity> capacity(Action action, PublicationRequest request, Person person) {
        return action.role().capacity(organisation, request, person);
    }

    private Situation situation(PublicationRequest request) {
        return new Situation(
                request,
                clock.instant(),
                () -> organisation
                        .person(request.requester())
                        .filter(owner -> owner.staffOf().contains(request.groupCode()))
                        .isPresent(),
                () -> requests.existsByReplacesAndStatusIn(request.id(), Status.UNTIL_PUBLISHED));
    }
}
