package prakat.request;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Person;
import prakat.request.content.Attachments;
import prakat.request.content.Content;
import prakat.request.content.Revision;
import prakat.request.content.Submission;
import prakat.request.content.Submissions;
import prakat.request.content.Upload;
import prakat.request.record.Actor;
import prakat.request.record.Decision;
import prakat.request.record.Outcome;
import prakat.request.record.TaskKind;
import prakat.request.screening.ScreenedFinding;
import prakat.request.screening.Screening;
import prakat.request.screening.Screenings;
import prakat.screening.Finding;

/**
 * The steps of the procedure, as the engine comes to them: the one place where submissions and decisions enter the
 * domain. Each runs in the engine's transaction; when it refuses, the engine's step is undone with it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Steps {

    private final RequestRepository requests;
    private final LockedRequests locked;
    private final Rules rules;
    private final Submissions submissions;
    private final Attachments attachments;
    private final Screenings screenings;
    private final Numbers numbers;
    private final SubmissionRate rate;
    private final Clock clock;

    Steps(
            RequestRepository requests,
            LockedRequests locked,
            Rules rules,
            Submissions submissions,
            Attachments attachments,
            Screenings screenings,
            Numbers numbers,
            SubmissionRate rate,
            Clock clock) {
        this.requests = requests;
        this.locked = locked;
        this.rules = rules;
        this.submissions = submissions;
        this.attachments = attachments;
        this.screenings = screenings;
        this.numbers = numbers;
        this.rate = rate;
        this.clock = clock;
    }

    /**
     * Step 1: something is proposed, and has no {@linkplain #number number} yet.
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
        Optional<PublicationRequest> earlier = replaced.map(id -> locked.find(id, requester));
        String group = earlier.map(request -> groupOfUpdate(request, requester, submission))
                .orElseGet(() -> submissions.group(requester, submission.group()));
        Content content = submissions.content(submission, uploads, earlier.map(PublicationRequest::current));
        rate.count(requester.id());
        return requests.save(new PublicationRequest(
                requestId, processInstanceId, requester, group, earlier, content, clock.instant()));
    }

    /**
     * Gives the request its number, in the transaction in which it was proposed and as late as can be: until that ends, all
     * who propose something wait for theirs.
     *
     * @return the number; empty where it had it before
     */
    public Optional<String> number(String requestId) {
        PublicationRequest request = locked.find(requestId);
        if (request.isNumbered()) {
            return Optional.empty();
        }
        request.number(numbers.next(request.submittedAt()));
        LoggedRequest.is(request.number());
        return Optional.of(request.number());
    }

    private String groupOfUpdate(PublicationRequest replaced, Person requester, Submission submission) {
        rules.ensure(Action.UPDATE, replaced, requester);
        String said = Texts.plain(submission.group());
        if (!said.isEmpty() && !said.equals(replaced.groupCode())) {
            throw Refusal.invalid("group", "group-not-yours", replaced.groupCode());
        }
        return replaced.groupCode();
    }

    /**
     * Steps 2 and 4: a director or web officer decides, on a version or on an extension.
     *
     * @param decision read only once it is clear that it is this person's to take, and now
     */
    public PublicationRequest decide(TaskKind task, String requestId, Person person, Supplier<Decision> decision) {
        PublicationRequest request = locked.find(requestId, person);
        Actor actor = rules.ensure(Action.of(task), request, person);
        request.decide(task, actor, decision.get(), () -> screenings.of(requestId, request.round()), clock.instant());
        if (TaskKind.ON_VERSION.contains(task)) {
            request.ensureWhole(attachments.digest(request.current()));
        }
        return request;
    }

    /**
     * Before step 2: the present version was looked at for what must not be published.
     *
     * @param found empty where nothing was
     * @param words what people call what was found
     */
    public PublicationRequest screened(
            String requestId, List<Finding> found, BiFunction<List<ScreenedFinding>, Revision, String> words) {
        PublicationRequest request = locked.find(requestId);
        // A version that came in this transaction has no id before.
        locked.flush();
        Screening screening = screenings.keep(requestId, request.groupCode(), request.current(), found);
        String why = screening.blocking().isEmpty() ? null : words.apply(screening.blocking(), request.current());
        request.screened(screening, why, clock.instant());
        return request;
    }

    /** Step 3: the certified information goes to the web officers. */
    public void handOver(String requestId) {
        locked.find(requestId).handOver(clock.instant());
    }

    /** Step 2.2: the requester is told why. */
    public void returnWithReason(String requestId) {
        locked.find(requestId).returnToRequester(clock.instant());
    }

    /** The request that the person is about to revise, as it was before. */
    public PublicationRequest toRevise(String requestId, Person person) {
        PublicationRequest request = locked.find(requestId, person);
        rules.ensure(Action.REVISE, request, person);
        return request;
    }

    /**
     * The requester's next version.
     *
     * @param outcome what the requester said, null for none; anything but a resubmission is refused
     */
    public PublicationRequest revise(
            String requestId, Person person, Outcome outcome, Submission submission, List<Upload> uploads) {
        PublicationRequest request = locked.find(requestId, person);
        Actor owner = rules.ensure(Action.REVISE, request, person);
        if (outcome != TaskKind.REVISE.yes()) {
            throw TaskKind.REVISE.noSuchOutcome();
        }
        Content content = submissions.content(submission, uploads, Optional.of(request.current()));
        request.revise(owner, content, clock.instant());
        return request;
    }

    /** The requester gives it up. */
    public PublicationRequest cancel(String requestId, Person person, String reason) {
        PublicationRequest request = locked.find(requestId, person);
        request.cancel(rules.ensure(Action.CANCEL, request, person), reason, clock.instant());
        return request;
    }

    /** The procedure goes on in another instance of the engine, since the one it ran in is gone. */
    public void goOnIn(String requestId, String processInstanceId) {
        locked.find(requestId).goOnIn(processInstanceId);
    }

    /** The people who have to act were reminded that it is due soon. */
    public void remind(String requestId) {
        locked.find(requestId).remind(clock.instant());
    }

    /** It was not done in time, which the deputy directors are told. */
    public void escalate(String requestId) {
        locked.find(requestId).escalate(clock.instant());
    }

    /**
     * Lets the procedure go on only if the request has that status.
     *
     * @throws Refusal if it has another
     */
    public void ensureIs(String requestId, Status status) {
        if (locked.find(requestId).status() != status) {
            throw Refusal.conflict("wrong-state");
        }
    }
}
