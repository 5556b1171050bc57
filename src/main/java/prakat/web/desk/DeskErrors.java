package prakat.web.desk;

import java.util.Locale;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import prakat.input.Refusal;
import prakat.web.Problems;

/** What the desk refuses, as a page in the words of every other door. */
@ControllerAdvice(basePackageClasses = DeskErrors.class)
class DeskErrors {

    private final Problems problems;

    DeskErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, Locale locale) {
        ModelAndView page = new ModelAndView(
                "problem", HttpStatusCode.valueOf(refusal.kind().status()));
        page.addObject("code", refusal.kind().status());
        page.addObject("problem", problems.of(refusal, locale));
        return page;
    }
}
