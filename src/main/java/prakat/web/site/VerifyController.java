package prakat.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import prakat.input.Coded;
import prakat.input.Texts;
import prakat.publication.Publication;
import prakat.publication.Website;
import prakat.request.query.PrintedRecords;
import prakat.request.record.PrintedRecord;
import prakat.web.site.article.TypedNumber;

/**
 * Tells anybody who holds a printed form whether it is genuine. Who has only a number learns that it is one of the
 * office's and nothing else; who has the code as well sees what the form in hand must say.
 */
@Controller
class VerifyController {

    /** What a reader is told; by its name, in small letters, the bundles say it in words. */
    private enum Verdict implements Coded {
        ASK,
        UNKNOWN,
        ON_RECORD,
        NOT_GENUINE,
        GENUINE,
        EARLIER;
    }

    private final PrintedRecords records;
    private final Website website;

    VerifyController(PrintedRecords records, Website website) {
        this.records = records;
        this.website = website;
    }

    /** The form to type number and code into, and what it answers; with the number, its address is on the forms as a QR code. */
    @GetMapping({"/verify", "/verify/{number}", "/verify/{number}/"})
    String verify(
            @PathVariable(name = "number", required = false) String printedNumber,
            @RequestParam(name = "number", required = false) String typedNumber,
            @RequestParam(required = false) String code,
            Model model,
            HttpServletResponse response) {
        String wanted = TypedNumber.of(printedNumber == null ? typedNumber : printedNumber);
        String typed = Texts.line(code);
        List<PrintedRecord> states = wanted.isEmpty() ? List.of() : records.ofNumber(wanted);
        PrintedRecord printed = states.stream()
                .filter(state -> state.hasCode(typed))
                .findFirst()
                .orElse(null);
        Verdict verdict = verdict(wanted, typed, states, printed);
        model.addAttribute("verdict", verdict.code());
        model.addAttribute("number", wanted);
        model.addAttribute("code", typed);
        model.addAttribute("printed", printed);
        Publication shown = printed == null ? null : website.shown(wanted).orElse(null);
        model.addAttribute(
                "publicTitle", shown == null ? null : shown.revision().title());
        model.addAttribute("publicAddress", shown == null ? null : shown.address());
        response.setStatus((verdict == Verdict.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.OK).value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return "verify";
    }

    private static Verdict verdict(String number, String code, List<PrintedRecord> states, PrintedRecord printed) {
        if (printed != null) {
            return printed.isPresent() ? Verdict.GENUINE : Verdict.EARLIER;
        }
        if (number.isEmpty()) {
            return Verdict.ASK;
        }
        if (states.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return code.isEmpty() ? Verdict.ON_RECORD : Verdict.NOT_GENUINE;
    }
}
