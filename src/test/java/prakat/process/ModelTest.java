package prakat.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import prakat.input.Coded;
import prakat.process.deadline.Deadlines;
import prakat.process.publication.CurrencyReview;
import prakat.process.publication.Procedure;
import prakat.process.publication.PublicationModel;
import prakat.process.publication.PublicationModel.Variables;
import prakat.request.Status;
import prakat.request.record.Outcome;
import prakat.request.record.TaskKind;

/** The models, held against the names and methods that the code has for them, both ways. */
class ModelTest {

    private static final List<File> BPMN = Stream.of("publication", "extension", "review")
            .map(model -> new File("processes/" + model + ".bpmn"))
            .toList();
    private static final DmnModelInstance DEADLINES = Dmn.readModelFromFile(new File("processes/deadline-policy.dmn"));
    private static final List<BpmnModelInstance> MODELS =
            BPMN.stream().map(Bpmn::readModelFromFile).toList();

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\((execution|task)\\)}");
    private static final Pattern OUTCOME = Pattern.compile("\\$\\{outcome == '([a-z-]+)'}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** What the models may call, by the name that they have for it. */
    private static final Map<String, Class<?>> BEANS =
            Map.of("procedure", Procedure.class, "currencyReview", CurrencyReview.class, "deadlines", Deadlines.class);

    /** What each of the constants names. */
    private static final Map<String, Class<? extends ModelElementInstance>> NAMED = Map.ofEntries(
            Map.entry("PROCESS", Process.class),
            Map.entry("SCREEN", ReceiveTask.class),
            Map.entry("SCREENED", Message.class),
            Map.entry("PUBLICATION_STARTS", IntermediateCatchEvent.class),
            Map.entry("PERIOD_MISSED", BoundaryEvent.class),
            Map.entry("ON_WEBSITE", ReceiveTask.class),
            Map.entry("PERIOD_ENDS", BoundaryEvent.class),
            Map.entry("END_NEAR", BoundaryEvent.class),
            Map.entry("REVIEW_DUE", BoundaryEvent.class),
            Map.entry("REVIEW_WITHDRAWS", BoundaryEvent.class),
            Map.entry("REVIEW", Process.class),
            Map.entry("EXTENSION", Process.class),
            Map.entry("EXTEND", CallActivity.class),
            Map.entry("EXTENSION_REQUESTED", Message.class),
            Map.entry("CANCELLATION_RECEIVED", Message.class),
            Map.entry("WITHDRAWAL_DECIDED", Message.class));

    /** What the contract's table promises. */
    private static final Map<String, Class<? extends FlowElement>> PROMISED = Map.ofEntries(
            Map.entry("submitted", StartEvent.class),
            Map.entry("screen", Activity.class),
            Map.entry("certify", UserTask.class),
            Map.entry("handOver", ServiceTask.class),
            Map.entry("vet", UserTask.class),
            Map.entry("returnWithReason", ServiceTask.class),
            Map.entry("revise", UserTask.class),
            Map.entry("publicationStarts", IntermediateCatchEvent.class),
            Map.entry("publish", ServiceTask.class),
            Map.entry("onWebsite", Activity.class),
            Map.entry("periodEnds", BoundaryEvent.class),
            Map.entry("takeDown", ServiceTask.class),
            Map.entry("takenDown", EndEvent.class),
            Map.entry("cancelled", EndEvent.class));

    @Test
    void everyElementOfTheContractIsThereUnderItsId() {
        PROMISED.forEach((id, type) -> assertThat(element(id)).as(id).isInstanceOf(type));
    }

    @Test
    void everyConstantNamesSomethingInTheModel() throws IllegalAccessException {
        Map<String, String> constants = constants();

        assertThat(constants.keySet()).isEqualTo(NAMED.keySet());
        constants.forEach((constant, value) -> {
            Class<? extends ModelElementInstance> type = NAMED.get(constant);
            if (type == Message.class) {
                assertThat(messages()).as(constant).contains(value);
            } else {
                assertThat(MODELS.stream().map(model -> model.<ModelElementInstance>getModelElementById(value)))
                        .as(constant)
                        .hasAtLeastOneElementOfType(type);
            }
        });
    }

    @Test
    void everyTimerAndMessageOfTheModelHasAConstant() throws IllegalAccessException {
        Set<String> named = new TreeSet<>(messages());
        timers().keySet().forEach(named::add);

        assertThat(constants().values()).containsAll(named);
        assertThat(all(Process.class))
                .extracting(Process::getId)
                .containsExactly(PublicationModel.PROCESS, PublicationModel.EXTENSION, PublicationModel.REVIEW);
        assertThat(all(Process.class)).allMatch(Process::isExecutable);
    }

    @Test
    void theStayOnTheWebsiteCallsTheExtensionUnderItsOwnBusinessKey() {
        assertThat(element("extend")).isInstanceOfSatisfying(CallActivity.class, call -> {
            assertThat(call.getCalledElement()).isEqualTo(PublicationModel.EXTENSION);
            assertThat(call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list())
                    .anySatisfy(
                            in -> assertThat(in.getCamundaBusinessKey()).isEqualTo("#{execution.processBusinessKey}"))
                    .extracting(CamundaIn::getCamundaSource)
                    .contains(Variables.NUMBER, Variables.REQUESTER, Variables.GROUP, Variables.ROUND);
        });
    }

    @Test
    void theStayOnTheWebsiteCallsTheReviewUnderNoBusinessKey() {
        assertThat(element("review")).isInstanceOfSatisfying(CallActivity.class, call -> {
            assertThat(call.getCalledElement()).isEqualTo(PublicationModel.REVIEW);
            assertThat(call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list())
                    .allSatisfy(in -> assertThat(in.getCamundaBusinessKey()).isNull())
                    .extracting(CamundaIn::getCamundaSource)
                    .containsExactlyInAnyOrder(Variables.NUMBER, Variables.REQUESTER, Variables.GROUP);
        });
    }

    @Test
    void whatTheReviewThrowsIsWhatItsCallerCatches() {
        assertThat(all(EndEvent.class).filter(end -> end.getId().equals("withdrawalDecided")))
                .singleElement()
                .satisfies(end -> assertThat(errorOf(end)).isEqualTo(errorOf((Event) element("reviewWithdraws"))));
        assertThat(reachableFrom((FlowNode) element("reviewWithdraws"))).contains("takeDown", "takenDown");
    }

    private static String errorOf(Event event) {
        return event.getChildElementsByType(ErrorEventDefinition.class)
                .iterator()
                .next()
                .getError()
                .getErrorCode();
    }

    @Test
    void everyUserTaskTellsTheProcedureThatItIsThereAndWhatWasDecided() {
        assertThat(all(UserTask.class)).hasSize(6).allSatisfy(task -> {
            List<String> calls = listeners(task);
            assertThat(calls).as(task.getId()).hasSize(4);
            assertThat(calls.get(0)).matches("create \\$\\{\\w+\\.\\w+\\(task\\)}");
            assertThat(calls.get(1)).matches("complete \\$\\{\\w+\\.\\w+\\(task\\)}");
            assertThat(calls.subList(2, 4))
                    .containsExactly("timeout ${deadlines.remind(task)}", "timeout ${deadlines.escalate(task)}");
        });
    }

    @Test
    void everyUserTaskHasADueDateAndTimersThatEndWithIt() {
        assertThat(all(UserTask.class)).hasSize(6).allSatisfy(task -> {
            assertThat(task.getCamundaDueDate()).isEqualTo("${deadlines.dueTime(execution)}");
            assertThat(task.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaTaskListener.class)
                            .list())
                    .flatExtracting(CamundaTaskListener::getTimeouts)
                    .extracting(timer -> timer.getTimeDate().getTextContent())
                    .containsExactly("${deadlines.reminderTime(execution)}", "${deadlines.escalationTime(execution)}");
        });
    }

    private static List<String> listeners(UserTask task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().stream()
                .map(listener -> listener.getCamundaEvent() + " " + listener.getCamundaExpression())
                .toList();
    }

    @Test
    void tasksAreOfferedToWhomTheProcedureNames() {
        for (String certify : List.of("certify", "certifyExtension")) {
            assertThat(userTask(certify).getCamundaCandidateGroups())
                    .isEqualTo("${procedure.certifierGroups(execution)}");
            assertThat(userTask(certify).getCamundaCandidateUsers())
                    .isEqualTo("${procedure.certifierUsers(execution)}");
        }
        for (String vet : List.of("vet", "vetExtension", "reviewCurrency")) {
            assertThat(userTask(vet).getCamundaCandidateGroups()).isEqualTo("${procedure.vetterGroups(execution)}");
            assertThat(userTask(vet).getCamundaCandidateUsers()).isEqualTo("${procedure.vetterUsers(execution)}");
        }
        assertThat(userTask("revise").getCamundaAssignee()).isEqualTo("${requester}");
    }

    @Test
    void everyExpressionIsACallOfTheProcedureAnOutcomeOrAVariableThatIsKept() throws IOException {
        for (String expression : expressions()) {
            Matcher outcome = OUTCOME.matcher(expression);
            Matcher variable = VARIABLE.matcher(expression);
            if (outcome.matches()) {
                assertThat(Coded.of(Outcome.class, outcome.group(1)))
                        .as(expression)
                        .isPresent();
            } else if (variable.matches()) {
                assertThat(Variables.KEPT).as(expression).contains(variable.group(1));
            } else if (!expression.equals("#{execution.processBusinessKey}")) {
                assertThat(expression).matches(CALL);
            }
        }
    }

    @Test
    void everyCallIsAPublicMethodThatTakesWhatTheModelGives() throws IOException {
        Map<String, Class<?>> given = Map.of("execution", DelegateExecution.class, "task", DelegateTask.class);
        List<Matcher> calls = expressions().stream()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .toList();

        assertThat(calls).isNotEmpty().allSatisfy(call -> assertThat(publicMethods(call.group(1)))
                .as(call.group())
                .filteredOn(method -> method.getName().equals(call.group(2)))
                .singleElement()
                .satisfies(method -> assertThat(method.getParameterTypes()).containsExactly(given.get(call.group(3)))));
    }

    @Test
    void everyPublicMethodOfWhatIsCalledIsCalledByTheModels() throws IOException {
        Set<String> called = expressions().stream()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .map(call -> call.group(1) + "." + call.group(2))
                .collect(Collectors.toSet());

        assertThat(BEANS.keySet().stream()
                        .flatMap(bean -> publicMethods(bean).stream().map(method -> bean + "." + method.getName())))
                .containsExactlyInAnyOrderElementsOf(called);
    }

    static Stream<String> formKeys() {
        return Stream.concat(
                all(UserTask.class).map(UserTask::getCamundaFormKey),
                Stream.of(((StartEvent) element("submitted")).getCamundaFormKey()));
    }

    @ParameterizedTest
    @MethodSource("formKeys")
    void everyFormKeyHasItsFile(String key) {
        assertThat(key).startsWith("embedded:app:forms/");
        assertThat(Path.of("src/main/resources/static", key.substring("embedded:app:".length())))
                .isRegularFile();
    }

    @Test
    void afterTheReviewTheWayFollowsFromItsOutcomeAlone() {
        FlowNode split = userTask("reviewCurrency").getSucceedingNodes().singleResult();

        assertThat(split.getOutgoing())
                .extracting(flow -> flow.getConditionExpression().getTextContent())
                .containsExactlyInAnyOrder(
                        "${outcome == 'confirmed'}", "${outcome == 'update-requested'}", "${outcome == 'withdrawn'}");
    }

    @ParameterizedTest
    @CsvSource({
        "screen, passed, blocked",
        "certify, certified, returned",
        "vet, permitted, refused",
        "revise, resubmitted, cancelled",
        "certifyExtension, certified, returned",
        "vetExtension, permitted, refused"
    })
    void afterEachTaskTheWayFollowsFromItsOutcomeAlone(String task, String yes, String no) {
        FlowNode split = ((FlowNode) element(task)).getSucceedingNodes().singleResult();

        assertThat(split).isInstanceOf(Gateway.class);
        assertThat(split.getName()).endsWith("?");
        assertThat(split.getOutgoing())
                .allSatisfy(flow -> assertThat(flow.getName()).isNotBlank())
                .extracting(flow -> flow.getConditionExpression().getTextContent())
                .containsExactlyInAnyOrder("${outcome == '" + yes + "'}", "${outcome == '" + no + "'}");
    }

    @Test
    void theTimersOfEventsAreThoseOfThePeriodAndOfTheReviewsAndAreTriedAgain() {
        Map<String, String> timers = new HashMap<>();
        timers().forEach((id, timer) -> timers.put(
                id, (timer.getTimeDate() == null ? timer.getTimeCycle() : timer.getTimeDate()).getTextContent()));

        assertThat(timers)
                .isEqualTo(Map.of(
                        PublicationModel.PUBLICATION_STARTS, "${publishFrom}",
                        PublicationModel.PERIOD_ENDS, "${publishUntil}",
                        PublicationModel.END_NEAR, "${procedure.reminderCycle(execution)}",
                        PublicationModel.REVIEW_DUE, "${procedure.reviewCycle(execution)}"));
        assertThat(List.of(PublicationModel.END_NEAR, PublicationModel.REVIEW_DUE))
                .as("what ends the stay")
                .noneMatch(id -> ((BoundaryEvent) element(id)).cancelActivity());
        assertThat(timers().keySet()).allSatisfy(id -> assertThat(((CatchEvent) element(id))
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaFailedJobRetryTimeCycle.class)
                        .list())
                .as("a takedown that met with somebody's step is on record seconds later: " + id)
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.getTextContent()).startsWith("PT2S,")));
    }

    @Test
    void theEndOfThePeriodEndsTheStayOnTheWebsite() {
        BoundaryEvent end = (BoundaryEvent) element(PublicationModel.PERIOD_ENDS);

        assertThat(end.cancelActivity()).isTrue();
        assertThat(end.getAttachedTo().getId()).isEqualTo(PublicationModel.ON_WEBSITE);
        assertThat(reachableFrom(end)).contains("takeDown", "takenDown");
    }

    @Test
    void theRecordOfARunIsKeptTenYears() {
        List<String> kept = new ArrayList<>();
        all(Process.class).map(Process::getCamundaHistoryTimeToLiveString).forEach(kept::add);
        Stream.of(Dmn.readModelFromFile(new File("processes/publication-policy.dmn")), DEADLINES)
                .flatMap(table -> table.getModelElementsByType(Decision.class).stream())
                .forEach(decision -> kept.add(decision.getCamundaHistoryTimeToLiveString()));

        assertThat(kept).hasSize(5).allSatisfy(days -> assertThat(
                        Period.parse(days).getDays())
                .as("%s; ten years have up to three leap days", days)
                .isGreaterThanOrEqualTo(3653));
    }

    @Test
    void thereAreNoScriptsAndNoClassesOnlyCalls() throws IOException {
        assertThat(all(ScriptTask.class)).isEmpty();
        assertThat(all(Script.class)).isEmpty();
        assertThat(all(CamundaScript.class)).isEmpty();
        assertThat(all(ConditionExpression.class))
                .isNotEmpty()
                .allSatisfy(condition -> assertThat(condition.getLanguage()).isNull());
        assertThat(texts())
                .doesNotContain("camunda:class", "camunda:delegateExpression", "scriptFormat", "camunda:connector");
        assertThat(all(ServiceTask.class))
                .allSatisfy(task -> assertThat(task.getCamundaExpression()).matches(CALL));
    }

    @Test
    void everythingIsDrawnOnce() {
        Collection<String> shapes =
                drawn(BpmnShape.class, shape -> shape.getBpmnElement().getId());
        Collection<String> edges =
                drawn(BpmnEdge.class, edge -> edge.getBpmnElement().getId());

        assertThat(shapes)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                all(FlowNode.class).map(FlowNode::getId),
                                all(Artifact.class)
                                        .filter(not(Association.class))
                                        .map(Artifact::getId))
                        .toList());
        assertThat(edges)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                all(SequenceFlow.class).map(SequenceFlow::getId),
                                all(Association.class).map(Association::getId))
                        .toList());
        assertThat(MODELS).as("activities on one screen").allSatisfy(model -> assertThat(
                        model.getModelElementsByType(Activity.class))
                .hasSizeLessThanOrEqualTo(12));
    }

    @Test
    void idsAreChosenAndNotGenerated() {
        assertThat(all(FlowElement.class).map(FlowElement::getId)).isNotEmpty().allSatisfy(id -> assertThat(id)
                .matches("[a-z][a-zA-Z]+"));
    }

    @Test
    void whatHappensAndWhatIsDoneHasAThaiName() {
        assertThat(Stream.concat(all(Activity.class), all(Event.class)))
                .isNotEmpty()
                .allSatisfy(element ->
                        assertThat(element.getName()).as(element.getId()).matches(".*\\p{InThai}.*"));
    }

    @Test
    void theStepsOfTheMessagesAreNamedAsInTheModel() throws IOException {
        Map<String, String> steps = new TreeMap<>();
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            messages.load(reader);
        }
        messages.stringPropertyNames().stream()
                .filter(key -> key.startsWith("step."))
                .forEach(key -> steps.put(key.substring("step.".length()), messages.getProperty(key)));

        assertThat(steps)
                .containsOnlyKeys(
                        "screen",
                        "certify",
                        "vet",
                        "revise",
                        "publicationStarts",
                        "onWebsite",
                        "certifyExtension",
                        "vetExtension",
                        "reviewCurrency");
        steps.forEach((id, name) ->
                assertThat(((FlowElement) element(id)).getName()).as(id).isEqualTo(name));
    }

    @Test
    void aRequestStandsWhereTheModelWaits() {
        assertThat(Status.elements()).hasSize(6).allSatisfy(id -> assertThat(element(id))
                .isInstanceOfAny(UserTask.class, ReceiveTask.class, IntermediateCatchEvent.class));
        assertThat(MODELS.get(0).getModelElementsByType(UserTask.class))
                .allMatch(task -> Status.elements().contains(task.getId()));
    }

    @Test
    void theTasksOfARequestAreThoseOfTheModels() {
        assertThat(Stream.of(TaskKind.values()).map(TaskKind::element))
                .containsExactlyInAnyOrderElementsOf(MODELS.stream()
                        .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                        .map(UserTask::getId)
                        .toList());
    }

    @Test
    void theProcedureKeepsTheVariablesOfTheContract() {
        assertThat(Variables.KEPT)
                .containsExactlyInAnyOrder(
                        "number",
                        "requester",
                        "group",
                        "round",
                        "outcome",
                        "reasonCode",
                        "reason",
                        "publishFrom",
                        "publishUntil");
    }

    @Test
    void everyUserTaskHasADeadline() {
        assertThat(DEADLINES.getModelElementsByType(Rule.class))
                .extracting(rule -> rule.getInputEntries().iterator().next().getTextContent())
                .containsAll(all(UserTask.class)
                        .map(task -> '"' + task.getId() + '"')
                        .toList());
    }

    private static <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return Stream.concat(
                        Stream.of(type),
                        MODELS.get(0).getModel().getType(type).getAllExtendingTypes().stream()
                                .map(extending -> extending.getInstanceType().asSubclass(type)))
                .distinct()
                .flatMap(one -> MODELS.stream().flatMap(model -> model.getModelElementsByType(one).stream()))
                .map(type::cast)
                .distinct();
    }

    private static Map<String, TimerEventDefinition> timers() {
        return all(TimerEventDefinition.class)
                .filter(timer -> timer.getParentElement() instanceof Event)
                .collect(Collectors.toMap(timer -> ((Event) timer.getParentElement()).getId(), timer -> timer));
    }

    private static Set<String> messages() {
        return all(Message.class).map(Message::getName).collect(Collectors.toSet());
    }

    private static ModelElementInstance element(String id) {
        return MODELS.stream()
                .<ModelElementInstance>map(model -> model.getModelElementById(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static UserTask userTask(String id) {
        return (UserTask) element(id);
    }

    private static String texts() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (File model : BPMN) {
            texts.append(Files.readString(model.toPath()));
        }
        return texts.toString();
    }

    private static Set<String> reachableFrom(FlowNode node) {
        Set<String> reached = new TreeSet<>();
        node.getSucceedingNodes().list().forEach(next -> {
            reached.add(next.getId());
            reached.addAll(reachableFrom(next));
        });
        return reached;
    }

    private static <T extends ModelElementInstance> List<String> drawn(
            Class<T> type, java.util.function.Function<T, String> element) {
        return all(type).map(element).toList();
    }

    private static Predicate<Object> not(Class<?> type) {
        return one -> !type.isInstance(one);
    }

    private static List<String> expressions() throws IOException {
        return EXPRESSION.matcher(texts()).results().map(found -> found.group()).toList();
    }

    private static List<Method> publicMethods(String bean) {
        assertThat(BEANS).containsKey(bean);
        return Arrays.stream(BEANS.get(bean).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .toList();
    }

    private static Map<String, String> constants() throws IllegalAccessException {
        Map<String, String> constants = new TreeMap<>();
        for (Field field : PublicationModel.class.getDeclaredFields()) {
            if (isConstant(field)) {
                constants.put(field.getName(), (String) field.get(null));
            }
        }
        return constants;
    }

    private static boolean isConstant(Field field) {
        return field.getType() == String.class && Modifier.isStatic(field.getModifiers());
    }
}
