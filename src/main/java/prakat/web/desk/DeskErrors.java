package prakat.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import prakat.input.Refusal;
import prakat.organisation.Candidates;
import prakat.organisation.Organisation;
import prakat.organisation.office.Group;
import prakat.web.Problems;

/**
 * Refusals as pages of the desk, with the same messages as in the API. After a conflict the page shows what was typed, so
 * that nobody has to write it again.
 */
@ControllerAdvice(basePackageClasses = DeskErrors.class)
class DeskErrors {

    /** Values such as ids, codes and numbers, which are not shown as typed text. */
    private static final Pattern CODE = Pattern.compile("[\\w.-]*");

    private final Problems problems;
    private final Organisation organisation;

    DeskErrors(Problems problems, Organisation organisation) {
        this.problems = problems;
        this.organisation = organisation;
    }

    /**
     * Whom to ask.
     *
     * @param mail null where none is known
     */
    record Administrator(String name, String mail) {}

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Problems.tellWhenToRetry(refusal, response);
        if (DeskReader.NOT_STAFF.equals(refusal.code())) {
            return noGroup(request.getRemoteUser(), page("desk/no-group", refusal, locale));
        }
        boolean tooLate = refusal.kind() == Refusal.Kind.CONFLICT && "POST".equals(request.getMethod());
        return tooLate ? conflict(refusal, request, false, locale) : page("problem", refusal, locale);
    }

    /** Two people changed the same thing at the same time. Nothing was recorded; sending it again may work. */
    @ExceptionHandler
    ModelAndView somebodyWasFaster(ConcurrencyFailureException failure, HttpServletRequest request, Locale locale) {
        boolean hasFiles = String.valueOf(request.getContentType()).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
        return conflict(
                Refusal.conflict("at-the-same-time"), request, "POST".equals(request.getMethod()) && !hasFiles, locale);
    }

    /** Somebody who could sign in, and can do nothing: who they are here, and whom to ask. */
    private ModelAndView noGroup(String account, ModelAndView page) {
        page.addObject("account", account);
        page.addObject(
                "administrators",
                organisation.accounts(Candidates.group(Group.ADMINISTRATORS)).stream()
                        .map(administrator -> new Administrator(
                                organisation.nameOf(administrator),
                                organisation.mailAddress(administrator).orElse(null)))
                        .toList());
        return page;
    }

    private ModelAndView conflict(Refusal refusal, HttpServletRequest request, boolean again, Locale locale) {
        ModelAndView page = page("desk/conflict", refusal, locale);
        page.addObject("typed", typed(request));
        page.addObject("again", again ? request.getRequestURI() : null);
        page.addObject("fields", request.getParameterMap());
        page.addObject("request", requestId(request));
        return page;
    }

    private ModelAndView page(String view, Refusal refusal, Locale locale) {
        ModelAndView page =
                new ModelAndView(view, HttpStatusCode.valueOf(refusal.kind().status()));
        page.addObject("code", refusal.kind().status());
        page.addObject("problem", problems.of(refusal, locale));
        return page;
    }

    private static List<String> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_"))
                .flatMap(field -> Arrays.stream(field.getValue()))
                .filter(text -> !CODE.matcher(text.strip()).matches())
                .toList();
    }

    /** The id of the request in the address; null where there is none. */
    private static Object requestId(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/desk/requests/")
                        && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                ? variables.get("id")
                : null;
    }
}
