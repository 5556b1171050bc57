package prakat.web.desk.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.RequestCommands;
import prakat.request.record.TaskKind;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;

/**
 * The page on which a director certifies several requests from one list. Each has its own checklist and is a decision of its
 * own, as on the page of one request: what is wrong with one keeps none of the others back.
 */
@DeskPage
@RequestMapping("/desk/certify")
class CertificationController {

    /** More than anybody reads at one go. */
    private static final int MOST = 20;

    private static final int LONGEST_ID = 36;

    private static final String MARKED = "marked";

    private final RequestCommands commands;
    private final DecisionPages pages;
    private final FieldErrors fieldErrors;
    private final MessageSource messages;

    CertificationController(
            RequestCommands commands, DecisionPages pages, FieldErrors fieldErrors, MessageSource messages) {
        this.commands = commands;
        this.pages = pages;
        this.fieldErrors = fieldErrors;
        this.messages = messages;
    }

    /** What waits for the reader to be certified; after an attempt also what became of each, and the marks of the rest. */
    @GetMapping
    String list(Person reader, Locale locale, Model model) {
        model.addAttribute("waiting", pages.toCertify(reader, MOST, locale));
        if (!model.containsAttribute(MARKED)) {
            model.addAttribute(MARKED, Set.of());
        }
        return "desk/certify";
    }

    /**
     * Certifies those whose checklist is complete, and says of each that has a mark what became of it.
     *
     * @param item ids of the requests on the page
     */
    @PostMapping
    String certify(
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam Map<String, String> fields,
            Person reader,
            Locale locale,
            RedirectAttributes next) {
        Map<String, DecisionForm> marked = new LinkedHashMap<>();
        item.stream().filter(id -> id.length() <= LONGEST_ID).limit(MOST).forEach(id -> {
            DecisionForm form = DecisionForm.of(id, fields);
            if (kind(form).filter(form::isMarked).isPresent()) {
                marked.put(id, form);
            }
        });
        Map<String, String> names = pages.names(marked.keySet(), reader);
        // Kept in the session for the next page.
        List<List<String>> certified = new ArrayList<>();
        List<List<String>> refused = new ArrayList<>();
        marked.forEach((id, form) -> {
            String name = names.getOrDefault(id, messages.getMessage("certify.unknown", null, locale));
            certify(kind(form).orElseThrow(), id, form, reader, locale)
                    .ifPresentOrElse(
                            why -> refused.add(List.of(id, name, why)), () -> certified.add(List.of(id, name)));
        });
        next.addFlashAttribute("certified", certified);
        next.addFlashAttribute("refused", refused);
        next.addFlashAttribute(MARKED, marks(marked));
        return "redirect:/desk/certify";
    }

    /** The names of the fields with a mark: what else was sent is not for the session to keep. */
    private static Set<String> marks(Map<String, DecisionForm> marked) {
        Set<String> marks = new HashSet<>();
        marked.forEach((id, form) -> kind(form).orElseThrow().criteria().stream()
                .filter(criterion -> !form.value(criterion.code()).isEmpty())
                .forEach(criterion -> marks.add(id + "." + criterion.code())));
        return marks;
    }

    private static Optional<TaskKind> kind(DecisionForm form) {
        return TaskKind.of(form.value("step")).filter(TaskKind.CERTIFICATIONS::contains);
    }

    /** Why it could not be certified; empty where it was. */
    private Optional<String> certify(TaskKind kind, String id, DecisionForm form, Person reader, Locale locale) {
        try {
            DecisionForm yes = form.with(kind.yes());
            commands.decide(kind, id, reader, () -> yes.decision(kind, key -> messages.getMessage(key, null, locale)));
            return Optional.empty();
        } catch (ConcurrencyFailureException failure) {
            return Optional.of(messages.getMessage("refusal.somebody-was-faster", null, locale));
        } catch (Refusal refusal) {
            return Optional.of(
                    refusal.kind() == Refusal.Kind.INVALID
                            ? String.join(
                                    " ",
                                    fieldErrors
                                            .of(refusal, DecisionForm.names(kind), locale)
                                            .values())
                            : messages.getMessage("refusal." + refusal.code(), null, locale));
        }
    }
}
