package prakat.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Errors as pages for people: what happened, and where to go from there. */
@Component
class ErrorPages implements ErrorViewResolver {

    /** The statuses with messages of their own. */
    private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 500, 503, 507);

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return page(status);
    }

    static ModelAndView page(HttpStatusCode status) {
        ModelAndView page = new ModelAndView("problem", status);
        page.addObject("code", KNOWN.contains(status.value()) ? status.value() : status.is5xxServerError() ? 500 : 400);
        return page;
    }
}
