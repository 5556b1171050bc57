package prakat.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prakat.Given;
import prakat.Program;

/**
 * The public's pages of a full website beside nginx, which has the same bytes on disk; on PostgreSQL, in 256 MB. {@code
 * -Dprakat.benchmark.published=20000} and {@code -Dprakat.benchmark.archived=100000} say how full.
 */
@Tag("program")
@Tag("benchmark")
class WebsiteTest {

    private static final int PUBLISHED = Integer.getInteger("prakat.benchmark.published", 20_000);
    private static final int ARCHIVED = Integer.getInteger("prakat.benchmark.archived", 100_000);

    /** As long as many a notice is. */
    private static final String BODY = ("<p>" + "รายละเอียดของประกาศที่ยาวพอสมควร ".repeat(10) + "</p>").repeat(12);

    private static final byte[] FILE =
            ("ประกาศ ".repeat(4) + "\n").repeat(1_200).getBytes(StandardCharsets.UTF_8);

    private static final String TITLE = "ประกาศรับสมัครสอบแข่งขัน";
    private static final String FULL = ", %,d published, %,d archived".formatted(PUBLISHED, ARCHIVED);

    @TempDir
    private Path directory;

    @Test
    void readers() throws Exception {
        if (!Wrk.isThere() || !StaticSite.isThere()) {
            new Comparison("the public's pages", "requests/s").notMeasured("wrk, nginx");
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> database = Program.on(postgres);
            String page = "/news/" + fill(postgres, database);
            try (Program program = Program.measured(directory, "demo,postgres", database)) {
                URI prakat = program.up();
                Map<String, String> paths = new LinkedHashMap<>();
                paths.put("public page", page);
                paths.put("public list", "/");
                paths.put("feed", "/feed.xml");
                paths.put("file of %d kB".formatted(FILE.length / 1_000), page + "/files/1/a.txt");
                try (StaticSite nginx = StaticSite.of(prakat, paths.values(), directory.resolve("nginx"))) {
                    for (Map.Entry<String, String> path : paths.entrySet()) {
                        beside(
                                path.getKey(),
                                prakat.resolve(path.getValue()),
                                nginx.address().resolve(path.getValue()));
                    }
                }
                besideWordPress(prakat.resolve(page));
            }
        }
    }

    private static void beside(String what, URI prakat, URI nginx) throws Exception {
        Wrk ours = new Wrk(prakat.toString());
        Wrk its = new Wrk(nginx.toString());
        new Comparison(what + FULL, "requests/s").print("Prakat", ours::rate, "nginx", its::rate, "at least 0.3");
        new Comparison(what + ", p99", "ms").print("Prakat", ours::slowest, "nginx", its::slowest, "at most 3");
    }

    /** Its page is the same text, in a site that holds nothing else. */
    private void besideWordPress(URI page) throws Exception {
        Comparison comparison = new Comparison("public page" + FULL, "requests/s");
        if (!WordPress.isThere()) {
            comparison.notMeasured("WordPress");
            return;
        }
        try (WordPress site = WordPress.with(TITLE, BODY, directory.resolve("wordpress"))) {
            comparison.print(
                    "Prakat",
                    new Wrk(page.toString())::rate,
                    "WordPress",
                    new Wrk(site.post().toString())::rate,
                    "at least 50");
        }
    }

    /** The number of something published. */
    private String fill(EmbeddedPostgres postgres, Map<String, String> database) throws Exception {
        try (Program program = Program.start(directory, "demo,postgres", database)) {
            Given given = new Given(program.up());
            JsonNode published = given.permit(given.certify(
                    given.submit("finance-staff", Given.submission(TITLE).put("body", BODY), Map.of("a.txt", FILE))));
            JsonNode withdrawn = given.withdrawn("ประกาศที่ถอนแล้ว");
            Copies.make(
                    postgres.getPostgresDatabase(), List.of(published.get("id").asText()), 1, PUBLISHED);
            Copies.make(
                    postgres.getPostgresDatabase(), List.of(withdrawn.get("id").asText()), PUBLISHED + 1, ARCHIVED);
            return published.get("number").asText();
        }
    }
}
