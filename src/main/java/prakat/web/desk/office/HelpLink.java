package prakat.web.desk.office;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import prakat.organisation.Person;
import prakat.web.desk.DeskPage;

/** The link to the help for the reader's own role, in the header of each page of the desk. */
@ControllerAdvice(annotations = DeskPage.class)
class HelpLink {

    @ModelAttribute("helpHref")
    String helpHref(Person reader) {
        return HelpPage.of(reader).href();
    }
}
