package prakat.web.desk;

import java.security.Principal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import prakat.input.Refusal;
import prakat.notification.Outbox;
import prakat.organisation.Organisation;
import prakat.organisation.Person;

/** Finds the person who is signed in, and refuses everybody who has no part in the procedure. */
@ControllerAdvice(annotations = DeskPage.class)
public class DeskReader {

    private final Organisation organisation;
    private final Outbox outbox;

    DeskReader(Organisation organisation, Outbox outbox) {
        this.organisation = organisation;
        this.outbox = outbox;
    }

    @ModelAttribute("reader")
    public Person reader(Principal caller) {
        return organisation
                .person(caller.getName())
                .filter(Person::isStaff)
                .orElseThrow(() -> Refusal.forbidden("not-staff"));
    }

    /** Whether the page with the mails is on, as in the profile {@code demo}. */
    @ModelAttribute("mailsShown")
    boolean mailsShown() {
        return outbox.isShown();
    }
}
