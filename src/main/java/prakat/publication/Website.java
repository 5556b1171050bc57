package prakat.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.request.content.Attachments;
import prakat.request.content.StoredFile;

/**
 * What readers see. It follows from the clock and the table of publications alone: nothing is shown from the moment its
 * period ends, even if the engine has not recorded the takedown yet.
 */
@Service
@Transactional(readOnly = true)
public class Website {

    private final PublicationRepository publications;
    private final Attachments attachments;
    private final Clock clock;

    Website(PublicationRepository publications, Attachments attachments, Clock clock) {
        this.publications = publications;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * What is on the website now, the newest first.
     *
     * @param category code; null for any
     * @param group code; null for any
     * @param words found anywhere in title, summary, body or an attachment's name; null for no search
     * @param page from 0
     */
    public Page<Teaser> visible(String category, String group, String words, int page, int size) {
        return publications.visible(
                clock.instant(), orEmpty(category), orEmpty(group), pattern(words), PageRequest.of(page, size));
    }

    /** How many there are by category and by group; parameters as those of {@link #visible}. */
    public Counts counts(String category, String group, String words) {
        Instant now = clock.instant();
        return new Counts(
                byCode(publications.countByCategory(now, "", orEmpty(group), pattern(words))),
                byCode(publications.countByGroup(now, orEmpty(category), "", pattern(words))));
    }

    private static Map<String, Long> byCode(List<Counts.Line> lines) {
        return lines.stream().collect(Collectors.toMap(Counts.Line::code, Counts.Line::number));
    }

    /** Where the publications of those numbers hold the words besides title and summary; none for no words. */
    public List<Passage> passages(List<String> numbers, String words) {
        String pattern = pattern(words);
        if (pattern.isEmpty() || numbers.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return Stream.concat(
                        publications.bodies(now, numbers, pattern).stream(),
                        publications.fileNames(now, numbers, pattern).stream())
                .toList();
    }

    /**
     * What a reader who asks for a number is told.
     *
     * @param gone whether it is off the website; nothing of its content may be shown then
     */
    public record Answer(Publication publication, boolean gone) {}

    /** What is or was last found under that number; empty where nothing ever was public under it. */
    public Optional<Answer> byNumber(String number) {
        Instant now = clock.instant();
        List<Publication> versions = versions(number);
        return versions.stream()
                .filter(version -> !version.publishedAt().isAfter(now))
                .reduce((earlier, later) -> later)
                .or(() -> versions.stream().findFirst())
                .map(found -> new Answer(found, !found.isVisible(now)));
    }

    /** The number under which readers find what came on the website as a newer version of it; empty for all else. */
    public Optional<String> addressOfUpdate(String number) {
        Instant now = clock.instant();
        return publications
                .findByNumber(number)
                .filter(Publication::isUpdate)
                .filter(update -> update.wasSeen() && !update.publishedAt().isAfter(now))
                .map(Publication::address);
    }

    /** The publication of the request of that very number, while readers see it. */
    public Optional<Publication> shown(String number) {
        Instant now = clock.instant();
        return publications
                .findByNumber(number)
                .filter(found -> found.isVisible(now))
                .map(Website::whole);
    }

    /** The versions that were found at the same address before this one, the earliest first. */
    public List<Publication> before(Publication publication) {
        return publication.isUpdate()
                ? versions(publication.address()).stream()
                        .filter(version -> version.publishedAt().isBefore(publication.publishedAt()))
                        .toList()
                : List.of();
    }

    private List<Publication> versions(String address) {
        return publications.findByAddressOrderByPublishedAt(address).stream()
                .filter(Publication::wasSeen)
                .map(Website::whole)
                .toList();
    }

    /** With all that a page shows of it, read within the transaction. */
    private static Publication whole(Publication publication) {
        publication.revision().attachments();
        return publication;
    }

    /** The file of a publication that is on the website. */
    public StoredFile file(Publication publication, int n) {
        return attachments.file(publication.revision(), n);
    }

    private static String pattern(String words) {
        String text = orEmpty(words).strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() ? "" : "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
