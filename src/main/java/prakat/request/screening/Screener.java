package prakat.request.screening;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import prakat.input.Sha256;
import prakat.request.content.Attachment;
import prakat.request.content.Content;
import prakat.request.content.Revision;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;
import prakat.screening.care.MissingAttachments;
import prakat.screening.care.PastEvents;
import prakat.screening.file.FileKind;
import prakat.screening.html.HtmlBody;
import prakat.screening.link.Links;
import prakat.screening.personal.PersonalData;
import prakat.screening.personal.PersonalDataRules;
import prakat.screening.reading.FileReading;
import prakat.screening.reading.Reading;
import prakat.screening.virus.VirusScan;

/** Looks for everything that must not be published, or that a person has to look at. */
@Component
class Screener {

    private static final Logger log = LoggerFactory.getLogger(Screener.class);

    /** One more whenever the same rules find something else. */
    private static final String EDITION = "3";

    private static final int LENGTH_OF_RULES = 16;

    private static final String CAPTION = "caption";
    private static final String ALTERNATIVE_TEXT = "alternativeText";

    private final PersonalData personalData;
    private final VirusScan virusScan;
    private final FileReading reading;
    private final Links links;
    private final String rules;

    Screener(
            PersonalData personalData,
            PersonalDataRules personalDataRules,
            VirusScan virusScan,
            FileReading reading,
            Links links) {
        this.personalData = personalData;
        this.virusScan = virusScan;
        this.reading = reading;
        this.links = links;
        String how = EDITION + personalDataRules + virusScan.isConfigured() + reading.canReadPictures();
        this.rules = Sha256.ofText(how, LENGTH_OF_RULES);
    }

    /** By what is looked for, and how: what was found under other rules has to be looked for again. */
    String rules() {
        return rules;
    }

    /**
     * What is found in the fields of a version and the names of its files, and what is known of its links.
     *
     * @param today in the office's zone
     */
    List<Finding> version(Revision version, LocalDate today) {
        List<Passage> fields = fields(version);
        List<Finding> found = new ArrayList<>(personalData.find(fields));
        found.addAll(PastEvents.find(fields, today));
        found.addAll(MissingAttachments.find(
                fields,
                !version.attachments().isEmpty() || !version.externalLinks().isEmpty()));
        found.addAll(links.find("body", HtmlBody.links(version.body())));
        found.addAll(links.find("externalLinks", version.externalLinks()));
        int tables = HtmlBody.tablesWithoutHeader(version.body());
        if (tables > 0) {
            found.add(new Finding(FindingKind.NO_TABLE_HEADER, Place.field("body"), null, tables, 1));
        }
        undescribed(version.attachments().stream().map(Attachment::file).toList())
                .ifPresent(found::add);
        version.attachments().stream()
                .filter(file -> FileReading.isMisnamed(file.name(), file.mediaType()))
                .map(file -> new Finding(FindingKind.MISNAMED, nameOf(file), null, 1, 1))
                .forEach(found::add);
        return found;
    }

    /** That pictures among those files have no alternative text; empty where all have. */
    Optional<Finding> undescribed(List<Content.File> files) {
        List<Integer> numbers = IntStream.range(0, files.size())
                .filter(i -> files.get(i).isPicture()
                        && files.get(i).description().alternativeText().isEmpty())
                .mapToObj(i -> i + 1)
                .toList();
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingKind.NO_ALTERNATIVE_TEXT,
                        numbers.size() == 1 ? Place.inFile().ofFile(numbers.get(0)) : Place.inFile(),
                        null,
                        numbers.size(),
                        1));
    }

    /** Whether all is known of a version's links that could be. */
    boolean areLinksKnown(Revision version) {
        return links.areKnown(linksOf(version));
    }

    /** Asks for what is not known of a version's links; completed once it is, or after 20 seconds. */
    CompletableFuture<Void> askForLinks(Revision version) {
        return links.ask(linksOf(version));
    }

    /** What is found in texts that are still being written, by their fields. */
    List<Finding> texts(Map<String, String> texts) {
        return personalData.find(texts.entrySet().stream()
                .map(text -> new Passage(Place.field(text.getKey()), text.getValue()))
                .toList());
    }

    /** Whether a file has to be known to be free of viruses before it goes on. */
    boolean looksForViruses() {
        return virusScan.isConfigured();
    }

    /**
     * What is found in a file, whatever it is called; may take a minute or two. Empty where nobody can look for viruses at the
     * moment.
     */
    Optional<List<Finding>> file(Path file, String mediaType) {
        return virusScan.scan(file).map(found -> {
            List<Finding> all = new ArrayList<>(found);
            if (found.stream().noneMatch(finding -> finding.kind() == FindingKind.VIRUS)) {
                all.addAll(read(file, mediaType));
            }
            return all;
        });
    }

    /** The same, where it takes milliseconds; empty where it would take longer. */
    Optional<List<Finding>> fileAtOnce(Path file, String mediaType) {
        return looksForViruses()
                ? Optional.empty()
                : reading.readAtOnce(file, mediaType).map(this::findings);
    }

    private List<Finding> read(Path file, String mediaType) {
        try {
            // By the name of its kind: what it is called is looked at with each version.
            return findings(reading.read(file, FileKind.safeName("file", mediaType), mediaType));
        } catch (RuntimeException e) {
            log.error("A file could not be screened", e);
            return List.of(new Finding(FindingKind.NOT_SCREENED, Place.inFile(), null, 1, 1));
        }
    }

    private List<Finding> findings(Reading read) {
        List<Finding> found = new ArrayList<>(read.findings());
        found.addAll(personalData.find(read.passages()));
        return found;
    }

    private static List<Passage> fields(Revision version) {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Passage(Place.field("title"), version.title()));
        passages.add(new Passage(Place.field("summary"), version.summary()));
        passages.add(new Passage(Place.field("body"), HtmlBody.lines(version.body())));
        version.externalLinks().forEach(link -> passages.add(new Passage(Place.field("externalLinks"), link)));
        passages.add(new Passage(Place.field("note"), version.note()));
        for (Attachment file : version.attachments()) {
            passages.add(new Passage(nameOf(file), file.name()));
            passages.add(new Passage(Place.field(CAPTION).ofFile(file.n()), file.caption()));
            passages.add(new Passage(Place.field(ALTERNATIVE_TEXT).ofFile(file.n()), file.alternativeText()));
        }
        return passages;
    }

    /** Those that were given as links first: not all are asked for where there are very many. */
    private static List<String> linksOf(Revision version) {
        return Stream.concat(version.externalLinks().stream(), HtmlBody.links(version.body()).stream())
                .toList();
    }

    private static Place nameOf(Attachment file) {
        return Place.field("attachments").ofFile(file.n());
    }
}
