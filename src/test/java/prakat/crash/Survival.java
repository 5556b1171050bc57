package prakat.crash;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * An office at work while one misfortune after the other befalls its nodes; and the questions afterwards, which are always the
 * same: is everything there that was acknowledged, and nothing twice?
 */
final class Survival implements AutoCloseable {

    /** How long all nodes are up and under load before the next misfortune, in milliseconds. */
    private static final int SHORTEST_LIFE = 2_000;

    private static final int LONGEST_LIFE = 9_000;

    private final Path directory;
    private final Observations observations = new Observations();
    private final Told told;
    private final Nodes nodes;
    private final People people;
    private final Random random;

    /**
     * Prepares it.
     *
     * @param directory in which all nodes run
     * @param environment of each node; mails and webhooks are added to it
     * @param seed when what happens to whom
     */
    Survival(Path directory, String profiles, Map<String, String> environment, long seed) throws Exception {
        this.directory = directory;
        told = new Told(observations);
        Map<String, String> whole = new HashMap<>(environment);
        whole.putAll(told.environment());
        nodes = new Nodes(directory, profiles, whole, observations);
        people = new People(nodes, observations);
        random = new Random(seed);
    }

    /** Starts so many nodes, lets the misfortunes happen under load, and leaves all nodes up. */
    void live(int size, List<Misfortune> misfortunes) throws Exception {
        live(size, null, misfortunes);
    }

    /** The same, with nodes of another version to begin with. */
    void live(int size, Path older, List<Misfortune> misfortunes) throws Exception {
        nodes.startAll(size, older);
        try {
            people.begin();
            for (Misfortune misfortune : misfortunes) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(SHORTEST_LIFE, LONGEST_LIFE));
                misfortune.strike(nodes, random);
            }
            TimeUnit.MILLISECONDS.sleep(SHORTEST_LIFE);
        } finally {
            people.end();
        }
    }

    /**
     * Waits until all is quiet, and looks what is there.
     *
     * @return what must not be, and was seen meanwhile or afterwards
     */
    List<String> violations() throws Exception {
        new Aftermath(nodes, directory.resolve("data/files"), people, told, observations).check();
        return observations.violations();
    }

    /** What was seen, by kind. */
    Observations observations() {
        return observations;
    }

    @Override
    public void close() {
        nodes.close();
        told.close();
    }
}
