package prakat.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prakat.search.SearchWords;

/** What stands out of a text that was searched. */
class HighlightTest {

    @Test
    void theWordsStandOutWhereverTheyAre() {
        assertThat(marked("ประกาศผลการประกาศ", "ประกาศ")).isEqualTo("[ประกาศ]ผลการ[ประกาศ]");
        assertThat(marked("คู่มือ ITA และ ita", "Ita")).isEqualTo("คู่มือ [ITA] และ [ita]");
        assertThat(marked("100% (ครบ)", "% (")).isEqualTo("100[% (]ครบ)");
    }

    @Test
    void nothingStandsOutWithoutWords() {
        assertThat(highlight("ประกาศ", "").hits()).isFalse();
        assertThat(highlight("", "ประกาศ").parts()).isEmpty();
        assertThat(highlight("ประกาศ", "รับสมัคร").text()).isEqualTo("ประกาศ");
    }

    @Test
    void aToneMarkStaysWithItsLetter() {
        assertThat(marked("ที่นี่", "น")).isEqualTo("ที่[นี่]");
        assertThat(marked("นี่", "ี")).isEqualTo("[นี่]");
    }

    /** The text is shown as it was written, however the words were typed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "จ้างน\u0E4D\u0E49าดื่ม  | น้ำ | จ้าง[น\u0E4D\u0E49า]ดื่ม",
                "ระบบนํา\u0E49ประปา | น้ำ | ระบบ[นํา\u0E49]ประปา",
                "ดู เเผน งาน | แผน | ดู [เเผน] งาน",
                "ปี ๒๕๗๐/๑ | 2570 | ปี [๒๕๗๐]/๑",
                "ปี 2570 | ๒๕๗๐ | ปี [2570]",
                "รา\u200Bคา\u200Bกลาง | ราคา | [รา\u200Bคา\u200B]กลาง",
                "Cafe\u0301 CAFÉ | café | [Cafe\u0301 CAFÉ]",
                "ＩＴＡ ２０２５ | ita | [ＩＴＡ] ２０２５",
                "ก\u00A0\u00A0 ข | \"ก ข\" | [ก\u00A0\u00A0 ข]",
                "ราคากลางของอาคารเรียน | อาคารเรียน ราคากลาง | [ราคากลาง]ของ[อาคารเรียน]",
                "Straße STRASSE | straSSe | [Straße STRASSE]",
                "İzmir | zm | İ[zm]ir",
            })
    void theOriginalIsMarked(String text, String words, String marked) {
        assertThat(marked(text, words)).isEqualTo(marked);
    }

    @Test
    void aLongTextIsCutAroundTheWords() {
        String text = "ก".repeat(300) + "เป้าหมาย" + "ข".repeat(300);

        Highlight found = Highlight.around(text, SearchWords.of("เป้าหมาย"));

        assertThat(marked(found)).startsWith("… ก").contains("ก[เป้าหมาย]ข").endsWith("ข …");
        assertThat(found.text().length()).isLessThan(200);
    }

    private static Highlight highlight(String text, String words) {
        return Highlight.of(text, SearchWords.of(words));
    }

    private static String marked(String text, String words) {
        return marked(highlight(text, words));
    }

    private static String marked(Highlight highlight) {
        return highlight.parts().stream()
                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}
