package prakat.web.desk.decision;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.input.Refusal;
import prakat.organisation.Office;
import prakat.organisation.Organisation;
import prakat.organisation.Organisation.Staff;
import prakat.organisation.Person;
import prakat.request.Action;
import prakat.request.PublicationRequest;
import prakat.request.Reassignments;
import prakat.request.Rules;
import prakat.request.query.Requests;
import prakat.request.record.Reassignment;
import prakat.web.desk.DeskPage;
import prakat.web.desk.FieldErrors;

/** The page on which a director gives a request whose owner has left to another member of the group. */
@DeskPage
@RequestMapping("/desk/requests/{id}/owner")
class OwnerController {

    private static final List<String> FIELDS = List.of("user", "reason");
    private static final Reassignment NOTHING_SAID = new Reassignment("", "");

    private final Requests requests;
    private final Reassignments reassignments;
    private final Rules rules;
    private final Organisation organisation;
    private final Office office;
    private final FieldErrors fieldErrors;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    OwnerController(
            Requests requests,
            Reassignments reassignments,
            Rules rules,
            Organisation organisation,
            Office office,
            FieldErrors fieldErrors,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.reassignments = reassignments;
        this.rules = rules;
        this.organisation = organisation;
        this.office = office;
        this.fieldErrors = fieldErrors;
        this.messages = messages;
        this.transaction = transaction;
    }

    /**
     * What the director sees before choosing.
     *
     * @param owner the present one's name
     * @param group name
     * @param staff who may become its owner, in the order of the language
     */
    record Left(String id, String number, String title, String owner, String group, List<Staff> staff) {}

    /** The form, for those who may change the owner now. */
    @GetMapping
    ModelAndView form(@PathVariable String id, @ModelAttribute("reader") Person reader, Locale locale) {
        return page(id, reader, NOTHING_SAID, Map.of(), locale);
    }

    /** Gives it to them; where something is wrong the form comes back with what was typed. */
    @PostMapping
    ModelAndView reassign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute("reader") Person reader,
            Locale locale,
            RedirectAttributes next) {
        Reassignment said = new Reassignment(user, reason);
        try {
            String owner = reassignments.reassign(id, reader, () -> said).requesterName();
            next.addFlashAttribute("said", messages.getMessage("owner.done", new Object[] {owner}, locale));
        } catch (Refusal refusal) {
            return page(id, reader, said, fieldErrors.of(refusal, FIELDS, locale), locale);
        }
        return new ModelAndView("redirect:/desk/requests/{id}");
    }

    private ModelAndView page(String id, Person reader, Reassignment said, Map<String, String> errors, Locale locale) {
        ModelAndView page = new ModelAndView("desk/owner", errors.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("left", transaction.execute(transacted -> left(requests.get(id, reader), reader, locale)));
        page.addObject("typed", said);
        page.addObject("errors", errors);
        return page;
    }

    private Left left(PublicationRequest request, Person reader, Locale locale) {
        rules.ensure(Action.REASSIGN, request, reader);
        return new Left(
                request.id(),
                request.number(),
                request.current().title(),
                request.requesterName(),
                office.groupName(request.groupCode(), locale),
                organisation.staff(request.groupCode()).stream()
                        .filter(staff -> !staff.id().equals(request.requester()))
                        .sorted(Comparator.comparing(Staff::name, Collator.getInstance(locale))
                                .thenComparing(Staff::id))
                        .toList());
    }
}
