package prakat.request.screening;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** One of the numbers by which a version is found that may be nearly the same as another. */
@Entity
@Immutable
class Fingerprint {

    @EmbeddedId
    private Id id;

    /** For JPA. */
    protected Fingerprint() {}

    @Embeddable
    record Id(long print, long revisionId) implements Serializable {}
}
