package prakat.web.api;

import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import prakat.publication.Publishing;
import prakat.publication.Withdrawal;
import prakat.request.PublicationProcess;
import prakat.request.RequestCommands;
import prakat.request.content.Submission;
import prakat.request.content.Upload;
import prakat.request.query.Requests;
import prakat.request.record.Decision;
import prakat.request.record.ExtensionWish;
import prakat.request.record.Reassignment;
import prakat.request.record.ReviewDecision;
import prakat.request.record.TaskKind;
import prakat.request.screening.ScreeningState;
import prakat.web.Uploads;

/** {@code /api/requests}, as the contract has it. Each call is one transaction, its answer included. */
@RestController
@RequestMapping(path = "/api/requests", produces = MediaType.APPLICATION_JSON_VALUE)
class RequestsController {

    /** How long a call that submits waits for its files to be read: most are, and its answer says what was found. */
    private static final Duration OF_A_SUBMISSION = Duration.ofSeconds(2);

    /** The same of one that decides, as programs do at once. */
    private static final Duration OF_A_DECISION = Duration.ofSeconds(15);

    private final Requests requests;
    private final RequestCommands commands;
    private final Publishing publishing;
    private final PublicationProcess process;
    private final Answers answers;
    private final TransactionTemplate transaction;
    private final RequestCalls requestCalls;
    private final Calls calls;
    private final Uploads uploads;

    RequestsController(
            Requests requests,
            RequestCommands commands,
            Publishing publishing,
            PublicationProcess process,
            Answers answers,
            TransactionTemplate transaction,
            RequestCalls requestCalls,
            Calls calls,
            Uploads uploads) {
        this.requests = requests;
        this.commands = commands;
        this.publishing = publishing;
        this.process = process;
        this.answers = answers;
        this.transaction = transaction;
        this.requestCalls = requestCalls;
        this.calls = calls;
        this.uploads = uploads;
    }

    record Cancellation(String reason) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RequestAnswer> submit(
            @RequestBody Submission submission,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal caller,
            Locale locale) {
        return submit(submission, List.of(), key, caller, locale);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<RequestAnswer> submitWithFiles(
            @RequestPart(Uploads.REQUEST) byte[] submission,
            MultipartHttpServletRequest call,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal caller,
            Locale locale) {
        return submit(calls.read(submission, Submission.class), uploads.attachments(call), key, caller, locale);
    }

    @GetMapping("/{id}")
    RequestAnswer get(@PathVariable String id, Principal caller, Locale locale) {
        return requestCalls.answer(caller, locale, person -> requests.get(id, person));
    }

    @GetMapping("/{id}/history")
    List<Answers.HistoryAnswer> history(@PathVariable String id, Principal caller) {
        return transaction.execute(status -> answers.history(requests.get(id, calls.person(caller))));
    }

    @GetMapping("/{id}/revisions")
    List<RevisionAnswer> revisions(@PathVariable String id, Principal caller) {
        return transaction.execute(status -> answers.revisions(requests.get(id, calls.person(caller))));
    }

    @PostMapping(path = "/{id}/certification", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer certify(
            @PathVariable String id, @RequestBody(required = false) byte[] decision, Principal caller, Locale locale) {
        return decide(TaskKind.CERTIFY, id, decision, caller, locale);
    }

    @PostMapping(path = "/{id}/vetting", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer vet(
            @PathVariable String id, @RequestBody(required = false) byte[] decision, Principal caller, Locale locale) {
        return decide(TaskKind.VET, id, decision, caller, locale);
    }

    @PostMapping(path = "/{id}/revisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer revise(
            @PathVariable String id,
            @RequestBody(required = false) byte[] submission,
            Principal caller,
            Locale locale) {
        return revise(id, submission, List.of(), caller, locale);
    }

    @PostMapping(path = "/{id}/revisions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    RequestAnswer reviseWithFiles(
            @PathVariable String id,
            @RequestPart(Uploads.REQUEST) byte[] submission,
            MultipartHttpServletRequest call,
            Principal caller,
            Locale locale) {
        return revise(id, submission, uploads.attachments(call), caller, locale);
    }

    @PostMapping("/{id}/cancellation")
    RequestAnswer cancel(
            @PathVariable String id,
            @RequestBody(required = false) byte[] cancellation,
            Principal caller,
            Locale locale) {
        return requestCalls.answer(
                caller,
                locale,
                person -> commands.cancel(
                        id,
                        person,
                        () -> cancellation == null
                                ? null
                                : calls.read(cancellation, Cancellation.class).reason()));
    }

    @PostMapping(path = "/{id}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer withdraw(
            @PathVariable String id,
            @RequestBody(required = false) byte[] withdrawal,
            Principal caller,
            Locale locale) {
        return requestCalls.answer(id, withdrawal, Withdrawal.class, caller, locale, publishing::withdraw);
    }

    @PostMapping(path = "/{id}/extension", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer extend(
            @PathVariable String id, @RequestBody(required = false) byte[] wish, Principal caller, Locale locale) {
        return requestCalls.answer(id, wish, ExtensionWish.class, caller, locale, commands::extend);
    }

    @PostMapping(path = "/{id}/extension/certification", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer certifyExtension(
            @PathVariable String id, @RequestBody(required = false) byte[] decision, Principal caller, Locale locale) {
        return decide(TaskKind.CERTIFY_EXTENSION, id, decision, caller, locale);
    }

    @PostMapping(path = "/{id}/extension/vetting", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer vetExtension(
            @PathVariable String id, @RequestBody(required = false) byte[] decision, Principal caller, Locale locale) {
        return decide(TaskKind.VET_EXTENSION, id, decision, caller, locale);
    }

    @PostMapping(path = "/{id}/updates", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RequestAnswer> update(
            @PathVariable String id,
            @RequestBody(required = false) byte[] submission,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal caller,
            Locale locale) {
        return update(id, submission, List.of(), key, caller, locale);
    }

    @PostMapping(path = "/{id}/updates", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<RequestAnswer> updateWithFiles(
            @PathVariable String id,
            @RequestPart(Uploads.REQUEST) byte[] submission,
            MultipartHttpServletRequest call,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            Principal caller,
            Locale locale) {
        return update(id, submission, uploads.attachments(call), key, caller, locale);
    }

    @PostMapping(path = "/{id}/owner", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer reassign(
            @PathVariable String id, @RequestBody(required = false) byte[] owner, Principal caller, Locale locale) {
        return requestCalls.answer(id, owner, Reassignment.class, caller, locale, commands::reassign);
    }

    @PostMapping("/{id}/lapse")
    RequestAnswer lapse(@PathVariable String id, Principal caller, Locale locale) {
        return requestCalls.answer(caller, locale, person -> commands.lapse(id, person));
    }

    @PostMapping(path = "/{id}/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    RequestAnswer review(
            @PathVariable String id, @RequestBody(required = false) byte[] decision, Principal caller, Locale locale) {
        return requestCalls.answer(id, decision, ReviewDecision.class, caller, locale, commands::review);
    }

    private ResponseEntity<RequestAnswer> submit(
            Submission submission, List<Upload> uploads, String key, Principal caller, Locale locale) {
        return created(screened(
                requestCalls.answer(caller, locale, person -> commands.submit(person, submission, uploads, key)),
                caller,
                locale));
    }

    private ResponseEntity<RequestAnswer> update(
            String id, byte[] submission, List<Upload> uploads, String key, Principal caller, Locale locale) {
        RequestAnswer made = requestCalls.answer(
                caller,
                locale,
                person -> commands.update(id, person, () -> calls.read(submission, Submission.class), uploads, key));
        return created(screened(made, caller, locale));
    }

    /** As it stands once its files were read, where that takes no longer than people wait. */
    private RequestAnswer screened(RequestAnswer made, Principal caller, Locale locale) {
        if (made.screening().state() != ScreeningState.PENDING) {
            return made;
        }
        process.awaitScreening(made.id(), OF_A_SUBMISSION);
        return get(made.id(), caller, locale);
    }

    private static ResponseEntity<RequestAnswer> created(RequestAnswer made) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/requests/" + made.id()))
                .body(made);
    }

    private RequestAnswer revise(String id, byte[] submission, List<Upload> uploads, Principal caller, Locale locale) {
        RequestAnswer made = requestCalls.answer(
                id,
                submission,
                Submission.class,
                caller,
                locale,
                (request, person, said) -> commands.revise(request, person, said, uploads));
        return screened(made, caller, locale);
    }

    private RequestAnswer decide(TaskKind task, String id, byte[] decision, Principal caller, Locale locale) {
        process.awaitScreening(id, OF_A_DECISION);
        return requestCalls.answer(
                id,
                decision,
                Decision.class,
                caller,
                locale,
                (request, person, said) -> commands.decide(task, request, person, said));
    }
}
