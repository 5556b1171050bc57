package prakat.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import prakat.BareEngine;
import prakat.Program;

/**
 * The engine alone in a process of its own, which drains timers: for each line that it reads it starts as many instances, has
 * all of their ends due at the same instant, and writes how that went.
 */
final class BareDraining implements AutoCloseable {

    private static final int THREADS = 8;

    /** Time for the engine to come to rest. */
    private static final int AHEAD = 8;

    private final Process process;
    private final BufferedReader says;

    /** @param url of an empty database */
    BareDraining(String url) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Program.MEASURED);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareDraining.class.getName(), url));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        says = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Has it drain as many. */
    Drain drain(int ends) throws IOException {
        process.getOutputStream().write((ends + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.startsWith(Drain.class.getSimpleName())) {
                return Drain.read(line);
            }
            System.out.println(line);
        }
        throw new IOException("the bare engine has ended");
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(arguments[0]);
            database.setUsername("postgres");
            database.setMaximumPoolSize(20);
            try (BareEngine engine = new BareEngine(database, THREADS)) {
                BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                for (String ends = asked.readLine(); ends != null; ends = asked.readLine()) {
                    System.out.println(drain(engine, JdbcClient.create(database), Integer.parseInt(ends)));
                }
            }
        }
    }

    private static Drain drain(BareEngine engine, JdbcClient database, int ends) throws InterruptedException {
        IntStream.range(0, ends).parallel().forEach(n -> {
            String key = "key" + System.nanoTime() + "-" + n;
            engine.submit(key);
            engine.certify(key);
            engine.vet(key);
        });
        database.sql("analyze").update();
        engine.work(true);
        Instant end = Instant.now().plusSeconds(AHEAD);
        Timestamp due = Timestamp.from(end);
        database.sql("update act_ru_job set duedate_ = ? where handler_cfg_ like 'periodEnds%'")
                .param(due)
                .update();
        String ended = " from act_hi_procinst where end_time_ >= ?";
        while (database.sql("select count(*)" + ended)
                        .param(due)
                        .query(Integer.class)
                        .single()
                < ends) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        engine.work(false);
        return database.sql("select min(end_time_), max(end_time_)" + ended)
                .param(due)
                .query((row, n) -> new Drain(
                        end,
                        row.getTimestamp(1).toInstant(),
                        row.getTimestamp(2).toInstant(),
                        ends))
                .single();
    }
}
