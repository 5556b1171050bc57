package prakat.web.site;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import prakat.input.Refusal;

/** What the public's pages do not have, or no longer have, as a page that says so. */
@ControllerAdvice(basePackageClasses = SiteErrors.class)
class SiteErrors {

    @ExceptionHandler
    ModelAndView gone(Gone gone, HttpServletResponse response) {
        askAgain(response);
        ModelAndView page = new ModelAndView("gone", HttpStatus.GONE);
        page.addObject("gone", gone);
        return page;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletResponse response) {
        askAgain(response);
        return ErrorPages.page(HttpStatusCode.valueOf(refusal.kind().status()));
    }

    private static void askAgain(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    }
}
