package prakat.crash;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import prakat.Answer;
import prakat.Caller;

/** One at each door: they go in again and again, and are let in, or told to come back in a moment. */
final class Visitors {

    private static final List<String> OF_THE_PUBLIC =
            List.of("/", "/?q=%E0%B9%80%E0%B8%A3", "/feed.xml", "/login", "/assets/prakat.css", "/verify");
    private static final List<String> OF_THE_STAFF = List.of(
            "/desk",
            "/desk/certify",
            "/camunda/app/tasklist/default/",
            "/camunda/api/engine/engine/default/task?maxResults=5");
    private static final List<String> OF_PROGRAMS = List.of("/api/requests?size=5", "/engine-rest/task?maxResults=5");

    private final Nodes nodes;
    private final Calls calls;
    private final Observations observations;

    Visitors(Nodes nodes, Calls calls, Observations observations) {
        this.nodes = nodes;
        this.calls = calls;
        this.observations = observations;
    }

    /** A thread for each of them. */
    Stream<Thread> threads(BooleanSupplier goOn) {
        // Signed in at one node, and with that at all.
        Caller browser = nodes.signedIn("finance-director");
        return Stream.of(
                        OF_THE_PUBLIC.stream().map(path -> visit(path, goOn, () -> page(nodes.anywhere(null), path))),
                        OF_THE_STAFF.stream()
                                .map(path -> visit(path, goOn, () -> page(nodes.anywhereAs(browser), path))),
                        OF_PROGRAMS.stream()
                                .map(path -> visit(path, goOn, () -> nodes.anywhere("finance-director")
                                        .get(path))))
                .flatMap(threads -> threads);
    }

    private static Answer page(Caller reader, String path) {
        return reader.get(path, "Accept", "text/html, */*");
    }

    private Thread visit(String path, BooleanSupplier goOn, Supplier<Answer> door) {
        return new Thread(
                () -> {
                    while (goOn.getAsBoolean()) {
                        Answer answer = calls.once(door);
                        if (answer != null && answer.status() != 200) {
                            observations.violation(path + " was answered " + answer);
                        }
                        Calls.pause(1_000);
                    }
                },
                "visitor of " + path);
    }
}
