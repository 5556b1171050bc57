package prakat.web.desk.decision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.Rules;
import prakat.request.query.Requests;
import prakat.web.desk.FieldErrors;

/** Shows the pages on which somebody does something to a request, and does it. */
@Component
class ActionForms {

    private final Requests requests;
    private final Rules rules;
    private final FieldErrors fieldErrors;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    ActionForms(
            Requests requests,
            Rules rules,
            FieldErrors fieldErrors,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.rules = rules;
        this.fieldErrors = fieldErrors;
        this.messages = messages;
        this.transaction = transaction;
    }

    /**
     * The form for an action.
     *
     * @param name of its template, and of its messages
     * @param fields in their order on the page
     * @param details adds what the page shows of the request besides its title
     */
    record Form(String name, Action action, List<String> fields, BiConsumer<PublicationRequest, ModelMap> details) {}

    /** The page with the empty form, for those who may do it now. */
    ModelAndView show(Form form, String id, Person reader, Object empty) {
        return page(form, id, reader, empty, Map.of());
    }

    /**
     * Does it and leads to the request, which says so; where a field is wrong the form comes back with what was typed.
     *
     * @param action does it, in a transaction; returns what the message names
     */
    ModelAndView send(
            Form form,
            String id,
            Person reader,
            Object typed,
            Supplier<String> action,
            Locale locale,
            RedirectAttributes next) {
        try {
            Object[] named = {transaction.execute(transacted -> action.get())};
            next.addFlashAttribute("said", messages.getMessage(form.name() + ".done", named, locale));
        } catch (Refusal refusal) {
            return page(form, id, reader, typed, fieldErrors.of(refusal, form.fields(), locale));
        }
        return new ModelAndView("redirect:/desk/requests/{id}");
    }

    private ModelAndView page(Form form, String id, Person reader, Object typed, Map<String, String> errors) {
        ModelAndView page =
                new ModelAndView("desk/" + form.name(), errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        transaction.executeWithoutResult(transacted -> {
            PublicationRequest request = requests.get(id, reader);
            rules.ensure(form.action(), request, reader);
            page.addObject("request", request);
            page.addObject("subject", request.current().title());
            form.details().accept(request, page.getModelMap());
        });
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }
}
