package prakat.web.desk.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prakat.web.desk.content.TextDiff.Kind;
import prakat.web.desk.content.TextDiff.Piece;

class TextDiffTest {

    @Test
    void onlyTheWordThatChangedIsMarked() {
        assertThat(TextDiff.changes("สำนักงานเผยแพร่ข้อมูลปี 2569 แล้ว", "สำนักงานเผยแพร่ข้อมูลปี 2570 แล้ว"))
                .containsExactly(
                        new Piece(Kind.SAME, "สำนักงานเผยแพร่ข้อมูลปี ", 0),
                        new Piece(Kind.REMOVED, "2569", 0),
                        new Piece(Kind.ADDED, "2570", 0),
                        new Piece(Kind.SAME, " แล้ว", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "ประกาศรับสมัครงาน, ประกาศผลการสมัครงาน",
        "การจัดซื้อจัดจ้างด้วยวิธีอิเล็กทรอนิกส์, การจัดซื้อจัดจ้างด้วยวิธีเฉพาะเจาะจง",
        "เว็บไซต์ของสำนักงานน้ำ, เวบไซท์ของสำนักงานน้าน",
        "กำหนดการ ก ข ค, กำหนดการ ฮ ข ฬ",
    })
    void whatStayedAndWhatWentMakeTheOldTextAndNoSignLosesItsLetter(String before, String after) {
        List<Piece> pieces = TextDiff.changes(before, after);

        assertThat(text(pieces, Kind.ADDED)).isEqualTo(before);
        assertThat(text(pieces, Kind.REMOVED)).isEqualTo(after);
        assertThat(pieces).noneMatch(piece -> piece.text().matches("^[\\p{M}ะาำ].*"));
    }

    @Test
    void longUnchangedPartsAreLeftOut() {
        String start = IntStream.range(0, 20).mapToObj(i -> "บรรทัดที่ " + i).collect(Collectors.joining("\n"));

        List<Piece> pieces = TextDiff.changes(start + "\nท้าย", start + "\nจบ");

        assertThat(pieces)
                .containsExactly(
                        new Piece(Kind.SKIPPED, "", 19),
                        new Piece(Kind.SAME, "บรรทัดที่ 19\n", 0),
                        new Piece(Kind.REMOVED, "ท้าย", 0),
                        new Piece(Kind.ADDED, "จบ", 0));
    }

    @Test
    void theLongestBodyIsComparedInReasonableTime() {
        String before = IntStream.range(0, 40_000).mapToObj(i -> "ก" + i).collect(Collectors.joining(" "));
        String after = IntStream.range(0, 40_000).mapToObj(i -> "ข" + i).collect(Collectors.joining(" "));
        String lines = after.replace(' ', '\n');

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(TextDiff.changes(before, after)).hasSize(2);
            assertThat(TextDiff.changes(before.replace(' ', '\n'), lines)).hasSize(2);
        });
    }

    @Test
    void aLineOfAListIsTheSameOrNot() {
        assertThat(TextDiff.lines(List.of("https://a", "https://b"), List.of("https://b", "https://c")))
                .extracting(Piece::name)
                .containsExactly("removed", "same", "added");
    }

    @Test
    void aBodyIsReadLineByLineWithTheAddressesOfItsLinks() {
        assertThat(
                        BodyText.of(
                                """
                        <h2>หัวข้อ</h2><p>ย่อหน้า <b>หนา</b>
                        ต่อ<br>ใหม่</p><ul><li>หนึ่ง</li><li><a href="/news/1">สอง</a></li></ul>
                        <table><tr><th>ก</th><th>ข</th></tr><tr><td>1</td><td>2</td></tr></table>"""))
                .isEqualTo("หัวข้อ\nย่อหน้า หนา ต่อ\nใหม่\nหนึ่ง\nสอง (/news/1)\nก | ข\n1 | 2");
        assertThat(BodyText.of("บรรทัด\nใหม่ &amp; ต่อ")).isEqualTo("บรรทัด\nใหม่ & ต่อ");
    }

    /** The text without the pieces of one kind. */
    private static String text(List<Piece> pieces, Kind without) {
        return pieces.stream()
                .filter(piece -> piece.kind() != without)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void aLongRunOfHardSpacesIsReadAtOnce() {
        String body = "<p>ก" + "\u00a0".repeat(150_000) + "ข \u00a0</p><p>ค</p>";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(BodyText.of(body).lines()).hasSize(2).last().isEqualTo("ค"));
    }
}
