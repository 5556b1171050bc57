package prakat.process.publication;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import prakat.input.Coded;
import prakat.input.Refusal;
import prakat.organisation.Candidates;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.process.publication.PublicationModel.Variables;
import prakat.publication.Publishing;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.request.Steps;
import prakat.request.TaskOffers;
import prakat.request.UpkeepSteps;
import prakat.request.record.HistoryEntry;
import prakat.request.record.Outcome;
import prakat.request.record.TaskKind;

/** What the models in {@code processes/} call, as {@code ${procedure.…}}: each method one step of the model. */
@Component("procedure")
public class Procedure {

    /** Of the people who work on tasks; Tasklist shows what stands there, in whatever language. */
    private static final Locale OF_THE_OFFICE = Locale.forLanguageTag("th");

    private final Steps steps;
    private final UpkeepSteps upkeep;
    private final TaskOffers offers;
    private final RequestResolver resolver;
    private final RequestVariables variables;
    private final Publishing publishing;
    private final Organisation organisation;
    private final Office office;
    private final EngineIdentity identity;
    private final Timers timers;
    private final ScreeningStep screening;

    Procedure(
            Steps steps,
            UpkeepSteps upkeep,
            TaskOffers offers,
            RequestResolver resolver,
            RequestVariables variables,
            Publishing publishing,
            Organisation organisation,
            Office office,
            EngineIdentity identity,
            Timers timers,
            ScreeningStep screening) {
        this.steps = steps;
        this.upkeep = upkeep;
        this.offers = offers;
        this.resolver = resolver;
        this.variables = variables;
        this.publishing = publishing;
        this.organisation = organisation;
        this.office = office;
        this.identity = identity;
        this.timers = timers;
        this.screening = screening;
    }

    /** {@code submitted}: by {@code /api} under the request's id, by any other door under a new one. */
    public void submitted(DelegateExecution execution) {
        IncomingVariables input = new IncomingVariables(execution, office.zone());
        SubmissionContext proposed = SubmissionContext.current().orElseGet(() -> {
            input.ensureSubmission();
            execution.setProcessBusinessKey(UUID.randomUUID().toString());
            return new SubmissionContext(input.submission(), input.uploads());
        });
        PublicationRequest request = steps.submit(
                execution.getProcessBusinessKey(),
                proposed.replaced(),
                execution.getProcessInstanceId(),
                actor(),
                proposed.submission(),
                proposed.uploads());
        input.discardAll();
        if (SubmissionContext.current().isEmpty()) {
            // The answer to such a call may show the variables, this one among them.
            steps.number(request.id());
        }
        show(execution, request);
        screenBeforeCommit(request);
    }

    /** Where people and programs call the engine themselves, it comes to {@code screen} only after this. */
    private void screenBeforeCommit(PublicationRequest request) {
        if (SubmissionContext.current().isEmpty()) {
            screening.proceedBeforeCommit(request.id());
        }
    }

    /** Candidate groups of {@code certify}. */
    public Collection<String> certifierGroups(DelegateExecution execution) {
        return candidates(TaskKind.CERTIFY, execution).groups();
    }

    /** Candidate users of {@code certify}. */
    public Collection<String> certifierUsers(DelegateExecution execution) {
        return candidates(TaskKind.CERTIFY, execution).users();
    }

    /** A task has come up; its candidates may read the variables of the task, and not those of the instance. */
    public void offered(DelegateTask task) {
        PublicationRequest request = requestOf(task);
        steps.number(request.id()).ifPresent(number -> task.getExecution().setVariable(Variables.NUMBER, number));
        task.setVariableLocal(Variables.NUMBER, request.number());
        task.setVariableLocal(Variables.ROUND, request.round());
        task.setVariableLocal(Variables.TITLE, request.current().title());
        task.setVariableLocal(Variables.GROUP_NAME, office.groupName(request.groupCode(), OF_THE_OFFICE));
    }

    /** {@code certify} is being completed. */
    public void certified(DelegateTask task) {
        decided(TaskKind.CERTIFY, task);
    }

    /** {@code handOver}. */
    public void handOver(DelegateExecution execution) {
        steps.handOver(resolver.requestId(execution));
    }

    /** Candidate groups of {@code vet}. */
    public Collection<String> vetterGroups(DelegateExecution execution) {
        return candidates(TaskKind.VET, execution).groups();
    }

    /** Candidate users of {@code vet}. */
    public Collection<String> vetterUsers(DelegateExecution execution) {
        return candidates(TaskKind.VET, execution).users();
    }

    /** {@code vet} is being completed. */
    public void vetted(DelegateTask task) {
        decided(TaskKind.VET, task);
    }

    /** {@code returnWithReason}. */
    public void returnWithReason(DelegateExecution execution) {
        steps.returnWithReason(resolver.requestId(execution));
    }

    /** {@code revise} is being completed: with the next version, or with a cancellation. */
    public void revised(DelegateTask task) {
        Person actor = actor();
        PublicationRequest request = steps.toRevise(resolver.requestId(task.getExecution()), actor);
        IncomingVariables input = new IncomingVariables(task.getExecution(), office.zone());
        input.ensureRevision(RequestVariables.identifying(request));
        Outcome outcome = Coded.of(Outcome.class, input.outcome()).orElse(null);
        if (outcome == Outcome.CANCELLED) {
            String reason = input.newReason(
                    request.history().lastReturn().map(HistoryEntry::reason).orElse(null));
            steps.cancel(request.id(), actor, reason);
        } else {
            SubmissionContext proposed = SubmissionContext.current()
                    .orElseGet(() -> new SubmissionContext(input.revision(request.current()), input.uploads()));
            steps.revise(request.id(), actor, outcome, proposed.submission(), proposed.uploads());
            screenBeforeCommit(request);
        }
        show(task, input, request);
    }

    /** {@code certifyExtension} is being completed. */
    public void extensionCertified(DelegateTask task) {
        decided(TaskKind.CERTIFY_EXTENSION, task);
    }

    /** {@code vetExtension} is being completed. */
    public void extensionVetted(DelegateTask task) {
        decided(TaskKind.VET_EXTENSION, task);
    }

    /** {@code moveEnd}: the end of the period, and the timers that wait for it. */
    public void moveEnd(DelegateExecution execution) {
        PublicationRequest request = publishing.extend(resolver.requestId(execution));
        timers.moveEnd(request, upkeep.reminderDay(request.id()));
    }

    /** When {@code endNear} fires; again only after longer than any period, so that its timer can follow a later end. */
    public String reminderCycle(DelegateExecution execution) {
        return "R/%s/P3650D".formatted(variables.time(upkeep.reminderDay(resolver.requestId(execution))));
    }

    /** {@code ownerAsked}: by the letter that goes out with the record. */
    public void announceEnd(DelegateExecution execution) {
        upkeep.announceEnd(resolver.requestId(execution));
    }

    /** When {@code reviewDue} fires, with its beginning in it: a new version of the model does not begin it again. */
    public String reviewCycle(DelegateExecution execution) {
        UpkeepSteps.ReviewCycle cycle = upkeep.reviewCycle(resolver.requestId(execution));
        return "R/%s/P%dD"
                .formatted(
                        variables.time(cycle.from().truncatedTo(ChronoUnit.SECONDS)),
                        cycle.every().toDays());
    }

    /** {@code publish}; left by the error that the model catches where the period is over already. */
    public void publish(DelegateExecution execution) {
        if (!publishing.publish(resolver.requestId(execution))) {
            throw new BpmnError(PublicationModel.PERIOD_MISSED);
        }
    }

    /** {@code takeDown}. */
    public void takeDown(DelegateExecution execution) {
        publishing.takeDown(resolver.requestId(execution));
    }

    /** {@code cancelled}: whatever led here, the requester's cancellation is on record. */
    public void cancelled(DelegateExecution execution) {
        steps.ensureIs(resolver.requestId(execution), Status.CANCELLED);
    }

    private PublicationRequest requestOf(DelegateTask task) {
        return resolver.requestOf(task.getExecution());
    }

    Person actor() {
        return identity.currentUser().flatMap(organisation::person).orElseThrow(() -> Refusal.forbidden("not-staff"));
    }

    private Candidates candidates(TaskKind task, DelegateExecution execution) {
        return offers.candidates(task, resolver.requestOf(execution));
    }

    private void decided(TaskKind kind, DelegateTask task) {
        IncomingVariables input = new IncomingVariables(task.getExecution(), office.zone());
        PublicationRequest request = requestOf(task);
        steps.decide(kind, request.id(), actor(), () -> input.decision(RequestVariables.identifying(request)));
        if (TaskKind.ON_EXTENSION.contains(kind)) {
            settle(task, input);
        } else {
            show(task, input, request);
        }
    }

    /** Takes what came in out of the engine, and shows there what was decided and, while it is returned, why. */
    private void show(DelegateTask task, IncomingVariables input, PublicationRequest request) {
        input.discardForeign();
        show(task.getExecution(), request);
        Optional<HistoryEntry> sentBack =
                request.history().lastReturn().filter(entry -> request.status() == Status.RETURNED);
        set(
                task,
                Variables.REASON_CODE,
                sentBack.map(HistoryEntry::reasonCode).map(Coded::codeOf).orElse(null));
        set(task, Variables.REASON, sentBack.map(HistoryEntry::reason).orElse(null));
    }

    /** Takes what came in out of the engine, so that the next decision starts without it. */
    static void settle(DelegateTask task, IncomingVariables input) {
        input.discardForeign();
        set(task, Variables.REASON_CODE, null);
        set(task, Variables.REASON, null);
    }

    private void show(VariableScope scope, PublicationRequest request) {
        variables.of(request).forEach((name, value) -> set(scope, name, value));
    }

    /** The engine writes what is set, changed or not. */
    private static void set(VariableScope scope, String name, Object value) {
        if (!scope.hasVariable(name) || !Objects.equals(scope.getVariable(name), value)) {
            scope.setVariable(name, value);
        }
    }
}
