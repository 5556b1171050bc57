package prakat.screening.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prakat.screening.Passage;
import prakat.screening.Place;

/** How texts are joined and spelled, and how words and days are found in them. */
class ReadingTest {

    @Test
    void whatReadersTakeForTheSameIsSpelledTheSame() {
        assertThat(Reading.fold("เลขท่ี ๑２3")).isEqualTo(Reading.fold("เลขที่\u200b 123"));
        assertThat(Reading.fold("ประจํา")).isEqualTo(Reading.fold("ประจำ"));
        assertThat(Reading.fold("เเบบ")).isEqualTo(Reading.fold("แบบ"));
        assertThat(Reading.fold("\uf70a\uf701")).isEqualTo(Reading.fold("\u0e34"));
        assertThat(Reading.fold("Ａ–B_C")).isEqualTo("a-b-c");
        assertThat(Reading.fold("\ud835\udfcf")).isEqualTo("1");
    }

    @Test
    void aStretchIsGivenBackAsItWasWritten() {
        Reading reading = Reading.of(List.of(new Passage(Place.field("body"), "วัน\u200bที่ ๕ ก.พ. กุมภาพันธ์!")))
                .get(0);
        int start = reading.text().indexOf("กุมภาพันธ");

        assertThat(reading.original(start, start + "กุมภาพันธ".length())).isEqualTo("กุมภาพันธ์");
        assertThat(reading.original(0, reading.text().length())).isEqualTo("วัน\u200bที่ ๕ ก.พ. กุมภาพันธ์!");
    }

    @Test
    void whatIsReadInOneGoIsJoinedAndTheRestIsNot() {
        Place cell = Place.inFile().inCell("ก", "A1");
        List<Reading> readings = Reading.of(List.of(
                new Passage(Place.field("title"), "1"),
                new Passage(Place.inFile().onPage(1), "2"),
                new Passage(cell, "3"),
                new Passage(Place.inFile().onPage(2), "4"),
                new Passage(cell.inCell("ก", "B1"), "5"),
                new Passage(cell.inCell("ก", "C1").inPart(Place.Part.HIDDEN, null), "6"),
                new Passage(cell.inCell("ก", "A2"), "7"),
                new Passage(cell.inPart(Place.Part.COMMENT, null), "8")));

        assertThat(readings).extracting(Reading::text).containsExactly("1", "2\n4", "3\t5\t6\f7", "8");
    }

    @Test
    void aStretchOverCellsNamesThemAll() {
        Place cell = Place.inFile().inCell("ก", "Z1");
        Reading reading = Reading.of(List.of(new Passage(cell, "1"), new Passage(cell.inCell("ก", "AA1"), "2")))
                .get(0);

        assertThat(reading.place(0, 3).cell()).isEqualTo("Z1:AA1");
        assertThat(reading.place(0, 1).cell()).isEqualTo("Z1");
    }

    @Test
    void anEmptyPassageHasNoCharacters() {
        Reading reading = Reading.of(List.of(
                        new Passage(Place.inFile().onPage(1), ""),
                        new Passage(Place.inFile().onPage(2), "1")))
                .get(0);

        assertThat(reading.place(1, 2).page()).isEqualTo(2);
    }

    @Test
    void theLongestWordIsFoundWhateverStandsInIt() {
        Words<String> words =
                new Words<>(Map.of("เลขที่", "number", "เลขที่บัญชี", "account", "id", "id", "!", "sign", "", "none"));
        List<String> found = new ArrayList<>();

        words.find(
                Reading.fold("เลข ที่\nบัญชี idea ID เลขที่"),
                (meaning, start, end) -> found.add(meaning + " " + start + "-" + end));

        assertThat(found).containsExactly("account 0-12", "id 18-20", "number 21-26");
    }

    @ParameterizedTest
    @CsvSource({
        "5 มีนาคม 2569, 2026-03-05",
        "๕ มี.ค. ๖๙, 2026-03-05",
        "วันที่ 5 เดือน มีนาคม พ.ศ. 2569 เวลา, 2026-03-05",
        "5/3/2569, 2026-03-05",
        "05-03-2026, 2026-03-05",
        "2026-03-05, 2026-03-05",
        "1-15 กุมภาพันธ์ 2569, 2026-02-15",
        "5 ม. ค. 2569, 2026-01-05"
    })
    void aDayIsReadHoweverItIsWritten(String text, LocalDate date) {
        assertThat(new DaysInText(Reading.fold(text)).next())
                .map(DaysInText.Day::date)
                .contains(date);
    }

    @ParameterizedTest
    @CsvSource({"31 กุมภาพันธ์ 2569", "5 มีนา", "1234", "12/13/2569", "5 มีนาคม 25691", "1.5.2"})
    void whatIsNoDayIsNone(String text) {
        assertThat(new DaysInText(Reading.fold(text)).next()).isEmpty();
    }
}
