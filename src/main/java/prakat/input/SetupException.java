package prakat.input;

/** The program cannot start as it was set up; the message says in one line what to change. */
public class SetupException extends IllegalArgumentException {

    /** What to change. */
    public SetupException(String message) {
        super(message);
    }
}
