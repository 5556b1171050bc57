package prakat.web.desk;

import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import prakat.organisation.Person;
import prakat.request.Requests;

/** Where the owner, asked before the end, lets the period end. */
@DeskPage
class LapseController {

    private final Requests requests;

    LapseController(Requests requests) {
        this.requests = requests;
    }

    /** Records it; an extension may still be asked for. */
    @PostMapping("/desk/requests/{id}/lapse")
    String lapse(@PathVariable String id, @ModelAttribute("reader") Person reader, RedirectAttributes next) {
        requests.lapse(id, reader);
        next.addFlashAttribute("done", "lapse-chosen");
        return "redirect:/desk/requests/{id}";
    }
}
