package prakat.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import prakat.request.content.Revision;
import prakat.request.screening.WebsiteTexts;

interface PublicationRepository extends JpaRepository<Publication, String> {

    Optional<Publication> findByNumber(String number);

    /** All versions that ever were found under that number: those that left the website first, and what is on it last. */
    @EntityGraph(attributePaths = "revision")
    List<Publication> findByAddressOrderByTakenDownAt(String address);

    List<Publication> findByRequestIdIn(List<String> requestIds);

    /**
     * Requests of which the website shows something else than they allow, or not until the instant that they say: what is to be
     * there by the requests that are published, and what is there by the publications that were not taken down, so that
     * nothing has to be read of all that ended.
     */
    String DIFFERING = "select r.id from publication_request r left join publication p on p.request_id = r.id"
            + " where r.status = 'PUBLISHED' and (p.request_id is null or p.taken_down_at is not null"
            + " or p.publish_until <> r.publish_until)"
            + " union all select r.id from publication p join publication_request r on r.id = p.request_id"
            + " where p.taken_down_at is null and r.status <> 'PUBLISHED'";

    @Query(
            nativeQuery = true,
            value = "select d.id from (" + DIFFERING + ") d where d.id > :after order by d.id limit :most")
    List<String> differing(String after, int most);

    @Query(nativeQuery = true, value = "select count(*) > 0 from (" + DIFFERING + ") d where d.id = :requestId")
    boolean differs(String requestId);

    /**
     * What is on the website at that instant: the one condition by which anything is shown. It is there from when its row is,
     * and off from when its takedown stands there, whatever clocks say: one that goes back neither hides what was published
     * nor brings back what was taken down. A version and the one that replaces it change places in one transaction.
     */
    String VISIBLE = "p.takenDownAt is null and p.publishUntil > :now";

    @Query("select new prakat.publication.Website$Place(p.address, p.publishedAt) from Publication p where " + VISIBLE
            + " order by p.publishedAt desc, p.number desc")
    List<Website.Place> places(Instant now, Limit most);

    @Query("select new prakat.publication.Passage(p.address, r.bodyText, false)"
            + " from Publication p join p.revision r where " + VISIBLE + " and p.address in :numbers")
    List<Passage> bodies(Instant now, List<String> numbers);

    @Query("select new prakat.publication.Passage(p.address, a.name, true)"
            + " from Publication p join p.revision r join r.attachments a where " + VISIBLE
            + " and p.address in :numbers order by a.n")
    List<Passage> fileNames(Instant now, List<String> numbers);

    /** Of each the picture that was chosen, else its first one; none where it has no picture. */
    @Query("select new prakat.publication.Cover(p.address, a)"
            + " from Publication p join p.revision r join r.attachments a where " + VISIBLE
            + " and p.address in :numbers and a.n = coalesce("
            + "(select min(c.n) from Attachment c where c.revision = r and c.cover = true),"
            + " (select min(f.n) from Attachment f where f.revision = r and f.mediaType like 'image/%'))")
    List<Cover> covers(Instant now, List<String> numbers);

    @Query("select new prakat.publication.Disclosed(r.disclosureItems, p.address, r.title, p.firstPublishedAt,"
            + " p.publishedAt, p.publishUntil) from Publication p join p.revision r where r.disclosureItems is not"
            + " null and "
            + VISIBLE
            + " order by p.publishedAt desc, p.number desc")
    List<Disclosed> disclosed(Instant now);

    /** Those of the versions that are on the website, and neither the request's nor what it is a newer version of. */
    @Query("select p.revision.id from Publication p where p.revision.id in :versions and " + VISIBLE
            + " and p.requestId <> :requestId and not exists"
            + " (select q.id from PublicationRequest q where q.id = :requestId and q.replaces = p.requestId)")
    Set<Long> visibleOf(List<Long> versions, String requestId, Instant now);

    @Query("select new prakat.request.screening.WebsiteTexts$Text(p.number, r.title, concat(r.summary, ' ',"
            + " r.bodyText)) from Publication p join p.revision r where r.id in :versions")
    List<WebsiteTexts.Text> texts(List<Long> versions);

    @Query("select r from Publication p join p.revision r where " + VISIBLE
            + " and not exists (select f.id from Fingerprint f where f.id.revisionId = r.id)")
    List<Revision> withoutFingerprints(Instant now, Limit limit);
}
