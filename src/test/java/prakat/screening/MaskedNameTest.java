package prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is shown of names beside what was found. */
class MaskedNameTest {

    @Test
    void aNumberOfSomebodyIsHiddenAndADateIsNot() {
        assertThat(MaskedName.of("สำเนาบัตร 1-2345-67890-12-1.pdf")).isEqualTo("สำเนาบัตร 1-2xxx-xxxxx-xx-x.pdf");
        assertThat(MaskedName.of("๑๒๓๔๕๖๗๘๙๐๑๒๑")).isEqualTo("๑๒xxxxxxxxxxx");
        assertThat(MaskedName.of("ประกาศ 29-11-2569.pdf")).isEqualTo("ประกาศ 29-11-2569.pdf");
        assertThat(MaskedName.of(null)).isNull();
    }
}
