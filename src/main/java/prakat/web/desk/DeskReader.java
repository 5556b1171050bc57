package prakat.web.desk;

import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.MethodParameter;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import prakat.input.Refusal;
import prakat.notification.Outbox;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.request.draft.BegunDraft;
import prakat.request.draft.Drafts;

/**
 * Finds the person who is signed in, and refuses everybody who has no part in the procedure. The desk's templates have the
 * person as {@code reader}, its controllers as a parameter of that type.
 */
@ControllerAdvice(annotations = DeskPage.class)
class DeskReader implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    /** Code of the refusal of somebody who has no part in the procedure. */
    static final String NOT_STAFF = "not-staff";

    private final Organisation organisation;
    private final Outbox outbox;
    private final Drafts drafts;

    DeskReader(Organisation organisation, Outbox outbox, Drafts drafts) {
        this.organisation = organisation;
        this.outbox = outbox;
        this.drafts = drafts;
    }

    @ModelAttribute("reader")
    Person reader(Principal caller) {
        return organisation
                .person(caller.getName())
                .filter(Person::isStaff)
                .orElseThrow(() -> Refusal.forbidden(NOT_STAFF));
    }

    /** What the reader has begun to propose; looked up where a page asks for it. */
    @ModelAttribute("begun")
    Supplier<List<BegunDraft>> begun(Principal caller) {
        return SingletonSupplier.of(() -> drafts.begun(reader(caller)));
    }

    /** Whether the page with the mails is on, as in the profile {@code demo}. */
    @ModelAttribute("mailsShown")
    boolean mailsShown() {
        return outbox.isShown();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Person.class;
    }

    @Override
    public Person resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer page,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return reader(request.getUserPrincipal());
    }
}
