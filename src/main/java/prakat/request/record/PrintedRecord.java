package prakat.request.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import prakat.input.Texts;
import prakat.request.content.Digest;

/**
 * What the office's paper form says of a request at one point of its record. Its {@link #code} stands on the form and is
 * computed again from the record whenever somebody asks whether a form is genuine; nothing of it is stored.
 *
 * @param number of the request
 * @param group code of the requester's group
 * @param round the round that the form is about
 * @param contentSha256 digest of that round's version
 * @param steps what happened in that round, as far as a form shows it, oldest first; never empty
 * @param until when the record went on to its next state; null while this is the present one
 */
public record PrintedRecord(
        String number, String group, int round, String contentSha256, List<HistoryEntry> steps, Instant until) {

    /** How many hexadecimal digits a code has: enough that nobody finds one by trying, few enough to be typed. */
    private static final int CODE_LENGTH = 16;

    /** What follows of itself, such as the hand-over, changes nothing that stands on a form. */
    private static final Set<Event> SHOWN = Set.of(
            Event.SUBMITTED,
            Event.REVISED,
            Event.CERTIFICATION,
            Event.VETTING,
            Event.PUBLISHED,
            Event.PERIOD_MISSED,
            Event.EXTENDED,
            Event.REPLACED,
            Event.TAKEN_DOWN,
            Event.WITHDRAWN,
            Event.CANCELLED);

    /** All that a form about a request can ever have said, oldest first; the last one is what it says now. */
    public static List<PrintedRecord> states(String number, String group, List<HistoryEntry> history) {
        List<HistoryEntry> shown =
                history.stream().filter(entry -> SHOWN.contains(entry.event())).toList();
        List<PrintedRecord> states = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            HistoryEntry latest = shown.get(i);
            states.add(new PrintedRecord(
                    number,
                    group,
                    latest.round(),
                    latest.contentSha256(),
                    shown.subList(0, i + 1).stream()
                            .filter(entry -> entry.round() == latest.round())
                            .toList(),
                    i + 1 < shown.size() ? shown.get(i + 1).at() : null));
        }
        return List.copyOf(states);
    }

    /**
     * The code that stands on the form: the first 16 hexadecimal digits of the SHA-256 over what it says, that is number,
     * group, round, digest of the content, and of each step the event, its outcome, who, in what capacity and when, and the
     * end to which it moved the period.
     */
    public String code() {
        List<String> said = new ArrayList<>(List.of(number, group, String.valueOf(round), contentSha256));
        for (HistoryEntry step : steps) {
            said.add(step.event().code());
            said.add(step.outcome() == null ? null : step.outcome().code());
            said.add(step.actorName());
            said.add(step.capacity().code());
            said.add(step.at().truncatedTo(ChronoUnit.SECONDS).toString());
            if (step.publishUntil() != null) {
                said.add(step.publishUntil().toString());
            }
        }
        return Digest.of(said).substring(0, CODE_LENGTH);
    }

    /**
     * Whether that is the code of this state. Takes the same time whatever was typed.
     *
     * @param typed as it came from a reader, in any case, with any spaces and hyphens, in Arabic or Thai digits
     */
    public boolean hasCode(String typed) {
        String plain = Texts.arabicDigits(Texts.plain(typed)).replaceAll("[\\s\\p{Z}\\p{Pd}]", "");
        return MessageDigest.isEqual(
                code().getBytes(StandardCharsets.UTF_8),
                plain.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this is how things stand, as far as a form shows it. */
    public boolean isPresent() {
        return until == null;
    }

    /** The step that made this state. */
    public HistoryEntry latest() {
        return steps.get(steps.size() - 1);
    }

    /** What this state is called: the code of the {@link Outcome} of its latest step, or of the event that is no decision. */
    public String state() {
        return latest().outcome() == null
                ? latest().event().code()
                : latest().outcome().code();
    }

    /** The round's proposal: its actor is who the information comes from. */
    public Optional<HistoryEntry> proposal() {
        return steps.stream()
                .filter(step -> Event.PROPOSALS.contains(step.event()))
                .findFirst();
    }

    /** The round's certification; empty where there is none, or none yet. */
    public Optional<HistoryEntry> certification() {
        return decided(Outcome.CERTIFIED);
    }

    /** The round's permission to publish; empty where there is none, or none yet. */
    public Optional<HistoryEntry> permission() {
        return decided(Outcome.PERMITTED);
    }

    /** The end to which the period was moved last; empty where it stayed. */
    public Optional<Instant> extendedUntil() {
        return steps.stream()
                .map(HistoryEntry::publishUntil)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last);
    }

    private Optional<HistoryEntry> decided(Outcome outcome) {
        return steps.stream().filter(step -> step.outcome() == outcome).findFirst();
    }
}
