package prakat.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import prakat.input.Refusal;
import prakat.organisation.office.Office;
import prakat.publication.Selection;
import prakat.publication.Website;
import prakat.web.Problems;
import prakat.web.site.article.Gone;

/** The public's error pages for what is not found or gone. */
@ControllerAdvice(basePackageClasses = SiteErrors.class)
class SiteErrors {

    /** How many other publications of the group are offered on the page of one that is gone. */
    private static final int OTHERS = 5;

    private final Website website;
    private final Office office;
    private final Problems problems;

    SiteErrors(Website website, Office office, Problems problems) {
        this.problems = problems;
        this.website = website;
        this.office = office;
    }

    @ExceptionHandler
    ModelAndView gone(Gone gone, HttpServletResponse response, Locale locale) {
        askAgain(response);
        ModelAndView page = new ModelAndView("gone", HttpStatus.GONE);
        page.addObject("gone", gone.details());
        page.addObject("group", office.groupName(gone.details().group(), locale));
        page.addObject("groupHref", Filter.of("", gone.details().group()).href());
        page.addObject("others", website.visible(Selection.of("", gone.details().group()), 0, OTHERS));
        return page;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletResponse response, Locale locale) {
        askAgain(response);
        if (refusal.kind() == Refusal.Kind.BUSY) {
            Problems.tellWhenToRetry(refusal, response);
            ModelAndView page = new ModelAndView("problem", HttpStatus.SERVICE_UNAVAILABLE);
            page.addObject("problem", problems.of(refusal, locale));
            return page;
        }
        return ErrorPages.page(HttpStatusCode.valueOf(refusal.kind().status()));
    }

    private static void askAgain(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    }
}
