package prakat.publication;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import prakat.request.content.Revision;
import prakat.request.screening.WebsiteTexts;

/** What readers find on the website now, as the screening compares it with what comes after. */
@Component
@Transactional(readOnly = true)
class PublishedTexts implements WebsiteTexts {

    private static final int FEW = 5;
    private static final Limit PAGE = Limit.of(500);

    private final PublicationRepository publications;
    private final Clock clock;

    PublishedTexts(PublicationRepository publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    @Override
    public List<Text> firstOf(List<Long> versions, String requestId) {
        Set<Long> visible = publications.visibleOf(versions, requestId, clock.instant());
        return publications.texts(
                versions.stream().filter(visible::contains).limit(FEW).toList());
    }

    @Override
    public List<Revision> withoutFingerprints() {
        return publications.withoutFingerprints(clock.instant(), PAGE);
    }
}
