package prakat.request.content;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import prakat.files.ReceivedFile;

/**
 * The files that came as variables with a call of the engine's REST, while the engine works on that call: on the same
 * thread, by the names of their variables. The engine itself sees them empty, and no call can name another one's files.
 */
public final class FileVariables {

    private static final ThreadLocal<Map<String, ReceivedFile>> CURRENT = ThreadLocal.withInitial(Map::of);

    private FileVariables() {}

    /** A call with these files begins on this thread. */
    public static void begin(Map<String, ReceivedFile> files) {
        CURRENT.set(files);
    }

    /** The call on this thread is over: its files, whether somebody kept them or not. */
    public static Collection<ReceivedFile> end() {
        Collection<ReceivedFile> files = CURRENT.get().values();
        CURRENT.remove();
        return files;
    }

    /** The file that came as the variable of that name; empty where none did. */
    public static Optional<ReceivedFile> get(String variable) {
        return Optional.ofNullable(CURRENT.get().get(variable));
    }
}
