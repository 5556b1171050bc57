package prakat.crash;

import java.util.Random;

/** Something that befalls the nodes while they are under load. When it returns, all of them are up again. */
@FunctionalInterface
interface Misfortune {

    /**
     * Lets it happen.
     *
     * @param random says to whom and how long, where that is left open
     */
    void strike(Nodes nodes, Random random) throws Exception;

    /** Any one of the nodes is killed, as by a power cut, and started anew. */
    static Misfortune kill() {
        return (nodes, random) -> {
            int victim = random.nextInt(nodes.size());
            nodes.kill(victim);
            nodes.start(victim);
        };
    }

    /** Any one of the nodes is stopped in good order, and started anew. */
    static Misfortune stop() {
        return (nodes, random) -> upgrade(random.nextInt(nodes.size())).strike(nodes, random);
    }

    /** That node ends in good order, and the present version starts in its place. */
    static Misfortune upgrade(int node) {
        return (nodes, random) -> {
            nodes.stop(node);
            nodes.start(node);
        };
    }
}
