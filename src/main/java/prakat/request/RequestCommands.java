package prakat.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.organisation.Office;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.content.IdempotencyKeys;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Submission;
import prakat.request.content.Upload;
import prakat.request.record.Decision;
import prakat.request.record.ReviewDecision;

/**
 * What people do with requests. Each call is one transaction together with the engine's: the decision goes to the open
 * task and comes back from there to {@link Steps}. Refuses first who may not, then what is not possible in this state, then
 * what is wrong with what was said.
 */
@Service
@Transactional
public class RequestCommands {

    private final Requests requests;
    private final LockedRequests locked;
    private final IdempotencyKeys keys;
    private final PublicationProcess process;
    private final PublicationPolicy policy;
    private final Organisation organisation;
    private final Office office;
    private final Clock clock;

    RequestCommands(
            Requests requests,
            LockedRequests locked,
            IdempotencyKeys keys,
            PublicationProcess process,
            PublicationPolicy policy,
            Organisation organisation,
            Office office,
            Clock clock) {
        this.requests = requests;
        this.locked = locked;
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
     * @param submission read only once it is clear that it is this person's to propose, and now; it may keep files
     * @param idempotencyKey as in {@link #submit}
     * @return the newer version's request
     */
    public PublicationRequest update(
            String id, Person owner, Supplier<Submission> submission, List<Upload> uploads, String idempotencyKey) {
        PublicationRequest replaced = locked.find(id, owner);
        replaced.ensureUpdatableBy(owner);
        boolean again = idempotencyKey != null
                && keys.requestOf(owner.id(), idempotencyKey).isPresent();
        if (!again) {
            replaced.ensureUpdatable(owner, requests.openUpdateOf(replaced).isPresent(), clock.instant());
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
                return requests.get(before.get(), requester);
            }
        }
        process.start(id, replaced, requester, submission, uploads);
        return requests.get(id, requester);
    }

    /**
     * A director's decision.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest certify(String id, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = locked.find(id, actor);
        request.ensureAwaitsCertificationBy(organisation.certifiesAs(actor, request.groupCode(), request.authors()));
        process.certify(request, actor, decision.get());
        return request;
    }

    /**
     * A web officer's decision.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest vet(String id, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = locked.find(id, actor);
        request.ensureAwaitsVettingBy(organisation.vetsAs(actor, request.authors()));
        process.vet(request, actor, decision.get());
        return request;
    }

    /** The requester's next version. */
    public PublicationRequest revise(String id, Person actor, Supplier<Submission> submission, List<Upload> uploads) {
        PublicationRequest request = locked.find(id, actor);
        request.ensureRevisable(actor);
        process.revise(request, actor, submission.get(), uploads);
        return request;
    }

    /**
     * The owner wishes to keep it on the website for longer.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     */
    public PublicationRequest extend(String id, Person actor, Supplier<ExtensionWish> said) {
        PublicationRequest request = locked.find(id, actor);
        Instant now = clock.instant();
        request.ensureExtendable(actor, now);
        ExtensionWish wish = said.get();
        PublicationPolicy.Category rules =
                policy.category(request.current().category()).orElseThrow(() -> Refusal.conflict("category-gone"));
        request.requestExtension(actor, wish, rules, office.zone(), now);
        locked.flush();
        process.extend(request, actor);
        return request;
    }

    /**
     * A director's decision on an extension.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest certifyExtension(String id, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = locked.find(id, actor);
        request.ensureExtensionAwaitsCertificationBy(
                organisation.certifiesAs(actor, request.groupCode(), request.authors()), clock.instant());
        process.certifyExtension(request, actor, decision.get());
        return request;
    }

    /**
     * A web officer's decision on an extension.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest vetExtension(String id, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = locked.find(id, actor);
        request.ensureExtensionAwaitsVettingBy(organisation.vetsAs(actor, request.authors()), clock.instant());
        process.vetExtension(request, actor, decision.get());
        return request;
    }

    /** The owner, asked before the end, lets the period end. */
    public PublicationRequest lapse(String id, Person actor) {
        PublicationRequest request = locked.find(id, actor);
        request.chooseLapse(actor, clock.instant());
        return request;
    }

    /**
     * A web officer's decision on whether what is on the website is still current.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest review(String id, Person actor, Supplier<ReviewDecision> decision) {
        PublicationRequest request = locked.find(id, actor);
        request.ensureReviewableBy(organisation.vetsAs(actor, request.authors()), clock.instant());
        process.review(request, actor, decision.get());
        return request;
    }

    /** The requester gives it up, at any step before it is published. */
    public PublicationRequest cancel(String id, Person actor, Supplier<String> reason) {
        PublicationRequest request = locked.find(id, actor);
        request.ensureCancellable(actor);
        request.cancel(actor, reason.get(), clock.instant());
        locked.flush();
        process.cancel(request, actor);
        return request;
    }
}
