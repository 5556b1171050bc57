package prakat.web.desk;

import java.security.Principal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import prakat.input.Refusal;
import prakat.notification.Outbox;
import prakat.organisation.Organisation;
import prakat.organisation.Person;

/** Who reads the desk's pages: somebody with a part in the procedure. */
@ControllerAdvice(annotations = DeskPage.class)
class DeskReader {

    private final Organisation organisation;
    private final Outbox outbox;

    DeskReader(Organisation organisation, Outbox outbox) {
        this.organisation = organisation;
        this.outbox = outbox;
    }

    @ModelAttribute("reader")
    Person reader(Principal caller) {
        return organisation
                .person(caller.getName())
                .filter(Person::isStaff)
                .orElseThrow(() -> Refusal.forbidden("not-staff"));
    }

    /** Where the reader learns how to do their part. */
    @ModelAttribute("helpHref")
    String helpHref(@ModelAttribute("reader") Person reader) {
        return HelpPage.of(reader).href();
    }

    /** Whether the mails are shown on a page: while trying out. */
    @ModelAttribute("mailsShown")
    boolean mailsShown() {
        return outbox.isShown();
    }
}
