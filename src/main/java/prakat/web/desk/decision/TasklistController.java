package prakat.web.desk.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.json.MappingJackson2JsonView;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.record.Decision;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;

/**
 * What Tasklist shows of a task. It completes the task by itself: its script loads what the desk's page shows, has the
 * fields checked here, and sends the variables that it gets to the engine.
 */
@DeskPage
@RequestMapping("/desk/tasks/{task}")
class TasklistController {

    private final DecisionPages pages;
    private final FieldErrors fieldErrors;
    private final MessageSource messages;
    private final ObjectMapper json;

    TasklistController(DecisionPages pages, FieldErrors fieldErrors, MessageSource messages, ObjectMapper json) {
        this.pages = pages;
        this.fieldErrors = fieldErrors;
        this.messages = messages;
        this.json = json;
    }

    /** The content and the panel, without the desk's frame. */
    @GetMapping("/form")
    ModelAndView form(@PathVariable String task, Person reader, Locale locale) {
        return view(page(task, reader, locale), DecisionForm.EMPTY, Map.of());
    }

    /** The variables with which the task is completed, as JSON; where a field is wrong, the form with what was typed. */
    @PostMapping("/form")
    ModelAndView variables(
            @PathVariable String task, @RequestParam Map<String, String> fields, Person reader, Locale locale) {
        DecisionPage page = page(task, reader, locale);
        DecisionForm form = new DecisionForm(fields);
        try {
            PublicationRequest request = page.content().request();
            Map<String, Object> completion = Map.of(
                    "variables",
                    page.isChecklist()
                            ? variables(form.decision(page.step(), key -> messages.getMessage(key, null, locale)))
                            : form.review(),
                    "said",
                    messages.getMessage(
                            "decide.done",
                            new Object[] {messages.getMessage(form.outcomeKey(page.step()), null, locale)},
                            locale),
                    "about",
                    request.number() + " " + page.content().current().title(),
                    "href",
                    "/desk/requests/" + request.id(),
                    "waiting",
                    pages.waiting(reader).stream()
                            .map(OpenTask::id)
                            .filter(id -> !id.equals(task))
                            .toList());
            MappingJackson2JsonView view = new MappingJackson2JsonView(json);
            view.setModelKeys(completion.keySet());
            return new ModelAndView(view, completion);
        } catch (Refusal refusal) {
            return view(page, form, fieldErrors.of(refusal, DecisionForm.names(page.step()), locale));
        }
    }

    /** The record of the request that the task is about. */
    @GetMapping("/record")
    ModelAndView record(@PathVariable String task, Person reader, Locale locale) {
        return new ModelAndView("desk/record", "content", pages.contentOf(task, reader, locale));
    }

    private DecisionPage page(String task, Person reader, Locale locale) {
        return pages.ofTask(task, reader, locale).orElseThrow(() -> Refusal.conflict("somebody-was-faster"));
    }

    private static ModelAndView view(DecisionPage page, DecisionForm form, Map<String, String> errors) {
        return new ModelAndView("desk/decision", Map.of("page", page, "typed", form, "errors", errors));
    }

    private Map<String, Object> variables(Decision decision) {
        Map<String, Object> variables = new LinkedHashMap<>(decision.checklist());
        variables.put("outcome", decision.outcome());
        variables.put("contentSha256", decision.contentSha256());
        variables.put("reasonCode", decision.reasonCode());
        variables.put("reason", decision.reason());
        decision.remarks().forEach((criterion, remark) -> variables.put(criterion + "Remark", remark));
        if (!decision.answers().isEmpty()) {
            variables.put("answers", json.valueToTree(decision.answers()).toString());
        }
        return variables;
    }
}
