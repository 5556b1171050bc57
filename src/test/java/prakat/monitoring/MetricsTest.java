package prakat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;
import prakat.Answer;
import prakat.Caller;
import prakat.ProgramTest;

/** The metrics as Prometheus reads them, and the board and the alerts that go by them. */
class MetricsTest extends ProgramTest {

    private static final Path FILES = Path.of("src/deploy/monitoring");

    /** What Prometheus itself knows of each program that it reads. */
    private static final String OF_PROMETHEUS = "up";

    private static final Pattern SELECTOR = Pattern.compile("([a-z_:][a-z0-9_:]*)(?:\\{([^}]*)})?(?:\\[\\w+])?");
    /** What stands between metrics: operators, and the labels by which they group. */
    private static final Pattern GROUPING = Pattern.compile("\\b(by|on) \\([^)]*\\)|\\b(unless|and|or)\\b");

    private static final Pattern FUNCTION = Pattern.compile("\\b[a-z_]+\\s*(?=\\()");

    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*[=!]");
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");

    @Autowired
    private MetricsServer server;

    @Test
    void boardAndAlertsNameWhatThereIs() throws IOException {
        assertThat(anybody().get("/").status()).as("a call to be measured").isEqualTo(200);
        Map<String, String> labels = new TreeMap<>();
        samples().forEach((series, value) -> {
            Matcher sample = SAMPLE.matcher(series + " " + value);
            assertThat(sample.matches()).as(series).isTrue();
            labels.merge(sample.group(1), String.valueOf(sample.group(2)), (one, other) -> one + other);
        });
        List<String> expressions = new ArrayList<>(
                expressions(JSON.readTree(FILES.resolve("dashboard.json").toFile())));
        assertThat(expressions).hasSizeGreaterThan(20);
        Object alerts = new Yaml().load(Files.readString(FILES.resolve("alerts.yml")));
        List<String> ofAlerts = expressions(JSON.valueToTree(alerts));
        assertThat(ofAlerts).hasSizeGreaterThan(10);
        expressions.addAll(ofAlerts);

        for (String expression : expressions) {
            String ungrouped = GROUPING.matcher(expression).replaceAll("");
            String named = FUNCTION.matcher(ungrouped).replaceAll("");
            Matcher selector = SELECTOR.matcher(named);
            boolean any = false;
            while (selector.find()) {
                String metric = selector.group(1);
                any = true;
                if (!metric.equals(OF_PROMETHEUS)) {
                    assertThat(labels.keySet()).as(expression).contains(metric);
                    LABEL.matcher(selector.group(2) == null ? "" : selector.group(2))
                            .results()
                            .forEach(label -> assertThat(labels.get(metric))
                                    .as(expression)
                                    .contains(label.group(1) + "=\""));
                }
            }
            assertThat(any).as(expression).isTrue();
        }
    }

    private static List<String> expressions(JsonNode of) {
        return of.findValuesAsText("expr");
    }

    @Test
    void whatWaitsIsCountedByStepWithItsAge() {
        double before = sample("prakat_requests_in_flight{step=\"certification\"}");
        double entries = sample("prakat_record_entries_total{event=\"certification\",outcome=\"certified\"}");
        double permitted = sample("prakat_record_entries_total{event=\"vetting\",outcome=\"permitted\"}");
        String id = submit("finance-staff");
        assertThat(sample("prakat_requests_in_flight{step=\"certification\"}")).isEqualTo(before + 1);
        clock.advance(Duration.ofDays(2));
        assertThat(sample("prakat_oldest_task_age_seconds{step=\"certification\"}"))
                .isGreaterThanOrEqualTo(Duration.ofDays(2).toSeconds());

        ok(certification("finance-director", id, CERTIFIED));

        assertThat(sample("prakat_requests_in_flight{step=\"certification\"}")).isEqualTo(before);
        assertThat(sample("prakat_record_entries_total{event=\"certification\",outcome=\"certified\"}"))
                .isEqualTo(entries + 1);
        Answer refused = vetting("web-officer", id, "{\"outcome\": \"permitted\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(sample("prakat_record_entries_total{event=\"vetting\",outcome=\"permitted\"}"))
                .as("what was rolled back did not happen")
                .isEqualTo(permitted);
    }

    @Test
    void whatIsRefusedIsCountedByItsReason() {
        double wrong = sample("prakat_sign_ins_refused_total{reason=\"wrong\"}");
        double texts = sample("prakat_screening_seconds_count{result=\"txt\"}");
        double pictures = sample("prakat_screening_seconds_count{result=\"file-picture\"}");

        assertThat(Caller.basic(program(), "nobody-at-all").get("/api/requests").status())
                .isEqualTo(401);
        Answer answer = as("finance-staff")
                .post(
                        "/api/requests",
                        submission("ประกาศทดสอบ").toString(),
                        Map.of("ก.txt", "ประกาศ".getBytes(), "ข.gif", "GIF89a\1\0\1\0\0\0\0;".getBytes()));
        assertThat(answer.status()).isEqualTo(415);

        assertThat(sample("prakat_sign_ins_refused_total{reason=\"wrong\"}")).isEqualTo(wrong + 1);
        assertThat(sample("prakat_screening_seconds_count{result=\"file-picture\"}"))
                .isEqualTo(pictures + 1);
        assertThat(sample("prakat_screening_seconds_count{result=\"txt\"}")).isBetween(texts, texts + 1);
    }

    @Test
    void theyAreReadAtTheirOwnPortAndNowhereElse() {
        assertThat(metrics("/metrics").status()).isEqualTo(200);
        assertThat(metrics("/api/requests").text()).doesNotContain("\"items\"");
        for (String path : List.of("/metrics", "/actuator/prometheus")) {
            assertThat(anybody().get(path).status()).as(path).isEqualTo(404);
            assertThat(as("admin").get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void nobodyIsNamed() {
        submit("finance-staff");
        assertThat(metrics("/metrics").text())
                .doesNotContain("finance-staff", "2570-", "2569-")
                .doesNotContainPattern("[ก-๛]");
    }

    private double sample(String series) {
        return samples().getOrDefault(series, 0.0);
    }

    private Map<String, Double> samples() {
        return metrics("/metrics")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(
                                line.substring(line.lastIndexOf(' ') + 1).replace("Inf", "Infinity"))));
    }

    private Answer metrics(String path) {
        return Caller.anonymous(URI.create("http://127.0.0.1:" + server.port().orElseThrow()))
                .get(path);
    }
}
