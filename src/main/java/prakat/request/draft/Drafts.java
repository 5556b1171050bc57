package prakat.request.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.RequestCommands;
import prakat.request.Rules;
import prakat.request.content.Attachment;
import prakat.request.content.Attachments;
import prakat.request.content.Content;
import prakat.request.content.Description;
import prakat.request.content.FileStore;
import prakat.request.content.IdempotencyKeys;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Revision;
import prakat.request.content.StoredFile;
import prakat.request.content.Upload;
import prakat.request.query.Requests;

/**
 * What people have begun to propose: drafts for new requests, several at once, and one for each request that came back
 * or is to be replaced by a newer version. Nobody but its owner sees a draft.
 */
@Service
@Transactional
public class Drafts {

    /** Of one person, for new requests: more than anybody writes at. */
    private static final int MOST = 100;

    private final DraftRepository drafts;
    private final Requests requests;
    private final RequestCommands commands;
    private final Rules rules;
    private final IdempotencyKeys keys;
    private final Attachments attachments;
    private final FileStore store;
    private final PublicationPolicy policy;
    private final Office office;
    private final Clock clock;

    Drafts(
            DraftRepository drafts,
            Requests requests,
            RequestCommands commands,
            Rules rules,
            IdempotencyKeys keys,
            Attachments attachments,
            FileStore store,
            PublicationPolicy policy,
            Office office,
            Clock clock) {
        this.drafts = drafts;
        this.requests = requests;
        this.commands = commands;
        this.rules = rules;
        this.keys = keys;
        this.attachments = attachments;
        this.store = store;
        this.policy = policy;
        this.office = office;
        this.clock = clock;
    }

    /**
     * A draft for a new request, begun now.
     *
     * @throws Refusal where the person works in no group, or has begun too many
     */
    public Draft forNew(Person owner) {
        return forNew(owner, Draft.Typed.nothing());
    }

    /**
     * A draft for a new request that starts from the words of an earlier one, begun now. The period is the usual one, and
     * files are left out: last month's are not to be published as this month's.
     *
     * @throws Refusal where there is no such request that the person may see, they work in no group, or have begun too many
     */
    public Draft copyOf(String requestId, Person owner) {
        return forNew(owner, Draft.Typed.copyOf(requests.get(requestId, owner).current()));
    }

    /**
     * A draft for a new request in which something is written already, begun now.
     *
     * @throws Refusal where the person works in no group, or has begun too many
     */
    public Draft forNew(Person owner, Draft.Typed typed) {
        if (owner.staffOf().isEmpty()) {
            throw Refusal.forbidden("not-staff");
        }
        if (drafts.countOfNew(owner.id()) >= MOST) {
            throw Refusal.conflict("too-many-drafts", MOST);
        }
        drafts.deleteOldEmptyOf(owner.id());
        return begin(Draft.forNew(owner, typed.storable(), clock.instant()), List.of());
    }

    /** What the person has begun, the last one first; not where nothing was typed. */
    @Transactional(readOnly = true)
    public List<BegunDraft> begun(Person owner) {
        return drafts.begun(owner.id());
    }

    /**
     * The requester's draft for the next version of a returned request, which starts from the returned one.
     *
     * @throws Refusal where it is not the person's to revise, or not now
     */
    public Draft forRevision(String requestId, Person owner) {
        return forRequest(requestId, Action.REVISE, owner);
    }

    /**
     * The owner's draft for a newer version of what is on the website, which starts from what is there.
     *
     * @throws Refusal where it is not the person's to update, or not now
     */
    public Draft forUpdate(String requestId, Person owner) {
        return forRequest(requestId, Action.UPDATE, owner);
    }

    private Draft forRequest(String requestId, Action action, Person owner) {
        PublicationRequest request = requests.get(requestId, owner);
        rules.ensure(action, request, owner);
        boolean forUpdate = action == Action.UPDATE;
        Optional<Draft> before = drafts.of(owner.id(), request.id());
        if (before.isPresent()
                && before.get().round() == request.round()
                && before.get().forUpdate() == forUpdate) {
            return before.get();
        }
        // It was revised elsewhere and came back again: what was begun for an earlier round has had its time.
        before.ifPresent(drafts::delete);
        return begin(
                Draft.of(request, forUpdate, owner, startingFrom(request), clock.instant()),
                request.current().attachments());
    }

    /** The draft of that id. */
    @Transactional(readOnly = true)
    public Draft get(String id, Person owner) {
        return drafts.find(id, owner.id()).orElseThrow(Refusal::notFound);
    }

    /** The request that was made of the draft of that id; empty where none was. A revision's draft leaves no trace. */
    @Transactional(readOnly = true)
    public Optional<String> submittedAs(String id, Person owner) {
        return keys.requestOf(owner.id(), id);
    }

    /**
     * Keeps what was typed.
     *
     * @param saves of the draft that was open on the page
     * @param described see {@link Draft#describing}
     * @throws Refusal where it was saved from elsewhere since then, with something else in it
     */
    public Draft save(String id, Person owner, int saves, Draft.Typed typed, Map<Long, Description> described) {
        Draft draft = lock(id, owner);
        Draft.Typed kept = typed.storable();
        Draft saved = draft.describing(described).with(kept, draft.saves() + 1, clock.instant());
        if (kept.equals(draft.typed()) && saved.files().equals(draft.files())) {
            return draft;
        }
        if (saves != draft.saves()) {
            throw Refusal.conflict("draft-elsewhere");
        }
        drafts.update(saved);
        drafts.describe(draft.files(), saved.files());
        return saved;
    }

    /**
     * Adds a file.
     *
     * @throws Refusal what {@link Requests#submit} would refuse it for, together with the files that are there
     */
    public DraftFile add(String id, Person owner, Upload upload) {
        Draft draft = lock(id, owner);
        List<Content.File> there = draft.files().stream().map(DraftFile::file).toList();
        drafts.insert(draft, attachments.keepOne(there, upload));
        touch(draft);
        List<DraftFile> files = get(id, owner).files();
        return files.get(files.size() - 1);
    }

    /** Takes a file away; nothing happens where it is away already. */
    public void remove(String id, Person owner, long file) {
        Draft draft = lock(id, owner);
        drafts.delete(draft, file);
        touch(draft);
    }

    /** The file of that id. */
    @Transactional(readOnly = true)
    public StoredFile file(String id, Person owner, long file) {
        return get(id, owner).files().stream()
                .filter(candidate -> candidate.id() == file)
                .findFirst()
                .map(found -> store.get(found.file()))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Proposes it, by the way that every submission takes; the draft is gone then.
     *
     * @throws Refusal where it breaks a rule; the draft stays
     */
    public PublicationRequest submit(String id, Person owner) {
        Draft draft = lock(id, owner);
        List<Upload> uploads = draft.files().stream()
                .map(file -> new Upload(file.name(), store.again(file.file())))
                .toList();
        PublicationRequest request = draft.requestId()
                .map(requestId -> draft.forUpdate()
                        ? commands.update(requestId, owner, draft::submission, uploads, draft.id())
                        : commands.revise(requestId, owner, draft::submission, uploads))
                .orElseGet(() -> commands.submit(owner, draft.submission(), uploads, draft.id()));
        drafts.delete(draft);
        return request;
    }

    /** Throws it away. */
    public void discard(String id, Person owner) {
        drafts.delete(lock(id, owner));
    }

    private Draft begin(Draft begun, List<Attachment> files) {
        if (drafts.insert(begun)) {
            files.forEach(file -> drafts.insert(begun, file.file()));
        }
        return begun.requestId()
                .map(request -> drafts.of(begun.owner(), request))
                .orElseGet(() -> drafts.find(begun.id(), begun.owner()))
                .orElseThrow();
    }

    private Draft.Typed startingFrom(PublicationRequest request) {
        Revision before = request.current();
        Instant from = before.publishFrom();
        boolean byPolicy = policy.category(before.category())
                .filter(category ->
                        from.plus(Duration.ofDays(category.defaultDays())).equals(request.publishUntil()))
                .isPresent();
        return Draft.Typed.of(before, byPolicy, request.publishUntil(), clock.instant(), office.zone());
    }

    private Draft lock(String id, Person owner) {
        return drafts.lock(id, owner.id()).orElseThrow(Refusal::notFound);
    }

    private void touch(Draft draft) {
        drafts.update(draft.with(draft.typed(), draft.saves(), clock.instant()));
    }
}
