package prakat.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @Test
    void plainTextOfNothingIsEmpty() {
        assertThat(Texts.plain(null)).isEmpty();
        assertThat(Texts.plain(" \t\r\n ")).isEmpty();
        assertThat(Texts.line(null)).isEmpty();
    }

    @Test
    void plainTextKeepsItsLinesAndTabs() {
        assertThat(Texts.plain("  หนึ่ง\r\nสอง\n\n\tสาม ")).isEqualTo("หนึ่ง\nสอง\n\n\tสาม");
    }

    @Test
    void plainTextHasNoControlCharacters() {
        assertThat(Texts.plain("ก\u0000ข\u0007ค\u001b[0mง\u007f")).isEqualTo("กขค[0mง");
        assertThat(Texts.plain("\u0000 ก \u0000"))
                .as("what they hid is stripped too")
                .isEqualTo("ก");
    }

    @Test
    void nothingTurnsTheWritingAround() {
        assertThat(Texts.plain("ประกาศ\u202Efdp.exe\u202C ก\u2066ข\u2069")).isEqualTo("ประกาศfdp.exe กข");
        assertThat(Texts.line("https://example.go.th/\u202Eht.og\u2068")).isEqualTo("https://example.go.th/ht.og");
    }

    @Test
    void thaiVowelsAndToneMarksStay() {
        String thai = "กี่ ปู่ย่า น้ำ เก๋ ฎีกา ๆ ฯลฯ";

        assertThat(Texts.plain(thai)).isEqualTo(thai);
        assertThat(Texts.line(thai)).isEqualTo(thai);
    }

    @Test
    void aLineHasNoBreaksAndNoRunsOfSpace() {
        assertThat(Texts.line(" ประกาศ\r\n  รับสมัคร\t\tงาน\n\n2570 ")).isEqualTo("ประกาศ รับสมัคร งาน 2570");
        assertThat(Texts.line("ก\u2028ข\u0085ค")).isEqualTo("ก ขค");
    }

    @Test
    void whatIsInvisibleGoesAtTheEndsAndStaysInside() {
        assertThat(Texts.plain("\u200b\u00a0\u3164ก\u200bข\uDB40\uDC01\u2800")).isEqualTo("ก\u200bข");
    }

    @Test
    void howeverLongARunOfSpacesItIsReadAtOnce() {
        String text = "ก" + " ".repeat(200_000) + "ข";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(Texts.plain(text)).isEqualTo(text));
    }

    @Test
    void lengthCountsACharacterOutsideTheBasicPlaneOnce() {
        assertThat(Texts.length("")).isZero();
        assertThat(Texts.length("กข")).isEqualTo(2);
        assertThat(Texts.length("\uD83D\uDE4F\uD83D\uDE4F")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"๐๑๒๓๔๕๖๗๘๙, 0123456789", "๒๕๖๙-๑๒-31, 2569-12-31", "ข้อ ๓ ฯ, ข้อ 3 ฯ", "๏๚, ๏๚"})
    void thaiDigitsBecomeArabicOnesAndNothingElseChanges(String said, String read) {
        assertThat(Texts.arabicDigits(said)).isEqualTo(read);
    }
}
