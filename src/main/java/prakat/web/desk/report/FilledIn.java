package prakat.web.desk.report;

import java.util.Optional;
import java.util.stream.Stream;
import prakat.input.Refusal;
import prakat.input.Texts;

/**
 * What the author of a report writes in.
 *
 * @param problems never null, as the other
 */
record FilledIn(String problems, String suggestions) {

    /** Characters, in each. */
    private static final int LONGEST = 4_000;

    FilledIn {
        problems = Texts.plain(problems);
        suggestions = Texts.plain(suggestions);
    }

    /**
     * The same, where its fields hold it.
     *
     * @throws Refusal naming those that do not
     */
    FilledIn checked() {
        Refusal.throwIfAny(Stream.of(fault("problems", problems), fault("suggestions", suggestions))
                .flatMap(Optional::stream)
                .toList());
        return this;
    }

    private static Optional<Refusal.Field> fault(String name, String words) {
        return Texts.length(words) > LONGEST
                ? Optional.of(Refusal.Field.of(name, "too-long", LONGEST))
                : Optional.empty();
    }
}
