package prakat.request;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Candidates;
import prakat.organisation.Office;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.content.Attachments;
import prakat.request.content.IdempotencyKeys;
import prakat.request.content.Period;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.request.content.StoredFile;
import prakat.request.content.Submission;
import prakat.request.content.Submissions;
import prakat.request.content.Upload;
import prakat.request.record.Decision;
import prakat.request.record.Event;
import prakat.request.record.ReviewDecision;

/**
 * The requests, for those who work with them: each call is one transaction together with the engine's, and shows a
 * person only what that person may see.
 */
@Service
@Transactional
public class Requests {

    private final RequestRepository requests;
    private final LockedRequests locked;
    private final RequestList list;
    private final Readers readers;
    private final IdempotencyKeys keys;
    private final Attachments attachments;
    private final PublicationProcess process;
    private final PublicationPolicy policy;
    private final Organisation organisation;
    private final Office office;
    private final Clock clock;

    Requests(
            RequestRepository requests,
            LockedRequests locked,
            RequestList list,
            Readers readers,
            IdempotencyKeys keys,
            Attachments attachments,
            PublicationProcess process,
            PublicationPolicy policy,
            Organisation organisation,
            Office office,
            Clock clock) {
        this.requests = requests;
        this.locked = locked;
        this.list = list;
        this.readers = readers;
        this.keys = keys;
        this.attachments = attachments;
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
        PublicationRequest replaced = find(id, owner);
        replaced.ensureUpdatableBy(owner);
        boolean again = idempotencyKey != null
                && keys.requestOf(owner.id(), idempotencyKey).isPresent();
        if (!again) {
            replaced.ensureUpdatable(owner, openUpdateOf(replaced).isPresent(), clock.instant());
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
                return visible(before.get(), requester);
            }
        }
        process.start(id, replaced, requester, submission, uploads);
        return visible(id, requester);
    }

    /** The newer version that was proposed last and not cancelled; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<PublicationRequest> updateOf(PublicationRequest request) {
        return Optional.ofNullable(updatesOf(List.of(request)).get(request.id()));
    }

    /** The same for each of the requests, by its id. */
    @Transactional(readOnly = true)
    public Map<String, PublicationRequest> updatesOf(Collection<PublicationRequest> replaced) {
        List<String> ids = replaced.stream()
                .filter(request -> !request.isOpen())
                .map(PublicationRequest::id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : requests.findByReplacesInAndStatusNotOrderBySubmittedAt(ids, Status.CANCELLED).stream()
                        .collect(Collectors.toMap(
                                newer -> newer.replaces().orElseThrow(),
                                Function.identity(),
                                (earlier, later) -> later));
    }

    /** The newer version that is on its way to the website; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<PublicationRequest> openUpdateOf(PublicationRequest request) {
        return updateOf(request).filter(PublicationRequest::isOpen);
    }

    /** The request that it is to replace on the website, or replaced; empty for the first version of something. */
    @Transactional(readOnly = true)
    public Optional<PublicationRequest> replaced(PublicationRequest request) {
        return Optional.ofNullable(replaced(List.of(request)).get(request.id()));
    }

    /** The same for each of the requests, by its id. */
    @Transactional(readOnly = true)
    public Map<String, PublicationRequest> replaced(Collection<PublicationRequest> newer) {
        Map<String, String> ids = newer.stream()
                .filter(request -> request.replaces().isPresent())
                .collect(Collectors.toMap(
                        PublicationRequest::id, request -> request.replaces().orElseThrow()));
        Map<String, PublicationRequest> byId = requests.findAllById(Set.copyOf(ids.values())).stream()
                .collect(Collectors.toMap(PublicationRequest::id, Function.identity()));
        return ids.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> byId.get(entry.getValue())));
    }

    /**
     * To whom a request is given whose owner has left.
     *
     * @param user account of another member of its group
     * @param reason at least ten characters
     */
    public record Reassignment(String user, String reason) {}

    /**
     * Gives a request whose owner works in its group no more to another member of the group.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     */
    public PublicationRequest reassign(String id, Person actor, Supplier<Reassignment> said) {
        PublicationRequest request = find(id, actor);
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
        return (request.isOpen() || request.status() == Status.PUBLISHED)
                && organisation.reassignsAs(person, request.groupCode()).isPresent()
                && hasLeft(request);
    }

    private boolean hasLeft(PublicationRequest request) {
        return organisation
                .person(request.requester())
                .filter(owner -> owner.staffOf().contains(request.groupCode()))
                .isEmpty();
    }

    /** Who is kept from deciding on requests that had another owner before and have not ended, by the request's number. */
    @Transactional(readOnly = true)
    public Map<String, Set<String>> authorsOfReassigned() {
        Set<Status> going = EnumSet.of(Status.PUBLISHED);
        going.addAll(Status.UNTIL_PUBLISHED);
        return requests.withEvent(Event.REASSIGNED, going).stream()
                .collect(Collectors.toMap(PublicationRequest::number, PublicationRequest::authors));
    }

    /**
     * A director's decision.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest certify(String id, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = find(id, actor);
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
        PublicationRequest request = find(id, actor);
        request.ensureAwaitsVettingBy(organisation.vetsAs(actor, request.authors()));
        process.vet(request, actor, decision.get());
        return request;
    }

    /** The requester's next version. */
    public PublicationRequest revise(String id, Person actor, Supplier<Submission> submission, List<Upload> uploads) {
        PublicationRequest request = find(id, actor);
        request.ensureRevisable(actor);
        process.revise(request, actor, submission.get(), uploads);
        return request;
    }

    /**
     * What an owner says who wishes to keep something on the website for longer.
     *
     * @param publishUntil the new end, within the policy's longest period from the first day on the website
     * @param reason at least ten characters
     */
    public record ExtensionWish(String publishUntil, String reason) {}

    /**
     * The owner wishes to keep it on the website for longer.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     */
    public PublicationRequest extend(String id, Person actor, Supplier<ExtensionWish> said) {
        PublicationRequest request = find(id, actor);
        Instant now = clock.instant();
        request.ensureExtendable(actor, now);
        ExtensionWish wish = said.get();
        PublicationPolicy.Category rules =
                policy.category(request.current().category()).orElseThrow(() -> Refusal.conflict("category-gone"));
        request.requestExtension(actor, wish, rules, office.zone(), now);
        requests.flush();
        process.extend(request, actor);
        return request;
    }

    /**
     * The latest end to which it may be extended: the policy's longest period, counted from its first day on the website;
     * empty where the policy no longer has its category.
     */
    @Transactional(readOnly = true)
    public Optional<Instant> latestEnd(PublicationRequest request) {
        return policy.category(request.current().category())
                .map(rules -> Period.latest(request.publishFrom(), rules, office.zone()));
    }

    /**
     * A director's decision on an extension.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest certifyExtension(String id, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = find(id, actor);
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
        PublicationRequest request = find(id, actor);
        request.ensureExtensionAwaitsVettingBy(organisation.vetsAs(actor, request.authors()), clock.instant());
        process.vetExtension(request, actor, decision.get());
        return request;
    }

    /** The owner, asked before the end, lets the period end. */
    public PublicationRequest lapse(String id, Person actor) {
        PublicationRequest request = find(id, actor);
        request.chooseLapse(actor, clock.instant());
        return request;
    }

    /**
     * A web officer's decision on whether what is on the website is still current.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest review(String id, Person actor, Supplier<ReviewDecision> decision) {
        PublicationRequest request = find(id, actor);
        request.ensureReviewableBy(organisation.vetsAs(actor, request.authors()), clock.instant());
        process.review(request, actor, decision.get());
        return request;
    }

    /** The person's own publications about which the person is asked now: what becomes of it, or for a newer version. */
    @Transactional(readOnly = true)
    public List<PublicationRequest> askedOf(Person owner) {
        return requests.asking(owner.id(), clock.instant());
    }

    /** The requester gives it up, at any step before it is published. */
    public PublicationRequest cancel(String id, Person actor, Supplier<String> reason) {
        PublicationRequest request = find(id, actor);
        request.ensureCancellable(actor);
        request.cancel(actor, reason.get(), clock.instant());
        requests.flush();
        process.cancel(request, actor);
        return request;
    }

    /** The request of that id, if there is one that the person may see. */
    @Transactional(readOnly = true)
    public PublicationRequest get(String id, Person reader) {
        return visible(id, reader);
    }

    /** The file of that number in the present version. */
    @Transactional(readOnly = true)
    public StoredFile attachment(String id, int n, Person reader) {
        return file(visible(id, reader).current(), n);
    }

    /** The file of that number in the version of an earlier round. */
    @Transactional(readOnly = true)
    public StoredFile attachment(String id, int round, int n, Person reader) {
        return visible(id, reader).revisions().stream()
                .filter(revision -> revision.round() == round)
                .findFirst()
                .map(revision -> file(revision, n))
                .orElseThrow(Refusal::notFound);
    }

    /** The file of that number; for whoever may read the revision. */
    public StoredFile file(Revision revision, int n) {
        return attachments.file(revision, n);
    }

    /**
     * Which requests are asked for.
     *
     * @param status null for any
     * @param group code; null for any
     * @param mine only the reader's own
     * @param words each of which stands in the number or the title; null or blank for any
     * @param page from 0
     * @param size from 1 to 100
     */
    public record Filter(Status status, String group, boolean mine, String words, int page, int size) {

        /** Without a search for words. */
        public Filter(Status status, String group, boolean mine, int page, int size) {
            this(status, group, mine, null, page, size);
        }
    }

    /** The requests that the reader may see, the newest first. */
    @Transactional(readOnly = true)
    public Page<PublicationRequest> list(Filter filter, Person reader) {
        return list.of(filter, reader);
    }

    /**
     * How many requests the reader may see.
     *
     * @param mine only the reader's own
     */
    @Transactional(readOnly = true)
    public long count(boolean mine, Person reader) {
        return list.count(mine, reader);
    }

    /** Those of the requests that the reader may see, in no order. */
    @Transactional(readOnly = true)
    public List<PublicationRequest> those(Collection<String> ids, Person reader) {
        return requests.findAllById(ids).stream()
                .filter(request -> readers.maySee(request, reader))
                .toList();
    }

    /** To whom the present step is offered: groups and accounts of the engine; empty where nobody has to act. */
    public List<String> candidates(PublicationRequest request) {
        return switch (request.status()) {
            case AWAITING_CERTIFICATION -> organisation
                    .certifiers(request.groupCode(), request.authors())
                    .all();
            case AWAITING_VETTING -> organisation.vetters(request.authors()).all();
            case RETURNED -> List.of(request.requester());
            case SCHEDULED, PUBLISHED, TAKEN_DOWN, WITHDRAWN, CANCELLED -> List.of();
        };
    }

    /** To whom its open extension is offered: groups and accounts of the engine; empty where there is none. */
    public List<String> extensionCandidates(PublicationRequest request) {
        return request.openExtension()
                .map(extension -> extension.state() == Extension.State.AWAITING_VETTING
                        ? organisation.vetters(request.authors())
                        : organisation.certifiers(request.groupCode(), request.authors()))
                .map(Candidates::all)
                .orElse(List.of());
    }

    /** To whom its open review is offered: groups and accounts of the engine; empty where there is none. */
    public List<String> reviewCandidates(PublicationRequest request) {
        return request.openReview()
                .map(due -> organisation.vetters(request.authors()).all())
                .orElse(List.of());
    }

    /** The request of that id, for a step of the procedure; nobody else takes one until the transaction ends. */
    public PublicationRequest find(String id) {
        return locked.find(id).orElseThrow(Refusal::notFound);
    }

    /** The request of that id, for a step that this person is about to take. */
    public PublicationRequest find(String id, Person actor) {
        return readers.visible(locked.find(id), actor);
    }

    /** The digest of the present version as it is stored now, computed anew from its fields and the bytes of its files. */
    public String digestOfStored(PublicationRequest request) {
        return attachments.digest(request.current());
    }

    /** Whether it is an address, http or https, to which a reader's browser may be sent. */
    public static boolean isWebAddress(String link) {
        return Submissions.isWebAddress(link);
    }

    private PublicationRequest visible(String id, Person reader) {
        return readers.visible(requests.findById(id), reader);
    }
}
