package prakat.web.desk.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.PublicationProcess;
import prakat.request.PublicationRequest;
import prakat.request.Status;
import prakat.request.draft.Draft;
import prakat.request.draft.Drafts;
import prakat.request.query.Requests;
import prakat.web.ScriptModules;
import prakat.web.Uploads;
import prakat.web.desk.DeskPage;
import prakat.web.desk.draft.SubmissionPage.FieldError;
import prakat.web.desk.task.Assignees;

/**
 * Where something is proposed, and revised when it came back. What is on the page is saved before anything else, so that
 * nothing that was typed is lost.
 */
@DeskPage
class SubmissionController {

    /** How long a page waits for files to be read that are not known yet; most are, from when they were attached. */
    private static final Duration UNTIL_SCREENED = Duration.ofSeconds(2);

    private final Drafts drafts;
    private final Requests requests;
    private final PublicationProcess process;
    private final SubmissionPages pages;
    private final Assignees assignees;
    private final Uploads uploads;
    private final MessageSource messages;
    private final ScriptModules modules;
    private final TransactionTemplate transaction;

    SubmissionController(
            Drafts drafts,
            Requests requests,
            PublicationProcess process,
            SubmissionPages pages,
            Assignees assignees,
            Uploads uploads,
            MessageSource messages,
            ScriptModules modules,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.requests = requests;
        this.process = process;
        this.pages = pages;
        this.assignees = assignees;
        this.uploads = uploads;
        this.messages = messages;
        this.modules = modules;
        this.transaction = transaction;
    }

    /** @param item reference of an item to be disclosed that is chosen on the page already; null for none */
    @GetMapping("/desk/new")
    ModelAndView propose(@RequestParam(required = false) String item, Person reader, Locale locale) {
        Draft draft = drafts.forNew(reader);
        return page(draft, draft.typed(), List.of(), reader, locale).addObject("item", item);
    }

    /** The item stays chosen where the page is loaded again before anything was typed. */
    @GetMapping("/desk/new/{id}")
    ModelAndView goOn(
            @PathVariable String id, @RequestParam(required = false) String item, Person reader, Locale locale) {
        Draft draft = drafts.get(id, reader);
        return page(draft, draft.typed(), List.of(), reader, locale)
                .addObject("item", draft.saves() == 0 ? item : null);
    }

    @PostMapping("/desk/requests/{id}/copy")
    String copy(@PathVariable String id, Person reader) {
        return "redirect:" + SubmissionPages.address(drafts.copyOf(id, reader));
    }

    @GetMapping("/desk/requests/{id}/revise")
    ModelAndView revise(@PathVariable String id, Person reader, Locale locale) {
        Draft draft = drafts.forRevision(id, reader);
        return page(draft, draft.typed(), List.of(), reader, locale);
    }

    @GetMapping("/desk/requests/{id}/update")
    ModelAndView update(@PathVariable String id, Person reader, Locale locale) {
        Draft draft = drafts.forUpdate(id, reader);
        return page(draft, draft.typed(), List.of(), reader, locale);
    }

    /** Under the address of all as well, at which a page was opened. */
    @PostMapping({"/desk/new", "/desk/new/{id}"})
    ModelAndView propose(HttpServletRequest sent, Person reader, Locale locale, RedirectAttributes next) {
        return propose(() -> drafts.forNew(reader), sent, reader, locale, next);
    }

    @PostMapping("/desk/requests/{id}/update")
    ModelAndView update(
            @PathVariable String id, HttpServletRequest sent, Person reader, Locale locale, RedirectAttributes next) {
        return propose(() -> drafts.forUpdate(id, reader), sent, reader, locale, next);
    }

    /**
     * Does what was asked with a draft that becomes a request of its own.
     *
     * @param another the draft to go on with where the one of the page is gone
     */
    private ModelAndView propose(
            Supplier<Draft> another, HttpServletRequest sent, Person reader, Locale locale, RedirectAttributes next) {
        TypedForm form = TypedForm.of(sent);
        try {
            return act(form, reader, locale, next);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            // A double click: the first one has submitted it.
            return drafts.submittedAs(form.draft(), reader)
                    .map(id -> submitted(requests.get(id, reader), reader, locale, next))
                    .orElseGet(() -> gone(another.get(), form, reader, locale));
        }
    }

    @PostMapping("/desk/requests/{id}/revise")
    ModelAndView revise(
            @PathVariable String id, HttpServletRequest sent, Person reader, Locale locale, RedirectAttributes next) {
        TypedForm form = TypedForm.of(sent);
        PublicationRequest request = requests.get(id, reader);
        try {
            return act(form, reader, locale, next);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            boolean again = request.requester().equals(reader.id())
                    && requests.get(id, reader).status() == Status.AWAITING_CERTIFICATION;
            return again
                    ? submitted(request, reader, locale, next)
                    : gone(drafts.forRevision(id, reader), form, reader, locale);
        }
    }

    private ModelAndView act(TypedForm form, Person reader, Locale locale, RedirectAttributes next) {
        Draft draft;
        try {
            draft = alone(() -> drafts.save(form.draft(), reader, form.saves(), form.typed(), form.described()));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            // Shown with the newer draft's count, so that sending it once more saves what is on this page.
            Draft newer = drafts.get(form.draft(), reader).describing(form.described());
            return page(newer, form.typed(), pages.errors(refusal, locale), reader, locale);
        }
        List<FieldError> errors = add(draft, form.files(), reader, locale);
        if (form.action().startsWith(TypedForm.REMOVE)) {
            drafts.remove(draft.id(), reader, file(form.action()));
        }
        if (errors.isEmpty() && form.isAboutFiles()) {
            return new ModelAndView("redirect:" + SubmissionPages.address(draft) + "#attachments");
        }
        if (errors.isEmpty() && form.action().equals(TypedForm.PREVIEW)) {
            return new ModelAndView("redirect:/desk/drafts/" + draft.id() + "/preview");
        }
        if (errors.isEmpty() && form.action().equals(TypedForm.SAVE)) {
            next.addFlashAttribute("said", messages.getMessage("submit.saved", null, locale));
            return new ModelAndView("redirect:" + SubmissionPages.address(draft));
        }
        HttpStatus status = HttpStatus.BAD_REQUEST;
        if (errors.isEmpty()) {
            try {
                return submitted(alone(() -> drafts.submit(draft.id(), reader)), reader, locale, next);
            } catch (Refusal refusal) {
                if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                    throw refusal;
                }
                errors = pages.errors(refusal, locale);
                status = HttpStatus.valueOf(refusal.kind().status());
            }
        }
        Draft kept = drafts.get(draft.id(), reader);
        ModelAndView page = page(kept, kept.typed(), errors, reader, locale);
        page.setStatus(status);
        return page;
    }

    /** Turns a concurrent change into a refusal, which this page shows with what was typed. */
    private static <T> T alone(Supplier<T> change) {
        try {
            return change.get();
        } catch (ConcurrencyFailureException failure) {
            throw Refusal.conflict("at-the-same-time");
        }
    }

    private List<FieldError> add(Draft draft, List<MultipartFile> files, Person reader, Locale locale) {
        List<FieldError> errors = new ArrayList<>();
        for (MultipartFile file : files) {
            if (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()) {
                continue;
            }
            try {
                drafts.add(draft.id(), reader, uploads.of(file));
            } catch (Refusal refusal) {
                errors.addAll(pages.errors(refusal, locale));
            }
        }
        return errors;
    }

    private ModelAndView submitted(PublicationRequest request, Person reader, Locale locale, RedirectAttributes next) {
        process.awaitScreening(request.id(), UNTIL_SCREENED);
        String with = transaction.execute(
                status -> String.join(", ", assignees.of(requests.get(request.id(), reader), locale)));
        next.addFlashAttribute(
                "said", messages.getMessage("submit.done", new Object[] {request.number(), with}, locale));
        return new ModelAndView("redirect:/desk/requests/" + request.id());
    }

    /** Goes on with what was typed in a new draft, where the old one was discarded in another window. */
    private ModelAndView gone(Draft draft, TypedForm form, Person reader, Locale locale) {
        List<FieldError> errors = List.of(new FieldError("", messages.getMessage("submit.wrong.gone", null, locale)));
        return page(draft, form.typed(), errors, reader, locale);
    }

    private ModelAndView page(Draft draft, Draft.Typed typed, List<FieldError> errors, Person reader, Locale locale) {
        ModelAndView page = new ModelAndView("desk/submit");
        page.addObject("modules", modules);
        page.addObject("page", transaction.execute(status -> pages.page(draft, typed, errors, reader, locale)));
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    private static long file(String action) {
        try {
            return Long.parseLong(action.substring(TypedForm.REMOVE.length()));
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }
}
