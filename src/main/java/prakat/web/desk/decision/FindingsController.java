package prakat.web.desk.decision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.organisation.Person;
import prakat.request.Action;
import prakat.request.rescreening.Rescreenings;
import prakat.web.desk.DeskPage;
import prakat.web.desk.content.ScreeningLines;
import prakat.web.desk.decision.ActionForms.Form;

/** The page on which web officers and the group's directors answer what was found in what is public, so that it stays. */
@DeskPage
@RequestMapping("/desk/requests/{id}/findings")
class FindingsController {

    private final ActionForms forms;
    private final Rescreenings rescreenings;
    private final ScreeningLines screening;

    FindingsController(ActionForms forms, Rescreenings rescreenings, ScreeningLines screening) {
        this.forms = forms;
        this.rescreenings = rescreenings;
        this.screening = screening;
    }

    @GetMapping
    ModelAndView form(@PathVariable String id, Person reader, Locale locale) {
        return forms.show(form(locale), id, reader, DecisionForm.EMPTY);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        DecisionForm typed = new DecisionForm(fields);
        return forms.send(
                form(locale),
                id,
                reader,
                typed,
                () -> rescreenings.answer(id, reader, typed::answers).number(),
                locale,
                next);
    }

    private Form form(Locale locale) {
        return new Form(
                "findings",
                Action.ANSWER_FINDINGS,
                List.of("answers"),
                (request, page) ->
                        page.addAttribute("lines", screening.of(request, locale).unanswered()));
    }
}
