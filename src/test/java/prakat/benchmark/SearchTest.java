package prakat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import prakat.Caller;
import prakat.Given;
import prakat.Program;

/**
 * The public's search with more and more on the website, for words of 3 to 12 letters, rare and frequent, beside PostgreSQL's own
 * {@code LIKE} over the same texts. {@code -Dprakat.benchmark.found=1000,20000,100000} says how many publications.
 */
@Tag("program")
@Tag("benchmark")
class SearchTest {

    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("prakat.benchmark.found", "1000,20000,100000")
                            .split(","))
            .map(Integer::valueOf)
            .toList();

    /** How often each word of a kind is searched for in a round. */
    private static final int TIMES = 5;

    /** How often each word is searched for before. */
    private static final int WARM_UP = 20;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;

    /** What all words are made of; what others begin with, nobody finds within one of these. */
    private static final String LETTERS = "กขคงจชตทนบปพมยรลวสหอา";

    /** In each text, some of these; the first of them in nearly all. */
    private static final List<String> VOCABULARY = words(2_000, LETTERS);

    private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("in one text of 2,000", words(10, "ฌฎฏฐฑฒฬ"));
        KINDS.put("in one text of 80", words(10, "ฆฉฝฟธภผ"));
        KINDS.put("in most texts", VOCABULARY.subList(0, 10));
        KINDS.put("in none", words(10, "ฅฃฮฤฦ"));
    }

    /** Thai has no blanks between words. The series depends on the row, or it would be the same text for all. */
    private static final String FILL =
            """
            update search_text set content = content || chr(10)
                || (select string_agg((string_to_array(:vocabulary, ' '))[1 + floor(power(random(), 3) * 2000)::int], '')
                    from generate_series(1, 60 + cast(revision_id * 0 as int)))
                || case when revision_id / 1000000 % 200 = 0
                    then (string_to_array(:rare, ' '))[1 + revision_id / 100000 % 10] else '' end
                || case when revision_id / 1000000 % 8 = 3
                    then (string_to_array(:middling, ' '))[1 + revision_id / 100000 % 10] else '' end
            where revision_id / 100000 between :first and :last""";

    private static final String LIKE =
            """
            select p.address from publication p join search_text s on s.revision_id = p.revision_id
            where p.taken_down_at is null and p.publish_until > now() and s.content like '%' || ? || '%'
            order by p.published_at desc limit 20""";

    @TempDir
    private Path directory;

    /** Milliseconds by kind and size. */
    private final Map<String, Map<String, List<Double>>> waits = new LinkedHashMap<>();

    @Test
    void words() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Program program = Program.measured(directory, "demo,postgres", Program.on(postgres))) {
            URI up = program.up();
            Given given = new Given(up);
            String id = given.permit(given.certify(given.submit("finance-staff", Given.submission("ประกาศ"))))
                    .get("id")
                    .asText();
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Caller reader = Caller.anonymous(up);
            int made = 0;
            for (int size : SIZES) {
                Copies.make(postgres.getPostgresDatabase(), List.of(id), made + 1, size - made);
                fill(jdbc, made + 1, size);
                made = size;
                warmUp(reader);
                for (Map.Entry<String, List<String>> kind : KINDS.entrySet()) {
                    measure(kind.getKey(), kind.getValue(), size, reader, jdbc);
                }
            }
        }
        waits.forEach(
                (kind, each) -> new Comparison("search for words " + kind + ", p99", "ms").print(each, "under 100 ms"));
    }

    private static void fill(JdbcClient jdbc, int first, int last) {
        jdbc.sql(FILL)
                .param("vocabulary", String.join(" ", VOCABULARY))
                .param("rare", String.join(" ", KINDS.get("in one text of 2,000")))
                .param("middling", String.join(" ", KINDS.get("in one text of 80")))
                .param("first", first)
                .param("last", last)
                .update();
        jdbc.sql("vacuum analyze").update();
    }

    /** A program that has just started is slower than one that has run for a day. */
    private static void warmUp(Caller reader) {
        for (int n = 0; n < WARM_UP; n++) {
            KINDS.values().forEach(words -> words.forEach(word -> search(word, reader)));
        }
    }

    private static void search(String word, Caller reader) {
        String path = "/?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
        assertThat(reader.get(path).status()).as(path).isEqualTo(200);
    }

    private void measure(String kind, List<String> words, int size, Caller reader, JdbcClient jdbc) throws Exception {
        List<Double> all = waits.computeIfAbsent(kind, one -> new LinkedHashMap<>())
                .computeIfAbsent("%,d".formatted(size), one -> new ArrayList<>());
        Waits ours = new Waits(words, word -> search(word, reader));
        Waits its = new Waits(
                words, word -> jdbc.sql(LIKE).param(word).query(String.class).list());
        new Comparison("search for words %s, %,d published, p99".formatted(kind, size), "ms")
                .print("Prakat", ours, "PostgreSQL's LIKE", its, "under 100 ms");
        all.addAll(ours.slowest);
    }

    /** How long searches take, one after the other. */
    private static final class Waits implements Comparison.Side {

        private final List<String> words;
        private final Consumer<String> search;

        /** Of each round. */
        private final List<Double> slowest = new ArrayList<>();

        /** Of the last round. */
        private double median;

        Waits(List<String> words, Consumer<String> search) {
            this.words = words;
            this.search = search;
        }

        @Override
        public double measure() {
            List<Double> each = IntStream.range(0, TIMES * words.size())
                    .mapToObj(n -> {
                        long begun = System.nanoTime();
                        search.accept(words.get(n % words.size()));
                        return (System.nanoTime() - begun) / 1e6;
                    })
                    .sorted()
                    .toList();
            median = each.get(each.size() / 2);
            slowest.add(each.get(each.size() * 99 / 100));
            return slowest.get(slowest.size() - 1);
        }

        @Override
        public String also() {
            return ", p50 %.1f ms".formatted(median);
        }
    }

    /** Each of another length, from the shortest to the longest and again; the same in each run. */
    private static List<String> words(int count, String firstLetters) {
        Random random = new Random(firstLetters.hashCode());
        return IntStream.range(0, count)
                .mapToObj(n -> letter(firstLetters, random)
                        + IntStream.range(1, SHORTEST + n % (LONGEST - SHORTEST + 1))
                                .mapToObj(i -> letter(LETTERS, random))
                                .collect(Collectors.joining()))
                .toList();
    }

    private static String letter(String letters, Random random) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }
}
