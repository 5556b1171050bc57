package prakat.screening.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import prakat.screening.html.HtmlBody;

/**
 * What is nearly the same as something that is published, and what is only the next one of a series. In
 * {@code near-copies.txt} a line is a pair: what is published, and the same with the changes that the line names; {@code =}
 * where that is still a copy, {@code !} where it is another announcement.
 */
class WordingTest {

    /** A published announcement and one that came later, and whether that is a copy. */
    private record Pair(boolean isCopy, String change, Wording published, Wording submitted) {

        boolean isFound() {
            return submitted.likeness(published) > 0;
        }

        boolean isLookedAt() {
            return !Collections.disjoint(submitted.fingerprints(), published.fingerprints());
        }

        static Pair of(String line, String title, String body) {
            String laterTitle = title;
            String laterBody = body;
            for (String change : line.substring(2).split("; ")) {
                String[] parts = change.split(" => ", -1);
                assertThat(title + body).contains(parts[0]);
                laterTitle = laterTitle.replace(parts[0], parts[1]);
                laterBody = laterBody.replace(parts[0], parts[1]);
            }
            return new Pair(line.startsWith("= "), line, wording(title, body), wording(laterTitle, laterBody));
        }

        private static Wording wording(String title, String body) {
            return Wording.of(title, HtmlBody.text(HtmlBody.clean(body)));
        }
    }

    @Test
    void aCopyIsFoundWhateverWasRetouchedAndTheNextOneOfASeriesIsNone() throws IOException {
        List<Pair> pairs = pairs();
        List<Pair> copies = pairs.stream().filter(Pair::isCopy).toList();
        List<Pair> found = pairs.stream().filter(Pair::isFound).toList();
        long right = found.stream().filter(Pair::isCopy).count();
        System.out.printf(
                "Near-copies: %d pairs, precision %.3f, recall %.3f%n",
                pairs.size(), (double) right / found.size(), (double) right / copies.size());

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(60);
        assertThat(found.stream().filter(pair -> !pair.isCopy()).map(Pair::change))
                .as("precision")
                .isEmpty();
        assertThat((double) right / copies.size()).as("recall").isGreaterThan(0.9);
        assertThat(found).as("the database finds what is to be compared").allMatch(Pair::isLookedAt);
    }

    /** Otherwise each submission would be compared with all of them. */
    @Test
    void textsAboutOtherMattersHaveNothingInCommonNotEvenThatNeitherHasNumbers() {
        Wording books = Wording.of(
                "ขอเชิญร่วมบริจาคหนังสือเข้าห้องสมุด",
                "ขอเชิญชวนบุคลากรและประชาชนร่วมบริจาคหนังสือที่ยังอยู่ในสภาพดีเพื่อส่งมอบให้ห้องสมุดของโรงเรียนขนาดเล็กในสังกัด");
        Wording water = Wording.of(
                "แจ้งปิดปรับปรุงระบบน้ำประปาภายในสำนักงาน",
                "ขอแจ้งให้ผู้มาติดต่อราชการทราบว่าระบบน้ำประปาของอาคารจะหยุดจ่ายน้ำชั่วคราวระหว่างการเปลี่ยนท่อที่ชำรุด ขออภัยในความไม่สะดวก");

        assertThat(books.fingerprints()).isNotEmpty().doesNotContainAnyElementsOf(water.fingerprints());
    }

    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        String title = "";
        String body = "";
        for (String line : lines()) {
            if (line.startsWith("# ")) {
                title = line.substring(2);
            } else if (line.startsWith("<")) {
                body = line;
            } else if (!line.isBlank()) {
                pairs.add(Pair.of(line, title, body));
            }
        }
        return pairs;
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = WordingTest.class.getResourceAsStream("/near-copies.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
