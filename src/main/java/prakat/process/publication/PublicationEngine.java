package prakat.process.publication;

import static org.camunda.bpm.engine.variable.Variables.createVariables;
import static org.camunda.bpm.engine.variable.Variables.untypedValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Person;
import prakat.process.publication.PublicationModel.Variables;
import prakat.request.PublicationProcess;
import prakat.request.PublicationRequest;
import prakat.request.Steps;
import prakat.request.content.Submission;
import prakat.request.content.Upload;
import prakat.request.record.Decision;
import prakat.request.record.Outcome;
import prakat.request.record.ReviewDecision;
import prakat.request.record.TaskKind;

/** The domain's way to the engine. Rights were checked by the domain and are checked again in {@link Procedure}. */
@Component
class PublicationEngine implements PublicationProcess {

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;
    private final EngineIdentity identity;
    private final Steps steps;
    private final ScreeningStep screening;
    private final ApplicationEventPublisher events;

    PublicationEngine(
            @Lazy RuntimeService runtimeService,
            @Lazy TaskService taskService,
            @Lazy AuthorizationService authorizationService,
            EngineIdentity identity,
            Steps steps,
            ScreeningStep screening,
            ApplicationEventPublisher events) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.authorizationService = authorizationService;
        this.identity = identity;
        this.steps = steps;
        this.screening = screening;
        this.events = events;
    }

    @Override
    public void start(
            String requestId,
            Optional<String> replaced,
            Person requester,
            Submission submission,
            List<Upload> uploads) {
        ProcessInstance instance = new SubmissionContext(submission, uploads, replaced)
                .call(() -> identity.withFullAccess(
                        requester.id(),
                        () -> runtimeService.startProcessInstanceByKey(PublicationModel.PROCESS, requestId)));
        screening.proceed(requestId);
        // Unless a task has come up, which shows it.
        steps.number(requestId)
                .ifPresent(number -> identity.asSystem(() -> {
                    runtimeService.setVariable(instance.getId(), Variables.NUMBER, number);
                    return null;
                }));
    }

    @Override
    public void decide(TaskKind task, PublicationRequest request, Person actor, Decision decision) {
        complete(request, task.element(), actor, variables(decision));
    }

    @Override
    public void revise(PublicationRequest request, Person actor, Submission submission, List<Upload> uploads) {
        new SubmissionContext(submission, uploads).call(() -> {
            complete(request, TaskKind.REVISE.element(), actor, Map.of(Variables.OUTCOME, Outcome.RESUBMITTED.code()));
            return null;
        });
        screening.proceed(request.id());
    }

    @Override
    public void awaitScreening(String requestId, Duration most) {
        screening.await(requestId, most);
    }

    @Override
    public void cancel(PublicationRequest request, Person actor) {
        correlate(request, actor, PublicationModel.CANCELLATION_RECEIVED);
    }

    @Override
    public void extend(PublicationRequest request, Person actor) {
        correlate(request, actor, PublicationModel.EXTENSION_REQUESTED);
    }

    @Override
    public void review(PublicationRequest request, Person actor, ReviewDecision decision) {
        VariableMap variables = createVariables()
                .putValue(Variables.OUTCOME, decision.outcome())
                .putValue(Variables.REASON, decision.reason())
                .putValueTyped(Variables.PUBLIC_NOTICE, passing(decision.publicNotice()))
                .putValueTyped(Variables.REPLACEMENT_URL, passing(decision.replacementUrl()))
                .putValueTyped(Variables.CONTENT_SHA256, passing(decision.contentSha256()));
        identity.withFullAccess(actor.id(), () -> {
            // A review has no business key: it is found by the instance that called it, once at a time.
            ProcessInstance review = runtimeService
                    .createProcessInstanceQuery()
                    .superProcessInstanceId(request.processInstanceId())
                    .processDefinitionKey(PublicationModel.REVIEW)
                    .singleResult();
            if (review == null) {
                throw Refusal.conflict("wrong-state");
            }
            Task task = taskService
                    .createTaskQuery()
                    .processInstanceId(review.getId())
                    .taskDefinitionKey(TaskKind.REVIEW.element())
                    .singleResult();
            taskService.complete(task.getId(), variables);
            return null;
        });
    }

    @Override
    public void withdraw(PublicationRequest request, Person actor) {
        correlate(request, actor, PublicationModel.WITHDRAWAL_DECIDED);
    }

    @Override
    public void replace(PublicationRequest request) {
        // To all that wait for it, even if there are none: a fault of an old instance keeps no newer version off the
        // website.
        identity.asSystem(() -> runtimeService
                .createMessageCorrelation(PublicationModel.WITHDRAWAL_DECIDED)
                .processInstanceId(request.processInstanceId())
                .correlateAllWithResult());
    }

    @Override
    public void reassign(PublicationRequest request, String former) {
        identity.asSystem(
                () -> {
                    Stream<ProcessInstance> called = runtimeService
                            .createProcessInstanceQuery()
                            .superProcessInstanceId(request.processInstanceId())
                            .list()
                            .stream();
                    Stream.concat(Stream.of(request.processInstanceId()), called.map(ProcessInstance::getId))
                            .forEach(instance ->
                                    runtimeService.setVariable(instance, Variables.REQUESTER, request.requester()));
                    taskService
                            .createTaskQuery()
                            .processInstanceId(request.processInstanceId())
                            .taskDefinitionKey(TaskKind.REVISE.element())
                            .list()
                            .forEach(task -> handOver(task.getId(), former, request.requester()));
                    return null;
                });
        events.publishEvent(new TaskCandidatesUpkeep.AuthorsChanged(request.id()));
    }

    @Override
    public Set<String> keptVariables() {
        return Variables.KEPT;
    }

    /** The engine gives a right with every assignment, and never takes one back. */
    private void handOver(String taskId, String former, String owner) {
        taskService.setAssignee(taskId, owner);
        authorizationService
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(taskId)
                .userIdIn(former)
                .list()
                .forEach(right -> authorizationService.deleteAuthorization(right.getId()));
    }

    private void complete(PublicationRequest request, String step, Person actor, Map<String, Object> variables) {
        identity.withFullAccess(actor.id(), () -> {
            Task task = taskService
                    .createTaskQuery()
                    .processInstanceBusinessKey(request.id())
                    .taskDefinitionKey(step)
                    .singleResult();
            if (task == null) {
                throw Refusal.conflict("wrong-state");
            }
            taskService.complete(task.getId(), variables);
            return null;
        });
    }

    private void correlate(PublicationRequest request, Person actor, String message) {
        identity.withFullAccess(actor.id(), () -> {
            runtimeService
                    .createMessageCorrelation(message)
                    .processInstanceId(request.processInstanceId())
                    .correlate();
            return null;
        });
    }

    private static VariableMap variables(Decision decision) {
        VariableMap variables = createVariables()
                .putValue(Variables.OUTCOME, decision.outcome())
                .putValue(Variables.REASON_CODE, decision.reasonCode())
                .putValue(Variables.REASON, decision.reason())
                .putValueTyped(Variables.CONTENT_SHA256, passing(decision.contentSha256()))
                .putValueTyped(Variables.ANSWERS, passing(AnswersVariable.write(decision.answers())));
        decision.checklist().forEach((criterion, met) -> variables.putValueTyped(criterion, passing(met)));
        decision.remarks()
                .forEach((criterion, text) -> variables.putValueTyped(Variables.remark(criterion), passing(text)));
        return variables;
    }

    /** For the procedure to read and the engine not to keep. */
    private static TypedValue passing(Object value) {
        return untypedValue(value, true);
    }
}
