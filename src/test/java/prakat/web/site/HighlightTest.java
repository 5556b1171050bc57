package prakat.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stands out of a text that was searched. */
class HighlightTest {

    @Test
    void theWordsStandOutWhereverTheyAre() {
        assertThat(marked(Highlight.of("ประกาศผลการประกาศ", "ประกาศ"))).isEqualTo("[ประกาศ]ผลการ[ประกาศ]");
        assertThat(marked(Highlight.of("คู่มือ ITA และ ita", "Ita"))).isEqualTo("คู่มือ [ITA] และ [ita]");
        assertThat(marked(Highlight.of("100% (ครบ)", "% ("))).isEqualTo("100[% (]ครบ)");
    }

    @Test
    void nothingStandsOutWithoutWords() {
        assertThat(Highlight.of("ประกาศ", "").hits()).isFalse();
        assertThat(Highlight.of("", "ประกาศ").parts()).isEmpty();
        assertThat(Highlight.of("ประกาศ", "รับสมัคร").text()).isEqualTo("ประกาศ");
    }

    @Test
    void aToneMarkStaysWithItsLetter() {
        assertThat(marked(Highlight.of("ที่นี่", "น"))).isEqualTo("ที่[นี่]");
        assertThat(marked(Highlight.of("นี่", "ี"))).isEqualTo("[นี่]");
    }

    @Test
    void aLongTextIsCutAroundTheWords() {
        String text = "ก".repeat(300) + "เป้าหมาย" + "ข".repeat(300);

        Highlight found = Highlight.around(text, "เป้าหมาย");

        assertThat(marked(found)).startsWith("… ก").contains("ก[เป้าหมาย]ข").endsWith("ข …");
        assertThat(found.text().length()).isLessThan(200);
    }

    private static String marked(Highlight highlight) {
        return highlight.parts().stream()
                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}
