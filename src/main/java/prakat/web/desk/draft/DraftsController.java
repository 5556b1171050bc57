package prakat.web.desk.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.organisation.Person;
import prakat.request.content.StoredFile;
import prakat.request.draft.Draft;
import prakat.request.draft.Drafts;
import prakat.web.Downloads;
import prakat.web.PictureFiles;
import prakat.web.desk.DeskPage;

/** A draft's own pages: how the public would see it, its files, and the page to discard it. */
@DeskPage
class DraftsController {

    private final Drafts drafts;
    private final Previews previews;
    private final PictureFiles pictures;
    private final MessageSource messages;

    DraftsController(Drafts drafts, Previews previews, PictureFiles pictures, MessageSource messages) {
        this.drafts = drafts;
        this.previews = previews;
        this.pictures = pictures;
        this.messages = messages;
    }

    @GetMapping("/desk/drafts/{id}/preview")
    String preview(@PathVariable String id, Person reader, Locale locale, Model model) {
        Draft draft = drafts.get(id, reader);
        model.addAttribute("back", SubmissionPages.address(draft));
        model.addAttribute("article", previews.of(draft, reader, locale));
        return "desk/preview";
    }

    /** As it was sent in; a picture in one of its widths where one is asked for. */
    @GetMapping("/desk/drafts/{id}/files/{file}")
    void file(
            @PathVariable String id,
            @PathVariable long file,
            @RequestParam(required = false) String width,
            Person reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        StoredFile stored = drafts.file(id, reader, file);
        Downloads.send(width == null ? stored : pictures.variant(stored, width), null, request, response);
    }

    @GetMapping("/desk/drafts/{id}/discard")
    String ask(@PathVariable String id, Person reader, Model model) {
        Draft draft = drafts.get(id, reader);
        model.addAttribute("draft", draft);
        model.addAttribute("back", SubmissionPages.address(draft));
        return "desk/discard";
    }

    @PostMapping("/desk/drafts/{id}/discard")
    String discard(@PathVariable String id, Person reader, Locale locale, RedirectAttributes next) {
        drafts.discard(id, reader);
        next.addFlashAttribute("said", messages.getMessage("submit.discarded", null, locale));
        return "redirect:/desk";
    }
}
