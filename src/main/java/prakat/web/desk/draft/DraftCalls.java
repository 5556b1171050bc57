package prakat.web.desk.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.WrittenDates;
import prakat.request.draft.Draft;
import prakat.request.draft.DraftFile;
import prakat.request.draft.DraftScreenings;
import prakat.request.draft.Drafts;
import prakat.request.screening.FindingWords;
import prakat.request.screening.ScreenedFinding;
import prakat.screening.MaskedName;
import prakat.web.Outage;
import prakat.web.PictureFiles;
import prakat.web.Problems;
import prakat.web.Uploads;

/** The calls of the page's script: they save the draft and its files while somebody types. */
@RestController
class DraftCalls {

    private static final Logger log = LoggerFactory.getLogger(DraftCalls.class);

    private final Drafts drafts;
    private final WrittenDates dates;
    private final Problems problems;
    private final MessageSource messages;
    private final Uploads uploads;
    private final PictureFiles pictures;
    private final DraftScreenings screenings;
    private final FindingWords words;

    DraftCalls(
            Drafts drafts,
            WrittenDates dates,
            Problems problems,
            MessageSource messages,
            Uploads uploads,
            PictureFiles pictures,
            DraftScreenings screenings,
            FindingWords words) {
        this.drafts = drafts;
        this.dates = dates;
        this.problems = problems;
        this.messages = messages;
        this.uploads = uploads;
        this.pictures = pictures;
        this.screenings = screenings;
        this.words = words;
    }

    /** A draft was saved: {@code saves} is its count, to be sent with the next one, {@code savedAt} when, in words. */
    record Saved(int saves, String savedAt) {}

    /** A file was added, of that kind in words and that size in bytes. */
    record Added(long id, String name, String kind, long size, boolean picture) {}

    /** Saves what stands on the page; in a multipart form, because of its length. */
    @PostMapping("/desk/drafts/{id}")
    Saved save(@PathVariable String id, HttpServletRequest sent, Person owner, Locale locale) {
        TypedForm form = form(sent);
        Draft draft = drafts.save(id, owner, form.saves(), form.typed(), form.described());
        return new Saved(draft.saves(), dates.moment(draft.touchedAt(), locale));
    }

    /** Something that was found: what it is and where, in words, and what follows from it by its code. */
    record Found(String action, String words, String excerpt) {}

    /** What was found so far; {@code reading} where more may be found soon. */
    record Screened(boolean reading, List<Found> findings) {}

    @GetMapping("/desk/drafts/{id}/findings")
    Screened screen(@PathVariable String id, Person owner, Locale locale) {
        DraftScreenings.Screened screened = screenings.screen(id, owner);
        List<Found> found = new ArrayList<>();
        screened.inTexts().forEach(finding -> found.add(found(words.of(finding, null, locale), finding)));
        screened.inFiles()
                .forEach((file, findings) -> findings.forEach(finding ->
                        found.add(found(MaskedName.of(file) + ": " + words.of(finding, null, locale), finding))));
        return new Screened(screened.reading(), found);
    }

    private static Found found(String words, ScreenedFinding finding) {
        return new Found(finding.action().code(), words, finding.excerpt());
    }

    private static TypedForm form(HttpServletRequest sent) {
        try {
            return TypedForm.of(sent);
        } catch (MultipartException e) {
            throw Refusal.tooLarge("form-too-large");
        }
    }

    @PostMapping("/desk/drafts/{id}/files")
    @ResponseStatus(HttpStatus.CREATED)
    Added add(@PathVariable String id, @RequestParam MultipartFile file, Person owner, Locale locale) {
        DraftFile added = drafts.add(id, owner, uploads.of(file));
        pictures.prepare(added.file());
        return new Added(
                added.id(),
                added.name(),
                messages.getMessage("file.kind." + added.mediaType(), null, locale),
                added.size(),
                added.isPicture());
    }

    @DeleteMapping("/desk/drafts/{id}/files/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable long file, Person owner) {
        drafts.remove(id, owner, file);
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal, HttpServletResponse response, Locale locale) {
        Problems.tellWhenToRetry(refusal, response);
        return problems.of(refusal, locale);
    }

    @ExceptionHandler
    ProblemDetail unread(MultipartException failure, HttpServletResponse response, Locale locale) {
        Optional<Refusal> outage = Outage.refusal(failure);
        if (outage.isPresent()) {
            return refused(outage.get(), response, locale);
        }
        if (Uploads.isOwnFailure(failure)) {
            log.error("a file could not be written", failure);
            return problems.of(500, "failed", locale, List.of());
        }
        return problems.of(Uploads.unread(failure, "file"), locale);
    }
}
