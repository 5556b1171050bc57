package prakat.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PublicationRepository extends JpaRepository<Publication, String> {

    Optional<Publication> findByNumber(String number);

    /** All versions that ever were found under that number, the earliest first. */
    @EntityGraph(attributePaths = "revision")
    List<Publication> findByAddressOrderByPublishedAt(String address);

    List<Publication> findByRequestIdIn(List<String> requestIds);

    /** Requests of which the website shows something else than they allow, or not until the instant that they say. */
    String DIFFERING = "from PublicationRequest r left join Publication p on p.requestId = r.id"
            + " where (r.status = prakat.request.Status.PUBLISHED"
            + " and (p is null or p.takenDownAt is not null or p.publishUntil <> r.publishUntil)"
            + " or r.status <> prakat.request.Status.PUBLISHED and p is not null and p.takenDownAt is null)";

    @Query("select r.id " + DIFFERING + " and r.id > :after order by r.id")
    List<String> differing(String after, Limit limit);

    @Query("select count(r) > 0 " + DIFFERING + " and r.id = :requestId")
    boolean differs(String requestId);

    /**
     * What is on the website at that instant: the one condition by which anything is shown. A version that was replaced is
     * there up to the very instant from which the next one is, whenever a reader's clock was read.
     */
    String VISIBLE =
            "(p.takenDownAt is null or p.takenDownAt > :now) and p.publishedAt <= :now and p.publishUntil > :now";

    /** Empty strings ask for everything; {@code words} is a pattern in lower case, with {@code !} as its escape character. */
    String ASKED_FOR =
            """
             and (:category = '' or r.category = :category)
             and (:group = '' or p.groupCode = :group)
             and (:words = '' or lower(r.title) like :words escape '!' or lower(r.summary) like :words escape '!'
                  or lower(r.bodyText) like :words escape '!'
                  or exists (select 1 from r.attachments a where lower(a.name) like :words escape '!'))
            """;

    @Query("select new prakat.publication.Teaser("
            + " p.address, r.title, r.summary, r.category, p.groupCode, p.firstPublishedAt, p.publishedAt)"
            + " from Publication p join p.revision r where " + VISIBLE + ASKED_FOR
            + " order by p.publishedAt desc, p.number desc")
    Page<Teaser> visible(Instant now, String category, String group, String words, Pageable page);

    @Query("select new prakat.publication.Counts$Line(r.category, count(p))"
            + " from Publication p join p.revision r where " + VISIBLE + ASKED_FOR + " group by r.category")
    List<Counts.Line> countByCategory(Instant now, String category, String group, String words);

    @Query("select new prakat.publication.Counts$Line(p.groupCode, count(p))"
            + " from Publication p join p.revision r where " + VISIBLE + ASKED_FOR + " group by p.groupCode")
    List<Counts.Line> countByGroup(Instant now, String category, String group, String words);

    @Query("select new prakat.publication.Passage(p.address, r.bodyText, false)"
            + " from Publication p join p.revision r where " + VISIBLE
            + " and p.address in :numbers and lower(r.bodyText) like :words escape '!'")
    List<Passage> bodies(Instant now, List<String> numbers, String words);

    @Query("select new prakat.publication.Passage(p.address, a.name, true)"
            + " from Publication p join p.revision r join r.attachments a where " + VISIBLE
            + " and p.address in :numbers and lower(a.name) like :words escape '!' order by a.n")
    List<Passage> fileNames(Instant now, List<String> numbers, String words);
}
