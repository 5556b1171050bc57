package prakat.web.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import prakat.web.ProblemWriter;

/** Errors that no door answered, as pages for people: what happened, and where to go from there. Programs get problems. */
@Controller
class ErrorPages implements ErrorController {

    /** The statuses with messages of their own. */
    private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 500, 503, 507);

    private final ProblemWriter problems;

    ErrorPages(ProblemWriter problems) {
        this.problems = problems;
    }

    /** @return null where a problem was written */
    @RequestMapping("${server.error.path:/error}")
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatusCode status = status(request);
        if (ProblemWriter.readsPages(request)) {
            return page(status);
        }
        problems.write(status, request, response);
        return null;
    }

    /** Nobody has failed who opens the address itself. */
    private static HttpStatusCode status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return HttpStatusCode.valueOf(status instanceof Integer code ? code : 404);
    }

    static ModelAndView page(HttpStatusCode status) {
        ModelAndView page = new ModelAndView("problem", status);
        page.addObject("code", KNOWN.contains(status.value()) ? status.value() : status.is5xxServerError() ? 500 : 400);
        return page;
    }
}
