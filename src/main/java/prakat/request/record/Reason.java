package prakat.request.record;

import java.util.List;
import prakat.input.Refusal;
import prakat.input.Texts;

/** Why somebody decided, in words. */
public final class Reason {

    /** In characters. */
    public static final int LONGEST = 2000;

    /** In characters, where one is needed. */
    public static final int SHORTEST = 10;

    private Reason() {}

    /**
     * The reason as it is kept; null if none was given.
     *
     * @param needed whether it may neither be left out nor be shorter than ten characters
     * @param errors to which is added what is wrong with {@code reason}
     */
    public static String read(String said, boolean needed, List<Refusal.Field> errors) {
        String reason = Texts.plain(said);
        if (Texts.length(reason) > LONGEST || needed && Texts.length(reason) < SHORTEST) {
            errors.add(Refusal.Field.of("reason", "reason", SHORTEST, LONGEST));
        }
        return reason.isEmpty() ? null : reason;
    }
}
