package prakat.screening.personal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import prakat.benchmark.Comparison;

/** How long {@link OfAPage} takes, by JMH, in a process of its own. */
@Tag("program")
@Tag("benchmark")
class OfAPageTest {

    private Map<String, List<Double>> microseconds;

    @Test
    void besideTheLeast() throws RunnerException {
        microseconds = new Runner(
                        new OptionsBuilder().include(OfAPage.class.getName()).build())
                .run().stream().collect(Collectors.toMap(OfAPageTest::name, OfAPageTest::ofEachRound));
        print("personal data looked for in a page", "personalData", "one expression for 13 digits", "thirteenDigits");
        print("a body cut down to what is allowed", "cleaned", "jsoup reads and writes it", "parsed");
        print("a page as the search compares it", "folded", "Java's NFKC in lower case", "normalized");
    }

    private void print(String what, String ours, String otherName, String other) {
        new Comparison(what, "µs").print("Prakat", microseconds.get(ours), otherName, microseconds.get(other));
    }

    private static String name(RunResult run) {
        String name = run.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<Double> ofEachRound(RunResult run) {
        return run.getAggregatedResult().getIterationResults().stream()
                .map(round -> round.getPrimaryResult().getScore())
                .toList();
    }
}
