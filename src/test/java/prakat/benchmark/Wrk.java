package prakat.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readers who ask for the same address, again and again, sixteen at once: {@code wrk}, where it is installed. */
final class Wrk {

    private static final Path PROGRAM = Path.of("/usr/bin/wrk");
    private static final String SECONDS = System.getProperty("prakat.benchmark.seconds", "10");
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");
    private static final Pattern SLOWEST = Pattern.compile("99% +([0-9.]+)(us|ms|s) *\n");

    private final String address;

    /** In milliseconds, of the rounds that nobody has asked for yet. */
    private final Deque<Double> slowest = new ArrayDeque<>();

    Wrk(String address) {
        this.address = address;
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Answers a second, in a round that begins now. */
    double rate() throws IOException {
        Process process = new ProcessBuilder(
                        PROGRAM.toString(), "-t1", "-c16", "-d" + SECONDS + "s", "--latency", address)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (said.contains("Non-2xx")) {
            throw new IllegalStateException(address + ": " + said);
        }
        MatchResult time = find(SLOWEST, said);
        double milliseconds =
                switch (time.group(2)) {
                    case "us" -> 0.001;
                    case "ms" -> 1;
                    default -> 1_000;
                };
        slowest.add(Double.parseDouble(time.group(1)) * milliseconds);
        return Double.parseDouble(find(RATE, said).group(1));
    }

    /** Milliseconds within which 99 of 100 answers came, in the first round that this was not asked of. */
    double slowest() {
        return slowest.remove();
    }

    private static MatchResult find(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException(said);
        }
        return found;
    }
}
