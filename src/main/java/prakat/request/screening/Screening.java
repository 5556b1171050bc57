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
import java.util.Objects;
import java.util.Set;
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

    private String rules;
    private int unanswered;

    /** For JPA. */
    protected Screening() {}

    /**
     * Of a version that was looked at.
     *
     * @param state which follows from the findings unless nothing was looked at
     * @param rules by which it was looked at, and judged
     * @param answered ids of what somebody has answered in that version
     */
    public Screening(
            String requestId,
            int round,
            ScreeningState state,
            List<ScreenedFinding> findings,
            String rules,
            Set<String> answered,
            Instant at) {
        this.requestId = requestId;
        this.round = round;
        this.state = state;
        this.findings = List.copyOf(findings);
        this.rules = rules;
        this.unanswered = unanswered(answered).size();
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

    /** What somebody has to answer, or to take off the website, where it is public already. */
    public List<ScreenedFinding> unanswered(Set<String> answered) {
        return findings.stream()
                .filter(finding -> finding.action() == Consequence.WARN || finding.action() == Consequence.BLOCK)
                .filter(finding -> !answered.contains(finding.id()))
                .toList();
    }

    /** Whether the other one says the same, whenever it was. */
    boolean isSameAs(Screening other) {
        return state == other.state
                && findings.equals(other.findings)
                && unanswered == other.unanswered
                && Objects.equals(rules, other.rules);
    }

    /** The same, now that these were answered. */
    Screening answered(Set<String> answered, Instant now) {
        return new Screening(requestId, round, state, findings, rules, answered, now);
    }

    /**
     * What was said to all that nobody had answered, as it is kept.
     *
     * @param answered ids of what somebody had
     * @throws Refusal with all that is wrong with the answers, or where there is nothing to answer
     */
    public List<Answer> answeredAll(List<Answer> answers, Set<String> answered) {
        List<ScreenedFinding> open = unanswered(answered);
        if (open.isEmpty()) {
            throw Refusal.conflict("nothing-to-answer");
        }
        return new Answered(open, answers).checked(true);
    }

    /**
     * What was said to the warnings, as it is kept.
     *
     * @param needed whether each warning needs an answer
     * @throws Refusal with all that is wrong with the answers, or where it must not go on, whatever they are
     */
    public List<Answer> answered(List<Answer> answers, boolean needed) {
        // Found after the step, when it was looked at again.
        if (needed && !blocking().isEmpty()) {
            throw Refusal.conflict("screening-blocks");
        }
        return new Answered(warnings(), answers).checked(needed);
    }

    private List<ScreenedFinding> with(Consequence action) {
        return findings.stream().filter(finding -> finding.action() == action).toList();
    }
}
