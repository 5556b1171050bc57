package prakat.web.desk.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import prakat.input.Refusal;
import prakat.request.content.Submissions;
import prakat.screening.html.PastedHtml;
import prakat.web.Problems;

/** What the editor asks when somebody pastes; nothing is stored. */
@RestController
class PasteCalls {

    /** In bytes: a sheet of some thousand rows, with the style of each cell. */
    private static final long LONGEST_CLIPBOARD = 8_000_000;

    /** In bytes, of all clipboards that are read at the same time: each takes several times as much memory. */
    private static final int MOST_AT_ONCE = 16_000_000;

    private static final int LONGEST_WAIT_SECONDS = 5;

    /** Of pictures that were left out; more would fill the line. */
    private static final int MOST_NAMES = 3;

    private final MessageSource messages;
    private final Problems problems;
    private final Semaphore bytes = new Semaphore(MOST_AT_ONCE, true);

    PasteCalls(MessageSource messages, Problems problems) {
        this.messages = messages;
        this.problems = problems;
    }

    /** What was pasted, as it can be kept; {@code leftOut} says in words what could not, "" where nothing was lost. */
    record Pasted(String html, String leftOut) {}

    /**
     * Makes of what lies on the clipboard what a body can hold, in the same way as for what programs send.
     *
     * @param clipboard HTML, without the pictures that the page attaches itself
     */
    @PostMapping(path = "/desk/pasted", consumes = MediaType.TEXT_HTML_VALUE)
    Pasted pasted(@RequestHeader(HttpHeaders.CONTENT_LENGTH) long length, HttpServletRequest clipboard, Locale locale)
            throws IOException {
        if (length > LONGEST_CLIPBOARD) {
            throw tooLong();
        }
        int taken = take(length);
        try {
            return pasted(StreamUtils.copyToString(clipboard.getInputStream(), StandardCharsets.UTF_8), locale);
        } finally {
            bytes.release(taken);
        }
    }

    private int take(long length) {
        try {
            if (bytes.tryAcquire((int) length, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return (int) length;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.busy("paste-busy");
    }

    private Pasted pasted(String clipboard, Locale locale) {
        if (PastedHtml.isTooLong(clipboard)) {
            throw tooLong();
        }
        PastedHtml pasted = PastedHtml.of(clipboard);
        if (pasted.html().length() > Submissions.LONGEST_BODY) {
            throw tooLong();
        }
        return new Pasted(pasted.html(), leftOut(pasted, locale));
    }

    private static Refusal tooLong() {
        return Refusal.tooLarge("pasted-too-long", Submissions.LONGEST_BODY);
    }

    private String leftOut(PastedHtml pasted, Locale locale) {
        if (pasted.leftOut().isEmpty()) {
            return "";
        }
        String names = pasted.pictures().stream().distinct().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String kinds = pasted.leftOut().entrySet().stream()
                .map(one -> messages.getMessage(
                        "pasted." + one.getKey(),
                        new Object[] {one.getValue(), names, names.isEmpty() ? 0 : 1},
                        locale))
                .collect(Collectors.joining(", "));
        return messages.getMessage("pasted.left-out", new Object[] {kinds}, locale);
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal, Locale locale) {
        return problems.of(refusal, locale);
    }
}
