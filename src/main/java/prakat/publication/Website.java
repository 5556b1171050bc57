package prakat.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.request.content.Attachments;
import prakat.request.content.StoredFile;
import prakat.search.DocumentSearch;
import prakat.search.Hits;
import prakat.search.SearchWords;

/**
 * What readers see. It follows from the clock and the table of publications alone: nothing is shown from the moment its
 * period ends, even if the engine has not recorded the takedown yet.
 */
@Service
@Transactional(readOnly = true)
public class Website {

    private final PublicationRepository publications;
    private final PublicationList list;
    private final PublicationHits publicationHits;
    private final Attachments attachments;
    private final DocumentSearch search;
    private final Clock clock;

    Website(
            PublicationRepository publications,
            PublicationList list,
            PublicationHits publicationHits,
            Attachments attachments,
            DocumentSearch search,
            Clock clock) {
        this.publications = publications;
        this.list = list;
        this.publicationHits = publicationHits;
        this.attachments = attachments;
        this.search = search;
        this.clock = clock;
    }

    /**
     * What is on the website now and was asked for, whatever its words.
     *
     * @param page from 0
     */
    public List<Teaser> visible(Selection selection, int page, int size) {
        return list.page(selection, clock.instant(), page, size);
    }

    /**
     * Where something is on the website.
     *
     * @param number under which readers find it
     * @param since when what it says now is there
     */
    public record Place(String number, Instant since) {}

    /** All that is on the website now, the newest first, at most that many. */
    public List<Place> places(int most) {
        return publications.places(clock.instant(), Limit.of(most));
    }

    /** What is on the website now and discloses something that has to be disclosed, the newest first. */
    public List<Disclosed> disclosed() {
        return publications.disclosed(clock.instant());
    }

    WebsiteSearch.Found find(Selection selection, int page, int size) {
        Instant now = clock.instant();
        if (selection.words().isEmpty()) {
            return new WebsiteSearch.Found(
                    list.page(selection, now, page, size),
                    Counts.of(list.counts(selection, now), selection),
                    null,
                    List.of());
        }
        int enough = selection.nearestFirst() ? Hits.ENOUGH_TO_SORT : Hits.enough(page, size);
        Hits<Hit> anyKind = search.find(
                selection.words(),
                new SearchedPublications(publicationHits, selection.ofAnyKind(), now),
                selection.isOfAnyKind() ? enough : 0);
        Hits<Hit> hits = anyKind.isComplete() || selection.isOfAnyKind()
                ? anyKind.those(selection::has)
                : search.findWithoutIndex(new SearchedPublications(publicationHits, selection, now), enough);
        Counts counts = anyKind.isComplete()
                ? Counts.of(anyKind.found().stream().map(Hit::counted).toList(), selection)
                : new Counts(hits.found().size(), null, null);
        List<Hit> onPage =
                (selection.nearestFirst() ? hits.nearestFirst(selection.words(), Hit::heading) : hits).page(page, size);
        List<Teaser> teasers = list.teasers(onPage, now);
        return new WebsiteSearch.Found(teasers, counts, hits.since(), passages(teasers, selection.words(), now));
    }

    private List<Passage> passages(List<Teaser> teasers, SearchWords words, Instant now) {
        if (teasers.isEmpty()) {
            return List.of();
        }
        List<String> numbers = teasers.stream().map(Teaser::number).toList();
        List<String> elsewhere = teasers.stream()
                .filter(teaser -> !words.allIn(teaser.title(), teaser.summary()))
                .map(Teaser::number)
                .toList();
        return Stream.concat(
                        elsewhere.isEmpty() ? Stream.of() : publications.bodies(now, elsewhere).stream(),
                        publications.fileNames(now, numbers).stream())
                .filter(passage -> !words.places(passage.text()).isEmpty())
                .toList();
    }

    /** The pictures that stand for those publications, where they have any. */
    public List<Cover> covers(List<Teaser> teasers) {
        return teasers.isEmpty()
                ? List.of()
                : publications.covers(
                        clock.instant(), teasers.stream().map(Teaser::number).toList());
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
        return versions.stream().reduce((earlier, later) -> later).map(last -> new Answer(last, !last.isVisible(now)));
    }

    /** The number under which readers find what came on the website as a newer version of it; empty for all else. */
    public Optional<String> addressOfUpdate(String number) {
        return publications
                .findByNumber(number)
                .filter(Publication::isUpdate)
                .filter(Publication::wasSeen)
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

    /** The versions that were found at the same address before the last one, the earliest first. */
    public List<Publication> before(Publication last) {
        return last.isUpdate()
                ? versions(last.address()).stream()
                        .takeWhile(version -> !version.number().equals(last.number()))
                        .toList()
                : List.of();
    }

    private List<Publication> versions(String address) {
        return publications.findByAddressOrderByTakenDownAt(address).stream()
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
}
