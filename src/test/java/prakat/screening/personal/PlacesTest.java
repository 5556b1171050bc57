package prakat.screening.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static prakat.screening.personal.Texts.field;
import static prakat.screening.personal.Texts.found;
import static prakat.screening.personal.Texts.pages;
import static prakat.screening.personal.Texts.said;
import static prakat.screening.personal.Texts.sheet;
import static prakat.screening.personal.Texts.together;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;

/** Where something was found, over which borders, and how much of it is one finding. */
class PlacesTest {

    private static final String ID = "1-1017-00230-70-8";

    @Test
    void aNumberInAFieldIsFoundThere() {
        assertThat(found(List.of(new Passage(Place.field("title"), "ทุน"), new Passage(Place.field("note"), ID))))
                .containsExactly(
                        new Finding(FindingKind.NATIONAL_ID, Place.field("note"), "1-10xx-xxxxx-xx-8", 1, 0.8));
    }

    @Test
    void aNumberBrokenOverPagesIsFoundOnTheFirst() {
        assertThat(found(pages("รายชื่อ\n1-1017-", "00230-70-8\nหน้า 2")))
                .extracting(finding -> finding.place().page())
                .containsExactly(1);
    }

    @Test
    void aHeaderBetweenTwoPagesDoesNotHideANumber() {
        Place header = Place.inFile().inPart(Place.Part.HEADER, null);
        assertThat(said(List.of(
                        new Passage(Place.inFile().onPage(1), "เลขประจำตัวประชาชน 1-1017-002"),
                        new Passage(header, "หน้า 1"),
                        new Passage(Place.inFile().onPage(2), "30-70-8"))))
                .containsExactly("national-id 1-10xx-xxxxx-xx-8");
    }

    @Test
    void aNumberDoesNotGoOnFromOneFieldToTheNext() {
        assertThat(said(List.of(
                        new Passage(Place.field("summary"), "1-1017-"),
                        new Passage(Place.field("body"), "00230-70-8"))))
                .isEmpty();
    }

    @Test
    void aNumberDoesNotGoOnFromOneFileToTheNext() {
        assertThat(said(List.of(
                        new Passage(Place.inFile().ofFile(1), "1-1017-"),
                        new Passage(Place.inFile().ofFile(2), "00230-70-8"))))
                .isEmpty();
    }

    @Test
    void thirteenCellsWithADigitEachAreOneNumber() {
        assertThat(found(sheet("แบบ", "เลขประจำตัวประชาชน", "1|1|0|1|7|0|0|2|3|0|7|0|8")))
                .extracting(finding -> finding.place().cell())
                .containsExactly("A2:M2");
    }

    @Test
    void thirteenCellsBelowAParagraphAreOneNumber() {
        assertThat(found(together(
                        List.of(new Passage(Place.inFile(), "เลขประจำตัวประชาชน")),
                        sheet(null, "1|1|0|1|7|0|0|2|3|0|7|0|8"))))
                .extracting(finding -> finding.place().cell())
                .containsExactly("A1:M1");
    }

    @Test
    void thirteenCellsBesideTheirWordAreOneNumber() {
        assertThat(found(sheet("แบบ", "ชื่อ|ตัวอย่าง", "เลขบัตรประชาชน|1|1|0|1|7|0|0|2|3|0|7|0|8", "อายุ|12")))
                .extracting(finding -> finding.place().cell())
                .containsExactly("B2:N2");
    }

    @Test
    void inAFormTheWordBesideANumberCountsMoreThanTheOneAbove() {
        assertThat(said(sheet("แบบ", "เลขบัตรประชาชน||โทรศัพท์|-", "เลขที่บัญชี|1234567890|รหัสโครงการ|1101700230708")))
                .containsExactly("bank-account 123-x-xxxxx-0");
    }

    @Test
    void fiveCellsWithAGroupEachAreOneNumber() {
        assertThat(found(sheet("แบบ", "1|1017|00230|70|8")))
                .extracting(finding -> finding.place().cell())
                .containsExactly("A1:E1");
    }

    @Test
    void fiveCellsBelowAWideHeadAreOneNumberInEachRow() {
        assertThat(found(sheet(
                        "แบบ",
                        "ลำดับ|เลขประจำตัวประชาชน|||||ชื่อ",
                        "1|1|1017|00230|70|8|ตัวอย่าง",
                        "2|2|1010|02003|00|3|ตัวอย่าง",
                        "3|1|5099|01234|56|9|ตัวอย่าง")))
                .extracting(finding -> finding.place().cell() + " " + finding.count())
                .containsExactly("B2:F4 3");
    }

    @Test
    void aColumnOfNumbersIsOneFinding() {
        List<String> rows = new ArrayList<>(List.of("ที่|ชื่อ - สกุล|เลขประจำตัวประชาชน|โทรศัพท์"));
        IntStream.range(0, 42)
                .mapToObj(i -> (i + 1) + "|นายตัวอย่าง สมมุติ|" + Numbers.nationalId(i) + "|" + Numbers.mobile(i))
                .forEach(rows::add);

        assertThat(found(sheet("รายชื่อ", rows.toArray(String[]::new))))
                .extracting(finding -> finding.kind().code() + " "
                        + finding.place().sheet() + " " + finding.place().cell() + " " + finding.count())
                .containsExactly("national-id รายชื่อ C2:C43 42", "phone รายชื่อ D2:D43 42");
    }

    @Test
    void aHiddenColumnKnowsThatItIsHidden() {
        List<Passage> cells = new ArrayList<>();
        for (Passage cell : sheet("รายชื่อ", "ชื่อ|บัตรประชาชน", "ก|" + ID, "ข|" + ID, "ค|" + ID)) {
            boolean isHidden = cell.place().cell().startsWith("B");
            cells.add(isHidden ? new Passage(cell.place().inPart(Place.Part.HIDDEN, null), cell.text()) : cell);
        }
        assertThat(found(cells)).singleElement().satisfies(finding -> {
            assertThat(finding.place().part()).isEqualTo(Place.Part.HIDDEN);
            assertThat(finding.place().cell()).isEqualTo("B2:B4");
        });
    }

    @Test
    void aDigitThatAPictureShowsBadlyHidesNoNumber() {
        Place picture = Place.inFile().inPart(Place.Part.PICTURE, null);

        assertThat(said(List.of(new Passage(picture, "1-1O17-00230-70-8")))).hasSize(1);
        assertThat(said(List.of(new Passage(picture, "เลขประจำตัวประชาชน 1-1017-00280-70-8"))))
                .hasSize(1);
        assertThat(said(List.of(new Passage(picture, "1-1017-00280-70-8")))).isEmpty();
        assertThat(said(field("เลขประจำตัวประชาชน 1-1017-00280-70-8"))).isEmpty();
    }

    @Test
    void theSameColumnInTwoTablesIsTwoFindings() {
        String[] table = {"เลขบัตรประชาชน", ID, ID, ID};
        assertThat(found(together(
                        together(sheet(null, table), List.of(new Passage(Place.inFile(), "ต่อ"))), sheet(null, table))))
                .extracting(Finding::count)
                .containsExactly(3, 3);
    }

    @Test
    void manyOnOnePageAreOneFinding() {
        assertThat(found(pages("รายชื่อ\n" + (ID + " นายตัวอย่าง\n").repeat(40), "ไม่มี")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.count()).isEqualTo(40);
                    assertThat(finding.place().page()).isEqualTo(1);
                });
    }

    @Test
    void findingsOfAKindInAFileAreFewAndCountAll() {
        String[] pages = IntStream.range(0, 500).mapToObj(i -> ID + " " + i).toArray(String[]::new);

        List<Finding> findings = found(pages(pages));

        assertThat(findings).hasSize(20);
        assertThat(findings.stream().mapToInt(Finding::count).sum()).isEqualTo(500);
        assertThat(findings.get(19).place().page()).isEqualTo(20);
    }

    @Test
    void eachFileHasItsOwnFindings() {
        List<Passage> passages = IntStream.rangeClosed(1, 30)
                .mapToObj(file -> new Passage(Place.inFile().ofFile(file), ID))
                .toList();

        assertThat(found(passages)).hasSize(30);
    }

    @Test
    void aPassageWithoutTextHasNothing() {
        assertThat(found(List.of(new Passage(Place.field("note"), null), new Passage(Place.inFile(), ""))))
                .isEmpty();
    }

    @Test
    void nothingOfWhatWasFoundIsShownWhole() {
        assertThat(
                        said(
                                field(
                                        """
                        เลขประจำตัวประชาชน 1101700230708 โทร. 081-234-5678, 053-445566
                        บัญชีธนาคารกรุงไทย 123-4-56789-0 อีเมล somebody@example.com
                        หนังสือเดินทางเลขที่ AA1234567 เกิดวันที่ 5 มีนาคม 2530
                        ที่อยู่ 12/3 หมู่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดเชียงใหม่
                        """)))
                .containsExactlyInAnyOrder(
                        "national-id 1-10xx-xxxxx-xx-8",
                        "phone 08x-xxx-xx78 (2)",
                        "bank-account 123-x-xxxxx-0",
                        "email s***@example.com",
                        "passport Ax1xxxx67",
                        "birth-date x มีนาคม xxxx",
                        "address ที่อยู่ xx/x …");
    }
}
