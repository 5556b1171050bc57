package prakat.request.rescreening;

import java.time.Instant;
import prakat.request.PublicationRequest;
import prakat.request.screening.Screening;

/**
 * Something that is public, and in which was found what nobody has answered.
 *
 * @param screening the last look at its present version
 */
public record PublicFindings(PublicationRequest request, Screening screening) {

    /** When it was found. */
    public Instant at() {
        return screening.at();
    }
}
