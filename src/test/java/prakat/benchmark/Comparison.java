package prakat.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that is measured beside something else, in turns, and its line in the table of {@code mvn -Pbenchmark verify}:
 * printed, and written to {@code target/benchmark.md}. Nothing is asserted of it.
 */
public final class Comparison {

    /** One for all that is measured, by however many processes, until it is removed. */
    private static final Path TABLE = Path.of("target/benchmark.md");

    /** How often each side is measured, once to warm up not counted. */
    static final int ROUNDS = Integer.getInteger("prakat.benchmark.rounds", 3);

    private final String what;
    private final String unit;

    /** @param unit of both sides' figures, such as {@code requests/s} */
    public Comparison(String what, String unit) {
        this.what = what;
        this.unit = unit;
    }

    /** One of the two. */
    public interface Side {
        /** Does it once, and gives the figure. */
        double measure() throws Exception;

        /** What else is to be said of it, at the end; "" for nothing. */
        default String also() {
            return "";
        }
    }

    /**
     * Measures both in turns, each once more before that to warm up, and prints the line.
     *
     * @param reach what is wanted of the first side's median over the other's
     */
    public void print(String name, Side ours, String otherName, Side other, String reach) throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double one = ours.measure();
            double two = other.measure();
            if (round > 0) {
                first.add(one);
                second.add(two);
            }
        }
        print(name, first, ours.also(), otherName, second, other.also(), reach);
    }

    /** A line of what was measured by other means: the figures of both sides. */
    public void print(String name, List<Double> ours, String otherName, List<Double> other) {
        print(name, ours, "", otherName, other, "", "–");
    }

    private void print(
            String name,
            List<Double> ours,
            String also,
            String otherName,
            List<Double> other,
            String otherAlso,
            String reach) {
        line(
                what,
                name + " " + figures(ours) + " " + unit + also,
                otherName + " " + figures(other) + " " + unit + otherAlso,
                String.format(Locale.ROOT, "%.2f", median(ours) / median(other)),
                reach);
    }

    /**
     * A line of what was measured at several sizes, the last one beside the first.
     *
     * @param figures by size, in the order in which they were taken
     * @param reach what is wanted of the last median over the first
     */
    void print(Map<String, List<Double>> figures, String reach) {
        List<String> sizes = List.copyOf(figures.keySet());
        String last = sizes.get(sizes.size() - 1);
        line(
                what,
                last + " " + figures(figures.get(last)) + " " + unit,
                sizes.stream()
                        .limit(sizes.size() - 1L)
                        .map(size -> size + " " + figures(figures.get(size)))
                        .collect(Collectors.joining("; ")),
                String.format(Locale.ROOT, "%.2f", median(figures.get(last)) / median(figures.get(sizes.get(0)))),
                reach);
    }

    /** A line of what has nothing beside it. */
    public void print(String name, Side ours) throws Exception {
        List<Double> figures = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double one = ours.measure();
            if (round > 0) {
                figures.add(one);
            }
        }
        line(what, name + " " + figures(figures) + " " + unit + ours.also(), "–", "–", "–");
    }

    /** A line of what was measured once. */
    public void once(String name, double figure) {
        line(what, name + " " + figure(figure) + " " + unit, "–", "–", "–");
    }

    /** A line for what this machine lacks. */
    public void notMeasured(String missing) {
        line(what, "not measured: " + missing, "–", "–", "–");
    }

    private static String figures(List<Double> figures) {
        return String.format(
                Locale.ROOT,
                "%s (%s–%s)",
                figure(median(figures)),
                figure(Collections.min(figures)),
                figure(Collections.max(figures)));
    }

    private static String figure(double figure) {
        return String.format(
                Locale.ROOT, figure >= 100 || figure == 0 ? "%,.0f" : figure >= 1 ? "%.1f" : "%.2f", figure);
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static synchronized void line(String... cells) {
        String line = "| " + String.join(" | ", cells) + " |\n";
        System.out.print(line);
        try {
            if (Files.notExists(TABLE)) {
                Files.createDirectories(TABLE.getParent());
                Files.writeString(TABLE, head());
            }
            Files.writeString(TABLE, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head() {
        return String.format(
                        Locale.ROOT,
                        "%s, %d processors, Java %s, %s; rounds: %d; median (least–most)%n%n",
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        ROUNDS)
                + "| What | Prakat | Beside it | Ratio | Reach |\n|---|---|---|---|---|\n";
    }
}
