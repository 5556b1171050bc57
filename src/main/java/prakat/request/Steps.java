package prakat.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Capacity;
import prakat.organisation.Office;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.Text;
import prakat.request.content.Attachments;
import prakat.request.content.Content;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Submission;
import prakat.request.content.Submissions;
import prakat.request.content.Upload;
import prakat.request.record.Decision;
import prakat.request.record.Outcome;

/**
 * The steps of the procedure, as the engine comes to them: the one place where submissions and decisions enter the
 * domain. Each runs in the engine's transaction; when it refuses, the engine's step is undone with it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Steps {

    private final RequestRepository requests;
    private final LockedRequests locked;
    private final Submissions submissions;
    private final Attachments attachments;
    private final Numbers numbers;
    private final PublicationPolicy policy;
    private final Organisation organisation;
    private final Office office;
    private final Clock clock;

    Steps(
            RequestRepository requests,
            LockedRequests locked,
            Submissions submissions,
            Attachments attachments,
            Numbers numbers,
            PublicationPolicy policy,
            Organisation organisation,
            Office office,
            Clock clock) {
        this.requests = requests;
        this.locked = locked;
        this.submissions = submissions;
        this.attachments = attachments;
        this.numbers = numbers;
        this.policy = policy;
        this.organisation = organisation;
        this.office = office;
        this.clock = clock;
    }

    /**
     * Step 1: something is proposed.
     *
     * @param replaced the request that it is to replace on the website; empty for all but a newer version
     */
    public PublicationRequest submit(
            String requestId,
            Optional<String> replaced,
            String processInstanceId,
            Person requester,
            Submission submission,
            List<Upload> uploads) {
        if (replaced.isPresent()) {
            return submitUpdate(
                    requestId,
                    locked.find(replaced.get(), requester),
                    processInstanceId,
                    requester,
                    submission,
                    uploads);
        }
        String group = submissions.group(requester, submission.group());
        Content content = submissions.content(submission, uploads, Optional.empty());
        Instant now = clock.instant();
        String number = numbers.next(FiscalYear.of(now, office.zone()));
        return requests.save(
                new PublicationRequest(requestId, number, processInstanceId, requester, group, content, now));
    }

    private PublicationRequest submitUpdate(
            String requestId,
            PublicationRequest replaced,
            String processInstanceId,
            Person requester,
            Submission submission,
            List<Upload> uploads) {
        Instant now = clock.instant();
        replaced.ensureUpdatable(
                requester, requests.existsByReplacesAndStatusIn(replaced.id(), Status.UNTIL_PUBLISHED), now);
        String group = Texts.plain(submission.group());
        if (!group.isEmpty() && !group.equals(replaced.groupCode())) {
            throw Refusal.invalid("group", "group-not-yours", replaced.groupCode());
        }
        Content content = submissions.content(submission, uploads, Optional.of(replaced.current()));
        String number = numbers.next(FiscalYear.of(now, office.zone()));
        return requests.save(
                new PublicationRequest(requestId, number, processInstanceId, requester, replaced, content, now));
    }

    /**
     * Step 2: a director decides.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest certify(String requestId, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = locked.find(requestId, actor);
        Optional<Capacity> capacity = organisation.certifiesAs(actor, request.groupCode(), request.authors());
        request.ensureAwaitsCertificationBy(capacity);
        request.certify(actor, capacity, decision.get(), clock.instant());
        request.ensureWhole(attachments.digest(request.current()));
        return request;
    }

    /** Step 3: the certified information goes to the web officers. */
    public void handOver(String requestId) {
        locked.find(requestId).handOver(clock.instant());
    }

    /**
     * Step 4: a web officer decides.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest vet(String requestId, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = locked.find(requestId, actor);
        Optional<Capacity> capacity = organisation.vetsAs(actor, request.authors());
        request.ensureAwaitsVettingBy(capacity);
        request.vet(actor, capacity, decision.get(), clock.instant());
        request.ensureWhole(attachments.digest(request.current()));
        return request;
    }

    /** Step 2.2: the requester is told why. */
    public void returnWithReason(String requestId) {
        locked.find(requestId).returnToRequester(clock.instant());
    }

    /**
     * The requester's next version.
     *
     * @param outcome what the requester said; anything but a resubmission is refused
     */
    public PublicationRequest revise(
            String requestId, Person actor, Outcome outcome, Submission submission, List<Upload> uploads) {
        PublicationRequest request = locked.find(requestId, actor);
        request.ensureRevisable(actor);
        if (outcome != Outcome.RESUBMITTED) {
            throw Refusal.invalid("outcome", "outcome", Outcome.RESUBMITTED.code(), Outcome.CANCELLED.code());
        }
        Content content = submissions.content(submission, uploads, Optional.of(request.current()));
        request.revise(actor, content, clock.instant());
        return request;
    }

    /**
     * A director decides on an extension.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest certifyExtension(String requestId, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = locked.find(requestId, actor);
        Optional<Capacity> capacity = organisation.certifiesAs(actor, request.groupCode(), request.authors());
        Instant now = clock.instant();
        request.ensureExtensionAwaitsCertificationBy(capacity, now);
        request.certifyExtension(actor, capacity, decision.get(), now);
        return request;
    }

    /**
     * A web officer decides on an extension.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest vetExtension(String requestId, Person actor, Supplier<Decision> decision) {
        PublicationRequest request = locked.find(requestId, actor);
        Optional<Capacity> capacity = organisation.vetsAs(actor, request.authors());
        Instant now = clock.instant();
        request.ensureExtensionAwaitsVettingBy(capacity, now);
        request.vetExtension(actor, capacity, decision.get(), now);
        return request;
    }

    /**
     * When its owner is to be asked what shall become of it at its end, as the policy has it now: in a second, where that
     * day is past and nobody asked.
     */
    public Instant reminderDay(String requestId) {
        PublicationRequest request = locked.find(requestId);
        Instant day = request.reminderDay(rules(request));
        Instant now = clock.instant();
        return day.isAfter(now) || request.endAnnounced().isPresent()
                ? day
                : now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** Its owner is asked what shall become of it at its end. */
    public void announceEnd(String requestId) {
        PublicationRequest request = locked.find(requestId);
        request.announceEnd(rules(request), clock.instant());
    }

    /**
     * When what is on the website is reviewed.
     *
     * @param from counted from this instant
     * @param every again and again after this time
     */
    public record ReviewCycle(Instant from, Duration every) {}

    /** When it is reviewed whether it is still current, as the policy has it now. */
    public ReviewCycle reviewCycle(String requestId) {
        PublicationRequest request = locked.find(requestId);
        return new ReviewCycle(
                request.onWebsiteSince(), Duration.ofDays(rules(request).reviewDays()));
    }

    /** Whether it is to be reviewed now. */
    public boolean isReviewNeeded(String requestId) {
        return locked.find(requestId).isReviewNeeded(clock.instant());
    }

    /** It is to be reviewed whether it is still current. */
    public void reviewDue(String requestId) {
        locked.find(requestId).reviewDue(clock.instant());
    }

    /** Its owner is told to bring it up to date, and why. */
    public void requestUpdate(String requestId) {
        locked.find(requestId).requestUpdate(clock.instant());
    }

    /** The requester gives it up. */
    public PublicationRequest cancel(String requestId, Person actor, String reason) {
        PublicationRequest request = locked.find(requestId, actor);
        request.cancel(actor, reason, clock.instant());
        return request;
    }

    /** The procedure goes on in another instance of the engine, since the one it ran in is gone. */
    public void goOnIn(String requestId, String processInstanceId) {
        locked.find(requestId).goOnIn(processInstanceId);
    }

    /** Whose turn it is was reminded that it is due soon. */
    public void remind(String requestId) {
        locked.find(requestId).remind(clock.instant());
    }

    /** It was not done in time, which the deputy directors are told. */
    public void escalate(String requestId) {
        locked.find(requestId).escalate(clock.instant());
    }

    /** Refuses to let the procedure go on to a step for which the request is not in the right state. */
    public void ensureIs(String requestId, Status status) {
        locked.find(requestId).ensureIs(status);
    }

    /** The request that the actor is to revise, as it is before. */
    public PublicationRequest returned(String requestId, Person actor) {
        PublicationRequest request = locked.find(requestId, actor);
        request.ensureRevisable(actor);
        return request;
    }

    /** What the policy says of its category; where an office dropped it meanwhile, what holds where nothing is said. */
    private PublicationPolicy.Category rules(PublicationRequest request) {
        String code = request.current().category();
        return policy.category(code)
                .orElseGet(() -> new PublicationPolicy.Category(
                        code,
                        new Text(code, code),
                        0,
                        0,
                        PublicationPolicy.REMINDER_DAYS,
                        PublicationPolicy.REVIEW_DAYS));
    }
}
