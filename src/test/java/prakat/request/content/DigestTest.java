package prakat.request.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import prakat.input.Sha256;

class DigestTest {

    private static final Instant FROM = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-11-22T03:00:00Z");
    private static final String LINK = "https://example.go.th/a";
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** As {@link Content}, with what may vary in a test. */
    private record Version(
            String title,
            String summary,
            String body,
            String category,
            Instant from,
            Instant until,
            List<String> links,
            String note,
            List<Content.File> files) {

        String digest() {
            return Digest.of(new Content(title, summary, body, category, from, until, links, note, List.of(), files));
        }
    }

    private static final Content.File FILE = new Content.File("a.pdf", "application/pdf", 3, ABC);
    private static final Version VERSION = new Version(
            "ประกาศ", "สรุป", "<p>เนื้อหา</p>", "news", FROM, UNTIL, List.of(LINK), "หมายเหตุ", List.of(FILE));

    @Test
    void ofBytesIsTheirSha256InLowerCaseHexadecimal() throws IOException {
        assertThat(Sha256.of(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(ABC);
    }

    @Test
    void ofAVersionIsAsItAlwaysWas() {
        // Computed by another program from the netstrings that the documentation of Digest describes.
        assertThat(VERSION.digest()).isEqualTo("ab5c2a846c80dfd4636effc7dc450298b1fb6fdace732ab2509af035d42d8a00");
    }

    @Test
    void changesWithEveryField() {
        Map<String, Version> changed = new LinkedHashMap<>();
        changed.put("nothing", VERSION);
        changed.put(
                "title",
                with(v -> new Version(
                        "ประกาศ 2", v.summary, v.body, v.category, v.from, v.until, v.links, v.note, v.files)));
        changed.put(
                "summary",
                with(v ->
                        new Version(v.title, "สรุป 2", v.body, v.category, v.from, v.until, v.links, v.note, v.files)));
        changed.put(
                "body",
                with(v -> new Version(
                        v.title, v.summary, "<p>เนื้อหา </p>", v.category, v.from, v.until, v.links, v.note, v.files)));
        changed.put(
                "category",
                with(v -> new Version(
                        v.title, v.summary, v.body, "activity", v.from, v.until, v.links, v.note, v.files)));
        changed.put(
                "start",
                with(v -> new Version(
                        v.title,
                        v.summary,
                        v.body,
                        v.category,
                        v.from.plusSeconds(1),
                        v.until,
                        v.links,
                        v.note,
                        v.files)));
        changed.put(
                "end",
                with(v -> new Version(
                        v.title,
                        v.summary,
                        v.body,
                        v.category,
                        v.from,
                        v.until.plusSeconds(1),
                        v.links,
                        v.note,
                        v.files)));
        changed.put("link", links("https://example.go.th/b"));
        changed.put("no link", links());
        changed.put("one link more", links(LINK, "https://example.go.th/b"));
        changed.put("links in another order", links("https://example.go.th/b", LINK));
        changed.put(
                "note",
                with(v -> new Version(v.title, v.summary, v.body, v.category, v.from, v.until, v.links, "", v.files)));
        changed.put("no file", files());
        changed.put("file's name", files(new Content.File("b.pdf", "application/pdf", 3, ABC)));
        changed.put("file's kind", files(new Content.File("a.pdf", "text/plain", 3, ABC)));
        changed.put("file's size", files(new Content.File("a.pdf", "application/pdf", 4, ABC)));
        changed.put("file's bytes", files(new Content.File("a.pdf", "application/pdf", 3, "0".repeat(64))));
        Content.File other = new Content.File("b.pdf", "application/pdf", 3, ABC);
        changed.put("one file more", files(FILE, other));
        changed.put("files in another order", files(other, FILE));
        changed.put("alternative text", files(FILE.described(new Description("ก", "", false))));
        changed.put("caption", files(FILE.described(new Description("", "ก", false))));
        changed.put("cover", files(FILE.described(new Description("", "", true))));
        changed.put("caption of the other", files(FILE, other.described(new Description("", "ก", false))));
        changed.put("caption of the first", files(FILE.described(new Description("", "ก", false)), other));

        Map<String, String> whatByDigest = new LinkedHashMap<>();
        changed.forEach((what, version) -> assertThat(whatByDigest.put(version.digest(), what))
                .as("same digest after a change of %s as after a change of", what)
                .isNull());
    }

    @Test
    void changesWithEachItemThatIsDisclosed() {
        assertThat(List.of(
                        disclosing(), disclosing("2568/O1"), disclosing("2568/O2"), disclosing("2568/O1", "2568/O2")))
                .doesNotHaveDuplicates()
                .startsWith(VERSION.digest());
    }

    private static String disclosing(String... items) {
        return Digest.of(new Content(
                VERSION.title,
                VERSION.summary,
                VERSION.body,
                VERSION.category,
                FROM,
                UNTIL,
                VERSION.links,
                VERSION.note,
                List.of(items),
                VERSION.files));
    }

    @Test
    void fieldsNeverRunIntoEachOther() {
        assertThat(titled("ab", "c")).isNotEqualTo(titled("a", "bc"));
        assertThat(titled("a,1:b", "c")).isNotEqualTo(titled("a", "b,1:c"));
        assertThat(titled("a", "")).isNotEqualTo(titled("", "a"));
        assertThat(links("a", "b").digest()).isNotEqualTo(links("a,1:b").digest());
    }

    @Test
    void aFileIsNeverTakenForALinkNorALinkForANote() {
        Version file = new Version("t", "s", "b", "news", FROM, UNTIL, List.of("x"), "y", List.of(FILE));
        Version links = new Version(
                "t", "s", "b", "news", FROM, UNTIL, List.of("x", "y", "a.pdf", "application/pdf", "3"), ABC, List.of());

        assertThat(file.digest()).isNotEqualTo(links.digest());
    }

    private static String titled(String title, String summary) {
        return new Version(title, summary, "b", "news", FROM, UNTIL, List.of(), "", List.of()).digest();
    }

    private static Version links(String... links) {
        return with(v ->
                new Version(v.title, v.summary, v.body, v.category, v.from, v.until, List.of(links), v.note, v.files));
    }

    private static Version files(Content.File... files) {
        return with(v ->
                new Version(v.title, v.summary, v.body, v.category, v.from, v.until, v.links, v.note, List.of(files)));
    }

    private static Version with(UnaryOperator<Version> change) {
        return change.apply(VERSION);
    }
}
