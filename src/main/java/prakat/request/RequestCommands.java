package prakat.request;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.request.content.IdempotencyKeys;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Submission;
import prakat.request.content.Upload;
import prakat.request.record.Actor;
import prakat.request.record.Decision;
import prakat.request.record.ExtensionWish;
import prakat.request.record.Reassignment;
import prakat.request.record.ReviewDecision;
import prakat.request.record.TaskKind;

/**
 * What people do with requests. Each call is one transaction together with the engine's: the decision goes to the open
 * task and comes back from there to {@link Steps}. Refuses first who may not, then what is not possible in this state, then
 * what is wrong with what was said: that comes as a {@link Supplier}, and is read only where the first two are no hindrance.
 */
@Service
@Transactional
public class RequestCommands {

    private final LockedRequests locked;
    private final Rules rules;
    private final IdempotencyKeys keys;
    private final PublicationProcess process;
    private final PublicationPolicy policy;
    private final Organisation organisation;
    private final Office office;
    private final Clock clock;

    RequestCommands(
            LockedRequests locked,
            Rules rules,
            IdempotencyKeys keys,
            PublicationProcess process,
            PublicationPolicy policy,
            Organisation organisation,
            Office office,
            Clock clock) {
        this.locked = locked;
        this.rules = rules;
        this.keys = keys;
        this.process = process;
        this.policy = policy;
        this.organisation = organisation;
        this.office = office;
        this.clock = clock;
    }

    /**
     * Proposes something.
     *
     * @param idempotencyKey the same submission under the same key is made once; null for none
     * @return the request, which may have been made by an earlier call under the key
     * @throws Refusal where the submission breaks a rule, or the key was used for another one
     */
    public PublicationRequest submit(
            Person requester, Submission submission, List<Upload> uploads, String idempotencyKey) {
        return propose(Optional.empty(), requester, submission, uploads, idempotencyKey);
    }

    /**
     * Proposes a newer version of what is on the website. It takes the whole way of a request of its own while the present
     * one stays; once it is published it takes the place of the present one, at the same address.
     *
     * @param idempotencyKey as in {@link #submit}
     * @return the newer version's request
     */
    public PublicationRequest update(
            String id, Person owner, Supplier<Submission> submission, List<Upload> uploads, String idempotencyKey) {
        PublicationRequest replaced = locked.find(id, owner);
        rules.ensureTheirs(Action.UPDATE, replaced, owner);
        boolean again = idempotencyKey != null
                && keys.requestOf(owner.id(), idempotencyKey).isPresent();
        if (!again) {
            rules.ensure(Action.UPDATE, replaced, owner);
        }
        return propose(Optional.of(id), owner, submission.get(), uploads, idempotencyKey);
    }

    private PublicationRequest propose(
            Optional<String> replaced,
            Person requester,
            Submission submission,
            List<Upload> uploads,
            String idempotencyKey) {
        String id = UUID.randomUUID().toString();
        if (idempotencyKey != null) {
            Optional<String> before =
                    keys.claim(requester.id(), idempotencyKey, replaced, submission, uploads, id, clock.instant());
            if (before.isPresent()) {
                return locked.find(before.get(), requester);
            }
        }
        process.start(id, replaced, requester, submission, uploads);
        return locked.find(id, requester);
    }

    /** A director's or web officer's decision, on a version or on an extension. */
    public PublicationRequest decide(TaskKind task, String id, Person person, Supplier<Decision> decision) {
        PublicationRequest request = allowed(Action.of(task), id, person);
        process.decide(task, request, person, decision.get());
        return request;
    }

    /** The requester's next version. */
    public PublicationRequest revise(String id, Person person, Supplier<Submission> submission, List<Upload> uploads) {
        PublicationRequest request = allowed(Action.REVISE, id, person);
        process.revise(request, person, submission.get(), uploads);
        return request;
    }

    /** The requester gives it up, at any step before it is published. */
    public PublicationRequest cancel(String id, Person person, Supplier<String> reason) {
        PublicationRequest request = locked.find(id, person);
        request.cancel(rules.ensure(Action.CANCEL, request, person), reason.get(), clock.instant());
        locked.flush();
        process.cancel(request, person);
        return request;
    }

    /** The owner asks to keep it on the website for longer. */
    public PublicationRequest extend(String id, Person person, Supplier<ExtensionWish> said) {
        PublicationRequest request = locked.find(id, person);
        Actor owner = rules.ensure(Action.EXTEND, request, person);
        ExtensionWish wish = said.get();
        PublicationPolicy.Category category =
                policy.category(request.current().category()).orElseThrow(() -> Refusal.conflict("category-gone"));
        request.requestExtension(owner, wish, category, office.zone(), clock.instant());
        locked.flush();
        process.extend(request, person);
        return request;
    }

    /** The owner, asked before the end, lets the period end. */
    public PublicationRequest lapse(String id, Person person) {
        PublicationRequest request = locked.find(id, person);
        request.upkeep().letLapse(rules.ensure(Action.LET_LAPSE, request, person), clock.instant());
        return request;
    }

    /** A web officer's decision on whether what is on the website is still current. */
    public PublicationRequest review(String id, Person person, Supplier<ReviewDecision> decision) {
        PublicationRequest request = allowed(Action.REVIEW, id, person);
        process.review(request, person, decision.get());
        return request;
    }

    /** Gives a request whose owner works in its group no more to another member of the group. */
    public PublicationRequest reassign(String id, Person person, Supplier<Reassignment> said) {
        PublicationRequest request = locked.find(id, person);
        Actor actor = rules.ensure(Action.REASSIGN, request, person);
        Reassignment reassignment = said.get();
        String former = request.requester();
        Optional<Person> next = organisation.person(Texts.line(reassignment.user()));
        request.reassign(actor, reassignment, next, clock.instant());
        locked.flush();
        process.reassign(request, former);
        return request;
    }

    private PublicationRequest allowed(Action action, String id, Person person) {
        PublicationRequest request = locked.find(id, person);
        rules.ensure(action, request, person);
        return request;
    }
}
