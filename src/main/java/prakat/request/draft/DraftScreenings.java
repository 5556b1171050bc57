package prakat.request.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import prakat.organisation.Person;
import prakat.request.content.Content;
import prakat.request.content.Description;
import prakat.request.screening.FileReadings;
import prakat.request.screening.ScreenedFinding;
import prakat.request.screening.Screenings;
import prakat.screening.html.HtmlBody;

/** Looks at drafts while they are written, so that their owners are warned before anybody else sees them. */
@Service
public class DraftScreenings {

    private final Drafts drafts;
    private final Screenings screenings;
    private final FileReadings readings;

    DraftScreenings(Drafts drafts, Screenings screenings, FileReadings readings) {
        this.drafts = drafts;
        this.screenings = screenings;
        this.readings = readings;
    }

    /**
     * What is found in a draft so far.
     *
     * @param inFiles by the file's name
     * @param reading whether files are still being read
     */
    public record Screened(
            List<ScreenedFinding> inTexts, Map<String, List<ScreenedFinding>> inFiles, boolean reading) {}

    /** Looks at what was saved last; files that nobody has looked at are read from now on. */
    public Screened screen(String id, Person owner) {
        Draft draft = drafts.get(id, owner);
        Draft.Typed typed = draft.typed();
        String group = typed.group().isEmpty()
                ? owner.staffOf().stream().sorted().findFirst().orElse("")
                : typed.group();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", typed.title());
        texts.put("summary", typed.summary());
        texts.put("body", HtmlBody.lines(typed.body()));
        texts.put("externalLinks", String.join("\n", typed.externalLinks()));
        texts.put("note", typed.note());
        texts.put("caption", said(draft, Description::caption));
        texts.put("alternativeText", said(draft, Description::alternativeText));
        Map<String, List<ScreenedFinding>> inFiles = new LinkedHashMap<>();
        List<Content.File> unread = new ArrayList<>();
        for (DraftFile file : draft.files()) {
            Optional<List<ScreenedFinding>> known = screenings.known(file.file(), typed.category(), group);
            known.ifPresentOrElse(found -> inFiles.put(file.name(), found), () -> unread.add(file.file()));
        }
        readings.read(unread, read -> {});
        List<ScreenedFinding> inTexts = new ArrayList<>(screenings.ofTexts(texts, typed.category(), group));
        inTexts.addAll(screenings.ofPictures(
                draft.files().stream().map(DraftFile::file).toList(), typed.category(), group));
        return new Screened(inTexts, inFiles, !unread.isEmpty());
    }

    private static String said(Draft draft, Function<Description, String> words) {
        return draft.files().stream().map(DraftFile::description).map(words).collect(Collectors.joining("\n"));
    }
}
