package prakat.request.screening;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import prakat.screening.Finding;

/** What was found in the bytes of a file, so that nobody looks again under the same rules. */
@Entity
@Immutable
class FileScreening {

    @Id
    private String id;

    private Instant at;

    @Convert(converter = Findings.class)
    private List<Finding> findings;

    /** For JPA. */
    protected FileScreening() {}

    FileScreening(String id, List<Finding> findings, Instant at) {
        this.id = id;
        this.findings = List.copyOf(findings);
        this.at = at;
    }

    @Converter
    static final class Findings extends FindingsColumn<Finding> {
        Findings() {
            super(new TypeReference<>() {});
        }
    }

    /** @param rules what was looked for, and how */
    static String id(String sha256, String rules) {
        return sha256 + "-" + rules;
    }

    String id() {
        return id;
    }

    List<Finding> findings() {
        return findings;
    }
}
