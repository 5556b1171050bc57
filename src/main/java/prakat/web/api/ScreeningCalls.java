package prakat.web.api;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.content.Submissions;
import prakat.request.screening.ScreenedFinding;
import prakat.request.screening.Screenings;
import prakat.web.Uploads;
import prakat.web.api.RequestAnswer.FindingAnswer;

/** {@code /api/screenings}: what would be found in a text or a file, without submitting it. Nothing of it is kept. */
@RestController
@RequestMapping(path = "/api/screenings", produces = MediaType.APPLICATION_JSON_VALUE)
class ScreeningCalls {

    /** Each takes a thread for as long as its file is read. */
    private static final int MOST_AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final Screenings screenings;
    private final ScreeningAnswers answers;
    private final Calls calls;
    private final Uploads uploads;

    ScreeningCalls(Screenings screenings, ScreeningAnswers answers, Calls calls, Uploads uploads) {
        this.screenings = screenings;
        this.answers = answers;
        this.calls = calls;
        this.uploads = uploads;
    }

    /** @param category of the request that it is for; may be null, as {@code group} */
    record Text(String text, String category, String group) {}

    record Found(List<FindingAnswer> findings) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Found ofText(@RequestBody(required = false) byte[] body, Principal caller, Locale locale) {
        Person person = calls.staff(caller);
        Text said = calls.read(body, Text.class);
        if (said.text() == null) {
            throw Refusal.invalid("text", "needed");
        }
        if (said.text().length() > Submissions.LONGEST_BODY) {
            throw Refusal.invalid("text", "too-long", Submissions.LONGEST_BODY);
        }
        return found(
                screenings.ofTexts(Map.of("text", said.text()), orEmpty(said.category()), group(said.group(), person)),
                locale);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Found ofFile(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String group,
            Principal caller,
            Locale locale) {
        Person person = calls.staff(caller);
        if (!turns.tryAcquire()) {
            throw Refusal.busy("screenings-busy");
        }
        try {
            return found(screenings.ofFile(uploads.of(file), orEmpty(category), group(group, person)), locale);
        } finally {
            turns.release();
        }
    }

    private Found found(List<ScreenedFinding> findings, Locale locale) {
        return new Found(findings.stream()
                .map(finding -> answers.of(finding, null, null, locale))
                .toList());
    }

    private static String group(String said, Person person) {
        return said == null ? person.staffOf().stream().sorted().findFirst().orElse("") : said;
    }

    private static String orEmpty(String said) {
        return said == null ? "" : said;
    }
}
