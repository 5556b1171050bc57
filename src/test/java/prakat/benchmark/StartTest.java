package prakat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prakat.Given;
import prakat.Program;

/**
 * A start, and the memory that is held after it and after a day's work, beside the bare Camunda starter: on H2, each in 256 MB of
 * heap. {@code -Dprakat.benchmark.copies=10000} says how many requests the full database holds.
 */
@Tag("program")
@Tag("benchmark")
class StartTest {

    private static final int COPIES = Integer.getInteger("prakat.benchmark.copies", 10_000);

    /** More than an office of a hundred people proposes in a day. */
    private static final int A_DAY = 100;

    private static final int ORIGINALS = 10;

    private static final Pattern HELD = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)$");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    @TempDir
    private Path directory;

    private int starts;

    /**
     * A program that is up.
     *
     * @param seconds until it was ready
     * @param processor in seconds
     * @param heap megabytes that are reachable
     * @param resident megabytes of the process
     */
    private record Started(double seconds, double processor, double heap, double resident) {}

    private interface Start {
        Program begin() throws Exception;
    }

    private interface Work {
        void of(Program program) throws Exception;
    }

    @Test
    void onAnEmptyDatabase() throws Exception {
        compare("empty", () -> prakat(fresh()), program -> {});
    }

    /** As the handbook has it for a faster start; the bare starter without one. */
    @Test
    void fromAnArchiveOfItsClasses() throws Exception {
        Path packaged;
        try (Stream<Path> made = Files.list(Path.of("target").toAbsolutePath())) {
            packaged = made.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
        Path apart = fresh();
        Path archive = apart.resolve("prakat.jsa");
        java(List.of("-Djarmode=tools", "-jar", packaged.toString(), "extract", "--destination", apart.toString()));
        Path jar = apart.resolve(packaged.getFileName());
        List<String> once = new ArrayList<>(Program.MEASURED);
        once.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh", "-jar", jar.toString()));
        once.addAll(List.of("--spring.profiles.active=demo", "--server.port=0", "--server.address=127.0.0.1"));
        java(once);
        compare(
                "empty, with an archive of classes",
                () -> Program.measured(jar, archive, fresh(), "demo"),
                program -> {});
    }

    @Test
    void onAFullDatabase() throws Exception {
        Path full = fresh();
        try (Program program = prakat(full)) {
            fill(full, ways(program, ORIGINALS), program);
        }
        compare("full", () -> prakat(full), program -> {});
    }

    @Test
    void afterADay() throws Exception {
        compare("empty, a day's work later", () -> prakat(fresh()), program -> ways(program, A_DAY));
    }

    private void compare(String database, Start prakat, Work work) throws Exception {
        List<Started> ours = new ArrayList<>();
        List<Started> bare = new ArrayList<>();
        for (int round = 0; round <= Comparison.ROUNDS; round++) {
            ours.add(started(prakat, work));
            bare.add(started(() -> Program.other(BareStarter.class, fresh()), program -> {}));
        }
        String what = "start, database " + database + ": ";
        print(what + "until it is ready", "s", ours, bare, Started::seconds);
        print(what + "processor", "s", ours, bare, Started::processor);
        print(what + "heap that is held", "MB", ours, bare, Started::heap);
        print(what + "memory of the process", "MB", ours, bare, Started::resident);
    }

    private static void print(
            String what, String unit, List<Started> ours, List<Started> bare, ToDoubleFunction<Started> figure)
            throws Exception {
        Iterator<Started> our = ours.iterator();
        Iterator<Started> other = bare.iterator();
        new Comparison(what, unit)
                .print(
                        "Prakat",
                        () -> figure.applyAsDouble(our.next()),
                        "the bare starter",
                        () -> figure.applyAsDouble(other.next()),
                        "at most 1.5");
    }

    private static Started started(Start start, Work work) throws Exception {
        long begun = System.nanoTime();
        try (Program program = start.begin()) {
            program.up();
            double seconds = (System.nanoTime() - begun) / 1e9;
            double processor = program.processor().toMillis() / 1e3;
            work.of(program);
            // It counts what is reachable, while the program stands still.
            double heap = number(HELD, jcmd(program, "GC.class_histogram")) / 1024 / 1024;
            double resident = number(RESIDENT, Files.readString(Path.of("/proc/" + program.pid() + "/status"))) / 1024;
            return new Started(seconds, processor, heap, resident);
        }
    }

    /** Runs Java in a directory of its own until it ends. */
    private void java(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        Path log = directory.resolve("java.log");
        int ended = new ProcessBuilder(command)
                .directory(fresh().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static double number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(text);
        }
        return Double.parseDouble(found.group(1));
    }

    private static String jcmd(Program program, String command) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(program.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        try (var said = jcmd.inputReader()) {
            return said.lines().reduce("", (all, line) -> all + line + "\n");
        }
    }

    private Path fresh() throws IOException {
        return Files.createDirectories(directory.resolve("start-" + starts++));
    }

    private static Program prakat(Path directory) {
        return Program.measured(directory, "demo", Map.of());
    }

    /** Whole ways to the website; their requests' ids. */
    private static List<String> ways(Program program, int count) throws InterruptedException {
        Given given = new Given(program.up());
        return IntStream.range(0, count)
                .mapToObj(n -> given.permit(given.certify(
                        given.submit("finance-staff", Given.submission("ประกาศเรื่องที่ " + n), Map.of()))))
                .map(request -> request.get("id").asText())
                .toList();
    }

    private static void fill(Path directory, List<String> ids, Program program) throws Exception {
        program.stop();
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + directory.resolve("data/prakat") + ";MODE=PostgreSQL");
        database.setUser("prakat");
        database.setPassword("");
        Copies.make(database, ids, 1, COPIES / ORIGINALS);
    }
}
