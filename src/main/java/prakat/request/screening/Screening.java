package prakat.request.screening;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import prakat.input.CodedColumn;
import prakat.input.Refusal;
import prakat.request.record.Answer;
import prakat.request.record.ReasonCode;
import prakat.screening.Consequence;

/** What was found in one version. Only ever added: what is found under other rules later stands beside it. */
@Entity
@Immutable
public class Screening {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String requestId;
    private int round;
    private Instant at;

    @Convert(converter = StateColumn.class)
    private ScreeningState state;

    @Convert(converter = Findings.class)
    private List<ScreenedFinding> findings;

    /** For JPA. */
    protected Screening() {}

    /**
     * Of a version that was looked at.
     *
     * @param state which follows from the findings unless nothing was looked at
     */
    public Screening(String requestId, int round, ScreeningState state, List<ScreenedFinding> findings, Instant at) {
        this.requestId = requestId;
        this.round = round;
        this.state = state;
        this.findings = List.copyOf(findings);
        this.at = at;
    }

    @Converter
    static final class StateColumn extends CodedColumn<ScreeningState> {
        StateColumn() {
            super(ScreeningState.class);
        }
    }

    @Converter
    static final class Findings extends FindingsColumn<ScreenedFinding> {
        Findings() {
            super(new TypeReference<>() {});
        }
    }

    /** The request whose version it is. */
    public String requestId() {
        return requestId;
    }

    /** The round of the version. */
    public int round() {
        return round;
    }

    /** When it was looked at. */
    public Instant at() {
        return at;
    }

    /** What came of it; never pending. */
    public ScreeningState state() {
        return state;
    }

    /** What was found, in the order of the version: its fields, then its files. */
    public List<ScreenedFinding> findings() {
        return List.copyOf(findings);
    }

    /** What keeps the version from going on. */
    public List<ScreenedFinding> blocking() {
        return with(Consequence.BLOCK);
    }

    /** Why it goes back, as a code: personal data, unless there is something else among it. */
    public ReasonCode reasonCode() {
        return blocking().stream().allMatch(finding -> finding.kind().isPersonal())
                ? ReasonCode.PERSONAL_DATA
                : ReasonCode.OTHER;
    }

    /** What somebody has to answer before the version goes on. */
    public List<ScreenedFinding> warnings() {
        return with(Consequence.WARN);
    }

    /**
     * What was said to the warnings, as it is kept.
     *
     * @param needed whether each warning needs an answer
     * @throws Refusal with all that is wrong with the answers
     */
    public List<Answer> answered(List<Answer> answers, boolean needed) {
        return new Answered(warnings(), answers).checked(needed);
    }

    private List<ScreenedFinding> with(Consequence action) {
        return findings.stream().filter(finding -> finding.action() == action).toList();
    }
}
