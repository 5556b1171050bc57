package prakat.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PublicationRepository extends JpaRepository<Publication, String> {

    Optional<Publication> findByNumber(String number);

    List<Publication> findByRequestIdIn(List<String> requestIds);

    /**
     * What is on the website at that instant: the one condition by which anything is shown. Empty strings ask for
     * everything; {@code words} is a pattern in lower case, with {@code !} as its escape character.
     */
    @Query(
            """
            select new prakat.publication.Teaser(
                p.number, r.title, r.summary, r.category, p.groupCode, p.publishedAt, p.publishUntil)
            from Publication p join p.revision r
            where p.takenDownAt is null and p.publishedAt <= :now and p.publishUntil > :now
              and (:category = '' or r.category = :category)
              and (:group = '' or p.groupCode = :group)
              and (:words = '' or lower(r.title) like :words escape '!' or lower(r.summary) like :words escape '!'
                   or lower(r.bodyText) like :words escape '!')
            order by p.publishedAt desc, p.number desc""")
    Page<Teaser> visible(Instant now, String category, String group, String words, Pageable page);
}
