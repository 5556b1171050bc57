package prakat.request.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import prakat.input.Sha256;
import prakat.organisation.office.Office;
import prakat.request.content.Attachment;
import prakat.request.content.Content;
import prakat.request.content.FileStore;
import prakat.request.content.Revision;
import prakat.request.content.Upload;
import prakat.screening.Consequence;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.file.FileKind;

/** Looks at versions for what must not be published, and keeps what was found. */
@Service
public class Screenings {

    private static final Logger log = LoggerFactory.getLogger(Screenings.class);

    private static final int LENGTH_OF_RULES = 16;

    private static final Finding NOT_SCREENED = new Finding(FindingKind.NOT_SCREENED, Place.inFile(), null, 1, 1);
    private static final Finding VIRUS_UNCHECKED = new Finding(FindingKind.VIRUS_UNCHECKED, Place.inFile(), null, 1, 1);

    private final ScreeningRepository screenings;
    private final FileScreeningRepository files;
    private final ScreeningPolicy policy;
    private final Screener screener;
    private final NearCopies nearCopies;
    private final FileStore store;
    private final Office office;
    private final Clock clock;

    Screenings(
            ScreeningRepository screenings,
            FileScreeningRepository files,
            ScreeningPolicy policy,
            Screener screener,
            NearCopies nearCopies,
            FileStore store,
            Office office,
            Clock clock) {
        this.screenings = screenings;
        this.files = files;
        this.policy = policy;
        this.screener = screener;
        this.nearCopies = nearCopies;
        this.store = store;
        this.office = office;
        this.clock = clock;
    }

    /** What was found in the version of that round; empty while nobody has looked. */
    public Optional<Screening> of(String requestId, int round) {
        return screenings.findFirstByRequestIdAndRoundOrderByIdDesc(requestId, round);
    }

    /** What was found last in each round of those requests. */
    public Map<String, Map<Integer, Screening>> of(Collection<String> requestIds) {
        return requestIds.isEmpty()
                ? Map.of()
                : screenings.ofRequests(requestIds).stream()
                        .collect(Collectors.groupingBy(
                                Screening::requestId,
                                Collectors.toMap(Screening::round, Function.identity(), (old, later) -> later)));
    }

    /**
     * What is found in a version of which all files are known, or plain texts, and all links; empty where one has to be
     * looked at first, by {@link #read} and {@link #askForLinks}. Takes milliseconds.
     */
    public Optional<List<Finding>> atOnce(Revision version) {
        Map<Integer, List<Finding>> inFiles = inFiles(version);
        return inFiles.size() == version.attachments().size() && screener.areLinksKnown(version)
                ? Optional.of(findings(version, inFiles))
                : Optional.empty();
    }

    /**
     * What is found in a version once its files have been read; of those that failed, that nobody has looked at them. Empty
     * where that could be a virus: it is worth another try.
     *
     * @param read what was found in files, by digest
     */
    public Optional<List<Finding>> onceRead(Revision version, Map<String, List<Finding>> read) {
        Map<Integer, List<Finding>> inFiles = inFiles(version);
        version.attachments().stream()
                .filter(file -> read.containsKey(file.sha256()))
                .forEach(file -> inFiles.putIfAbsent(file.n(), read.get(file.sha256())));
        return inFiles.size() < version.attachments().size() && screener.looksForViruses()
                ? Optional.empty()
                : Optional.of(findings(version, inFiles));
    }

    /**
     * What is found in a version as far as its files and links are known; of other files, that nobody has looked at them.
     */
    public List<Finding> asFarAsKnown(Revision version) {
        return findings(version, inFiles(version));
    }

    private Map<Integer, List<Finding>> inFiles(Revision version) {
        List<String> ids = version.attachments().stream()
                .map(file -> FileScreening.id(file.sha256(), screener.rules()))
                .toList();
        Map<String, FileScreening> kept = ids.isEmpty()
                ? Map.of()
                : files.findAllById(ids).stream().collect(Collectors.toMap(FileScreening::id, Function.identity()));
        Map<Integer, List<Finding>> inFiles = new HashMap<>();
        for (Attachment file : version.attachments()) {
            Optional.ofNullable(kept.get(FileScreening.id(file.sha256(), screener.rules())))
                    .map(FileScreening::findings)
                    .or(() -> readAtOnce(file.file()))
                    .ifPresent(found -> inFiles.put(file.n(), found));
        }
        return inFiles;
    }

    /** Nothing of it is kept: it is read as fast as it would be looked up. */
    private Optional<List<Finding>> readAtOnce(Content.File file) {
        return screener.fileAtOnce(store.again(file).path(), file.mediaType());
    }

    /**
     * Reads a file that nobody has looked at under the present rules, and keeps what is found; may take a minute or two.
     *
     * @return what was found in it; empty where nobody can look for viruses at the moment
     */
    public Optional<List<Finding>> read(Content.File file) {
        String id = FileScreening.id(file.sha256(), screener.rules());
        Optional<List<Finding>> kept = files.findById(id).map(FileScreening::findings);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<List<Finding>> found = screener.file(store.again(file).path(), file.mediaType());
        found.filter(Screenings::isOfTheFile).ifPresent(all -> keep(id, all));
        return found;
    }

    private void keep(String id, List<Finding> found) {
        try {
            files.save(new FileScreening(id, masked(found), clock.instant()));
        } catch (DataIntegrityViolationException e) {
            log.debug("Another node has read it, too", e);
        }
    }

    /** Asks where a version's links lead, without waiting for it; completed after 20 seconds at most. */
    CompletableFuture<Void> askForLinks(Revision version) {
        return screener.askForLinks(version);
    }

    /**
     * What is found in texts that are still being written.
     *
     * @param texts by the field in which each stands, as {@code POST /api/requests} calls it
     * @param category of the request that it is for; "" where that is not known
     * @param group of the same
     */
    public List<ScreenedFinding> ofTexts(Map<String, String> texts, String category, String group) {
        return judged(screener.texts(texts), category, group);
    }

    /** That pictures among the files of a draft have no alternative text. The rest is as in {@link #ofTexts}. */
    public List<ScreenedFinding> ofPictures(List<Content.File> files, String category, String group) {
        return judged(screener.undescribed(files).stream().toList(), category, group);
    }

    /**
     * What is found in a file that nobody has submitted; may take a minute, and nothing is kept. The rest is as in
     * {@link #ofTexts}.
     *
     * @throws prakat.input.Refusal where it could not be attached
     */
    public List<ScreenedFinding> ofFile(Upload upload, String category, String group) {
        FileKind kind = FileKind.of(upload.file().path(), upload.name());
        List<Finding> found =
                screener.file(upload.file().path(), kind.mediaType()).orElseGet(this::ofUnread);
        return judged(found, category, group);
    }

    /** What is known of the file of a draft; empty while it has not been read. The rest is as in {@link #ofTexts}. */
    public Optional<List<ScreenedFinding>> known(Content.File file, String category, String group) {
        return files.findById(FileScreening.id(file.sha256(), screener.rules()))
                .map(FileScreening::findings)
                .or(() -> readAtOnce(file))
                .map(found -> judged(found, category, group));
    }

    /** Keeps what was found in a version, with what follows from it. */
    public Screening keep(String requestId, String group, Revision version, List<Finding> found) {
        nearCopies.keep(version);
        return screenings.save(screening(requestId, group, version, found, Set.of()));
    }

    /**
     * The same for a version that was looked at again; nothing is kept where it says what the last one said.
     *
     * @param answered ids of what somebody has answered in that version
     */
    public void keepAgain(String requestId, String group, Revision version, List<Finding> found, Set<String> answered) {
        Screening again = screening(requestId, group, version, found, answered);
        if (of(requestId, version.round()).filter(again::isSameAs).isEmpty()) {
            screenings.save(again);
        }
    }

    /** Keeps that these were answered, too. */
    public void answered(Screening screening, Set<String> answered) {
        screenings.save(screening.answered(answered, clock.instant()));
    }

    /** What is looked for, how, and what follows from it: another where anything of that has changed. */
    public String rules() {
        return Sha256.ofText(screener.rules() + policy.edition(), LENGTH_OF_RULES);
    }

    private Screening screening(
            String requestId, String group, Revision version, List<Finding> found, Set<String> answered) {
        List<ScreenedFinding> findings = judged(found, version.category(), group);
        ScreeningState state = has(FindingKind.NOT_SCREENED, found)
                ? ScreeningState.NOT_SCREENED
                : findings.isEmpty() ? ScreeningState.CLEAN : ScreeningState.FINDINGS;
        return new Screening(requestId, version.round(), state, findings, rules(), answered, clock.instant());
    }

    private List<Finding> ofUnread() {
        return screener.looksForViruses() ? List.of(NOT_SCREENED, VIRUS_UNCHECKED) : List.of(NOT_SCREENED);
    }

    private static List<Finding> masked(List<Finding> found) {
        return found.stream()
                .map(finding -> finding.at(finding.place().masked()))
                .toList();
    }

    /** Where there was no room for it, or ClamAV's limits are too narrow, that is so now, and not of this file. */
    private static boolean isOfTheFile(List<Finding> found) {
        return !has(FindingKind.NOT_SCREENED, found) && !has(FindingKind.VIRUS_UNCHECKED, found);
    }

    private static boolean has(FindingKind kind, List<Finding> found) {
        return found.stream().anyMatch(finding -> finding.kind() == kind);
    }

    private List<ScreenedFinding> judged(List<Finding> found, String category, String group) {
        Map<FindingKind, ScreeningPolicy.Judgement> judgements = new EnumMap<>(FindingKind.class);
        List<ScreenedFinding> findings = new ArrayList<>();
        for (Finding finding : found) {
            ScreeningPolicy.Judgement judgement =
                    judgements.computeIfAbsent(finding.kind(), kind -> policy.of(kind, category, group));
            if (judgement.consequence() != Consequence.PASS) {
                findings.add(ScreenedFinding.of(finding, judgement.consequence(), judgement.needsReason()));
            }
        }
        return findings;
    }

    private List<Finding> findings(Revision version, Map<Integer, List<Finding>> inFiles) {
        LocalDate today = LocalDate.now(clock.withZone(office.zone()));
        List<Finding> found = new ArrayList<>(screener.version(version, today));
        nearCopies.find(version).ifPresent(found::add);
        for (Attachment file : version.attachments()) {
            inFiles.getOrDefault(file.n(), ofUnread()).stream()
                    .map(finding -> finding.at(finding.place().ofFile(file.n())))
                    .forEach(found::add);
        }
        return found;
    }
}
