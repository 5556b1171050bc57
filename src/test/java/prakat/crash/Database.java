package prakat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL of the nodes' own, to which things happen as they happen to an office's. */
final class Database implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    /** Makes it empty, and starts it. */
    Database(Path data) throws IOException {
        this.data = data;
        server = builder().start();
    }

    /** One that keeps what it has acknowledged: as tests mostly have it, the last commits are gone with a kill. */
    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on");
    }

    /** Tells a node where it is. */
    Map<String, String> environment() {
        return Map.of(
                "PRAKAT_DB_URL", server.getJdbcUrl("postgres", "postgres"),
                "PRAKAT_DB_USER", "postgres",
                "PRAKAT_DB_PASSWORD", "postgres");
    }

    /** It is shut down {@code immediate}, with whatever is under way, is away for so long, and comes back. */
    Misfortune isAway(Duration howLong) {
        return (nodes, random) -> {
            nodes.interrupted(nodes.size());
            signal("QUIT", Stream.of(postmaster()));
            server.close();
            TimeUnit.MILLISECONDS.sleep(howLong.toMillis());
            server = builder().setPort(server.getPort()).start();
            nodes.waitUntilReady();
        };
    }

    /** Its connections stay open for so long, and nothing comes back through them. */
    Misfortune hangs(Duration howLong) {
        return (nodes, random) -> {
            nodes.interrupted(nodes.size());
            ProcessHandle postmaster = postmaster();
            signal("STOP", Stream.of(postmaster));
            List<ProcessHandle> others = postmaster.descendants().toList();
            signal("STOP", others.stream());
            TimeUnit.MILLISECONDS.sleep(howLong.toMillis());
            signal("CONT", Stream.concat(others.stream(), Stream.of(postmaster)));
            nodes.waitUntilReady();
        };
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void signal(String signal, Stream<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.map(process -> String.valueOf(process.pid())).forEach(command::add);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
