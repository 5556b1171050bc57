package prakat.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Capacity;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.PublicationProcess;
import prakat.request.PublicationRequest;
import prakat.request.Requests;
import prakat.request.Status;
import prakat.request.record.Outcome;
import prakat.request.record.ReviewDecision;

/**
 * What goes on the website and off it. What readers see follows from the clock and this table alone: the moment a period
 * ends nothing of it is shown, whether or not the engine has recorded the takedown yet.
 */
@Service
@Transactional
public class Publications {

    private static final int LONGEST_NOTICE = 2000;
    private static final int LONGEST_URL = 2000;

    private final PublicationRepository publications;
    private final Requests requests;
    private final PublicationProcess process;
    private final Organisation organisation;
    private final Clock clock;

    Publications(
            PublicationRepository publications,
            Requests requests,
            PublicationProcess process,
            Organisation organisation,
            Clock clock) {
        this.publications = publications;
        this.requests = requests;
        this.process = process;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * Puts the request's present version on the website. Where it is a newer version of something, this takes the place of
     * the earlier one at this instant and at the same address: readers never find both, nor neither.
     *
     * @throws Refusal where it is not, to the byte, what was certified and permitted
     */
    public void publish(String requestId) {
        PublicationRequest request = requests.find(requestId);
        Instant now = clock.instant();
        request.publish(requests.digestOfStored(request), now);
        Optional<PublicationRequest> replaced = request.replaces().map(requests::find);
        Publication before =
                replaced.flatMap(earlier -> publications.findById(earlier.id())).orElse(null);
        publications.save(new Publication(request, before, now));
        // It may have left the website meanwhile: its period ended, or somebody withdrew it.
        if (replaced.isPresent() && replaced.get().status() == Status.PUBLISHED) {
            replaced.get().replaceBy(request.number(), now);
            before.end(TakedownReason.REPLACED, now);
            publications.flush();
            process.replace(replaced.get());
        }
    }

    /**
     * Records that it is off the website: because its period ended, or because it was withdrawn or replaced just now.
     *
     * @throws Refusal where neither is so
     */
    public void takeDown(String requestId) {
        PublicationRequest request = requests.find(requestId);
        Publication publication = publications.getReferenceById(requestId);
        boolean replaced = publication.takedownReason() == TakedownReason.REPLACED;
        if (request.status() != Status.WITHDRAWN && !replaced) {
            Instant now = clock.instant();
            request.takeDown(now);
            publication.end(TakedownReason.PERIOD_ENDED, now);
        }
    }

    /**
     * Keeps it on the website until the end that was permitted.
     *
     * @return the request, with its new end
     * @throws Refusal where no later end was permitted, or it is off the website already
     */
    public PublicationRequest extend(String requestId) {
        PublicationRequest request = requests.find(requestId);
        request.extend(clock.instant());
        publications.getReferenceById(requestId).extend(request.publishUntil());
        return request;
    }

    /**
     * Why a person takes something off the website, as it was said.
     *
     * @param reason for the record, at least ten characters
     * @param publicNotice for readers; null for none
     * @param replacementUrl where readers find something in its place; null for none
     */
    public record Withdrawal(String reason, String publicNotice, String replacementUrl) {}

    /**
     * A person takes it off the website before its time; readers are told so from this instant on.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     */
    public PublicationRequest withdraw(String requestId, Person actor, Supplier<Withdrawal> said) {
        PublicationRequest request = requests.find(requestId, actor);
        Instant now = clock.instant();
        Optional<Capacity> capacity = organisation.withdrawsAs(actor, request.groupCode());
        request.ensureWithdrawable(capacity, now);
        Withdrawal withdrawal = said.get();
        withdraw(request, actor, capacity, withdrawal, now);
        process.withdraw(request, actor);
        return request;
    }

    /**
     * A web officer's decision on whether it is still current. Where that withdraws it, readers are told so from this instant
     * on, and the procedure goes on to the takedown by itself.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     */
    public PublicationRequest review(String requestId, Person actor, Supplier<ReviewDecision> said) {
        PublicationRequest request = requests.find(requestId, actor);
        Instant now = clock.instant();
        Optional<Capacity> capacity = organisation.vetsAs(actor, request.authors());
        request.ensureReviewableBy(capacity, now);
        ReviewDecision decision = said.get();
        if (request.review(actor, capacity, decision, now) == Outcome.WITHDRAWN) {
            Withdrawal withdrawal =
                    new Withdrawal(decision.reason(), decision.publicNotice(), decision.replacementUrl());
            withdraw(request, actor, capacity, withdrawal, now);
        }
        return request;
    }

    private void withdraw(
            PublicationRequest request, Person actor, Optional<Capacity> capacity, Withdrawal withdrawal, Instant now) {
        request.withdraw(actor, capacity, withdrawal.reason(), now);
        String notice = emptyToNull(Texts.plain(withdrawal.publicNotice()));
        String replacement = emptyToNull(Texts.plain(withdrawal.replacementUrl()));
        if (notice != null && Texts.length(notice) > LONGEST_NOTICE) {
            throw Refusal.invalid("publicNotice", "too-long", LONGEST_NOTICE);
        }
        if (replacement != null && (replacement.length() > LONGEST_URL || !Requests.isWebAddress(replacement))) {
            throw Refusal.invalid("replacementUrl", "link", replacement);
        }
        publications.getReferenceById(request.id()).withdraw(notice, replacement, now);
        publications.flush();
    }

    /** Ids of requests of which the website shows something else than they allow, or not until the end that they name. */
    @Transactional(readOnly = true)
    public List<String> differing() {
        return publications.differing();
    }

    /** The publication of a request; empty where it never was on the website. */
    @Transactional(readOnly = true)
    public Optional<Publication> ofRequest(String requestId) {
        return publications.findById(requestId);
    }

    /** The publications of requests, by request. */
    @Transactional(readOnly = true)
    public Map<String, Publication> ofRequests(List<String> requestIds) {
        return requestIds.isEmpty()
                ? Map.of()
                : publications.findByRequestIdIn(requestIds).stream()
                        .collect(Collectors.toMap(Publication::requestId, publication -> publication));
    }

    /**
     * What is on the website now, the newest first.
     *
     * @param category code; null for any
     * @param group code; null for any
     * @param words found anywhere in title, summary, body or an attachment's name; null for no search
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public Page<Teaser> visible(String category, String group, String words, int page, int size) {
        return publications.visible(
                clock.instant(), orEmpty(category), orEmpty(group), pattern(words), PageRequest.of(page, size));
    }

    /** How many there are by category and by group; parameters as those of {@link #visible}. */
    @Transactional(readOnly = true)
    public Counts counts(String category, String group, String words) {
        Instant now = clock.instant();
        return new Counts(
                byCode(publications.countByCategory(now, "", orEmpty(group), pattern(words))),
                byCode(publications.countByGroup(now, orEmpty(category), "", pattern(words))));
    }

    private static Map<String, Long> byCode(List<Counts.Line> lines) {
        return lines.stream().collect(Collectors.toMap(Counts.Line::code, Counts.Line::number));
    }

    /** Where the publications of those numbers hold the words besides title and summary; none for no words. */
    @Transactional(readOnly = true)
    public List<Passage> passages(List<String> numbers, String words) {
        String pattern = pattern(words);
        if (pattern.isEmpty() || numbers.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return Stream.concat(
                        publications.bodies(now, numbers, pattern).stream(),
                        publications.fileNames(now, numbers, pattern).stream())
                .toList();
    }

    /**
     * What a reader who asks for a number is told.
     *
     * @param publication the publication
     * @param gone whether it is off the website; nothing of its content may be shown then
     */
    public record Answer(Publication publication, boolean gone) {}

    /** What is or was last found under that number; empty where nothing ever was public under it. */
    @Transactional(readOnly = true)
    public Optional<Answer> byNumber(String number) {
        Instant now = clock.instant();
        List<Publication> versions = versions(number);
        return versions.stream()
                .filter(version -> !version.publishedAt().isAfter(now))
                .reduce((earlier, later) -> later)
                .or(() -> versions.stream().findFirst())
                .map(found -> new Answer(found, !found.isVisible(now)));
    }

    /** The number under which readers find what came on the website as a newer version of it; empty for all else. */
    @Transactional(readOnly = true)
    public Optional<String> addressOfUpdate(String number) {
        Instant now = clock.instant();
        return publications
                .findByNumber(number)
                .filter(Publication::isUpdate)
                .filter(update -> update.wasSeen() && !update.publishedAt().isAfter(now))
                .map(Publication::address);
    }

    /** The publication of the request of that very number, while readers see it. */
    @Transactional(readOnly = true)
    public Optional<Publication> shown(String number) {
        Instant now = clock.instant();
        return publications
                .findByNumber(number)
                .filter(found -> found.isVisible(now))
                .map(Publications::whole);
    }

    /** The versions that were found at the same address before this one, the earliest first. */
    @Transactional(readOnly = true)
    public List<Publication> before(Publication publication) {
        return publication.isUpdate()
                ? versions(publication.address()).stream()
                        .filter(version -> version.publishedAt().isBefore(publication.publishedAt()))
                        .toList()
                : List.of();
    }

    private List<Publication> versions(String address) {
        return publications.findByAddressOrderByPublishedAt(address).stream()
                .filter(Publication::wasSeen)
                .map(Publications::whole)
                .toList();
    }

    /** With all that a page shows of it, read within the transaction. */
    private static Publication whole(Publication publication) {
        publication.revision().attachments();
        return publication;
    }

    /** The file of a publication that is on the website. */
    @Transactional(readOnly = true)
    public Requests.File file(Publication publication, int n) {
        return requests.file(publication.revision(), n);
    }

    private static String pattern(String words) {
        String text = orEmpty(words).strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() ? "" : "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
