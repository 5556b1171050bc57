package prakat.web.desk.decision;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.RequestCommands;
import prakat.request.query.ProcessView.OpenTask;
import prakat.request.query.Requests;
import prakat.request.record.Decision;
import prakat.request.record.TaskKind;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;

/**
 * The page on which directors and web officers decide, for those whom the open task is offered to. It does the same as
 * Tasklist, whose forms show the same content; see {@link TasklistController}.
 */
@DeskPage
class DecisionController {

    private final Requests requests;
    private final RequestCommands commands;
    private final DecisionPages pages;
    private final FieldErrors fieldErrors;
    private final MessageSource messages;

    DecisionController(
            Requests requests,
            RequestCommands commands,
            DecisionPages pages,
            FieldErrors fieldErrors,
            MessageSource messages) {
        this.requests = requests;
        this.commands = commands;
        this.pages = pages;
        this.fieldErrors = fieldErrors;
        this.messages = messages;
    }

    /** Where a mail leads: to the task's own page. */
    @GetMapping("/desk/requests/{id}/tasks/{task:[0-9a-f-]{36}}")
    ModelAndView ofTask(
            @PathVariable String id, @PathVariable String task, Person reader, Locale locale, RedirectAttributes next) {
        return pages.ofTask(task, reader, locale)
                .map(page -> new ModelAndView("redirect:/desk/requests/{id}/decide?step="
                        + page.step().element()))
                .orElseGet(() -> notOpen(id, reader, locale, next));
    }

    /** The page; without an open task for this reader it leads to the request, which says where it stands. */
    @GetMapping("/desk/requests/{id}/decide")
    ModelAndView form(
            @PathVariable String id,
            @RequestParam(required = false) String step,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        Optional<DecisionPage> page = pages.ofRequest(id, step, reader, locale);
        if (page.filter(found -> found.step() == TaskKind.REVISE).isPresent()) {
            return new ModelAndView("redirect:/desk/requests/{id}/revise");
        }
        return page.map(found -> view(found, DecisionForm.EMPTY, Map.of(), HttpStatus.OK))
                .orElseGet(() -> notOpen(id, reader, locale, next));
    }

    /** Decides; where that is not possible the page comes back with what was typed, as long as the task is open. */
    @PostMapping("/desk/requests/{id}/decide")
    ModelAndView decide(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        DecisionForm form = new DecisionForm(fields);
        TaskKind step = TaskKind.of(form.value("step"))
                .filter(known -> known != TaskKind.REVISE)
                .orElseThrow(Refusal::notFound);
        try {
            decide(step, id, reader, form, locale);
        } catch (ConcurrencyFailureException failure) {
            return again(id, step, form, Refusal.conflict("somebody-was-faster"), reader, locale);
        } catch (Refusal refusal) {
            return again(id, step, form, refusal, reader, locale);
        }
        return goOn(id, messages.getMessage(form.outcomeKey(step), null, locale), reader, locale, next);
    }

    /** To what has waited longest of the rest; to the desk where nothing waits any more. */
    private ModelAndView goOn(String decided, String outcome, Person reader, Locale locale, RedirectAttributes next) {
        Optional<OpenTask> waiting = pages.waiting(reader).stream().findFirst();
        PublicationRequest request = requests.get(decided, reader);
        next.addFlashAttribute(
                "said",
                messages.getMessage(
                        waiting.isPresent() ? "decide.done" : "decide.done-all", new Object[] {outcome}, locale));
        next.addFlashAttribute("saidOf", request.number());
        next.addFlashAttribute("saidOfHref", "/desk/requests/" + decided);
        return new ModelAndView(waiting.map(
                        task -> "redirect:/desk/requests/%s/decide?step=%s".formatted(task.requestId(), task.element()))
                .orElse("redirect:/desk"));
    }

    private void decide(TaskKind step, String id, Person reader, DecisionForm form, Locale locale) {
        Supplier<Decision> decision = () -> form.decision(step, key -> messages.getMessage(key, null, locale));
        if (step == TaskKind.REVIEW) {
            commands.review(id, reader, form::review);
        } else {
            commands.decide(step, id, reader, decision);
        }
    }

    private ModelAndView again(
            String id, TaskKind step, DecisionForm form, Refusal refusal, Person reader, Locale locale) {
        boolean conflict = refusal.kind() == Refusal.Kind.CONFLICT;
        Map<String, String> errors = conflict
                ? Map.of("", messages.getMessage("refusal." + refusal.code(), null, locale))
                : fieldErrors.of(refusal, DecisionForm.names(step), locale);
        return pages.ofRequest(id, step.element(), reader, locale)
                .map(page -> view(
                        page, form, errors, HttpStatus.valueOf(refusal.kind().status())))
                .orElseThrow(() -> refusal);
    }

    private ModelAndView notOpen(String id, Person reader, Locale locale, RedirectAttributes next) {
        requests.get(id, reader);
        next.addFlashAttribute("said", messages.getMessage("decide.not-open", null, locale));
        return new ModelAndView("redirect:/desk/requests/{id}");
    }

    private static ModelAndView view(
            DecisionPage page, DecisionForm form, Map<String, String> errors, HttpStatus status) {
        return new ModelAndView("desk/decide", Map.of("page", page, "typed", form, "errors", errors), status);
    }
}
