package prakat.screening.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;

/** Events that are over and attachments that are missing; today is 29 November 2569. */
class CareTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ขอเชิญร่วมงานวันเด็ก วันที่ 10 มกราคม 2569 ณ โรงเรียนบ้านตัวอย่าง",
                "กำหนดจัดกิจกรรม ๑๐ ม.ค. ๒๕๖๙",
                "รับสมัครตั้งแต่วันที่ 1 ตุลาคม 2569 ถึงวันที่ 15 ตุลาคม 2569",
                "เปิดรับสมัคร 1 - 15 ต.ค. 69",
                "ส่งผลงานภายในวันที่ 28/11/2569",
                "ส่งเอกสารไม่เกินวันที่ 28 พฤศจิกายน พ.ศ. 2569",
                "วันที่ 10 มกราคม 2569 ขอเชิญร่วมกิจกรรมวันเด็ก",
                "กำหนดยื่นข้อเสนอในวันที่ 5 พฤศจิกายน 2569 ระหว่างเวลา 08.30 น. ถึง 16.30 น.",
                "ตามหนังสือ ลงวันที่ 1 กันยายน 2569 ขอเชิญประชุม วันที่ 20 กันยายน 2569",
                "ลงทะเบียนได้ถึงวันที่ 2026-11-28"
            })
    void anAnnouncementOfWhatIsOverIsFound(String text) {
        assertThat(past(text)).singleElement().satisfies(finding -> assertThat(finding.kind())
                .isEqualTo(FindingKind.PAST_EVENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ขอเชิญร่วมงานวันพ่อ วันที่ 5 ธันวาคม 2569",
                "ขอเชิญร่วมงาน วันที่ 29 พฤศจิกายน 2569",
                "รับสมัครตั้งแต่วันที่ 1 ตุลาคม 2569 ถึงวันที่ 15 ธันวาคม 2569",
                "จัดกิจกรรมวันเด็ก เมื่อวันที่ 10 มกราคม 2569 มีผู้ร่วมงาน 200 คน",
                "ได้จัดอบรมครู วันที่ 10 มกราคม 2569 เสร็จสิ้นแล้ว",
                "ประกาศ ณ วันที่ 10 มกราคม 2569",
                "ตามหนังสือที่ ศธ 04099/123 ลงวันที่ 10 มกราคม 2569 ขอเชิญประชุม วันที่ 10 มกราคม 2570",
                "ขอเชิญชวนอ่านประกาศ ลงวันที่ 10 มกราคม 2569",
                "รายงานผลการดำเนินงาน 10 มกราคม 2569",
                "ขอเชิญร่วมงานตลอดปี 2569",
                "เปิดรับสมัครตั้งแต่วันที่ 1 ตุลาคม 2569 เป็นต้นไป",
                "พระราชบัญญัติ พ.ศ. 2540 มีผลวันที่ 10 ธันวาคม 2540",
                ""
            })
    void whatIsStillToComeAndWhatReportsIsNot(String text) {
        assertThat(past(text)).isEmpty();
    }

    @Test
    void aDayOfTheTextIsThatOfWhatTheTitleAnnounces() {
        String day = "วันที่ 10 มกราคม 2569 เวลา 08.30 น. ณ สนามหน้าสำนักงาน";
        assertThat(past("ขอเชิญร่วมงานวันเด็กแห่งชาติ", day))
                .extracting(Finding::place)
                .containsExactly(Place.field("body"));

        assertThat(past("ขอเชิญร่วมงานวันเด็กแห่งชาติ", day + " และวันที่ 9 มกราคม 2570"))
                .isEmpty();
        assertThat(past("ขอเชิญชวนศึกษาระเบียบ", "ตามระเบียบ ลงวันที่ 10 มกราคม 2569"))
                .isEmpty();
        assertThat(past("งานวันเด็กแห่งชาติ", day)).isEmpty();
        assertThat(past("ผลการรับสมัครนักเรียน", day)).isEmpty();
        assertThat(past("ประมวลภาพขอเชิญร่วมงานวันเด็กแห่งชาติ", day)).isEmpty();
        assertThat(past("ขอเชิญร่วมงานที่ผ่านมา", day)).isEmpty();
    }

    private static List<Finding> past(String title, String body) {
        return PastEvents.find(
                List.of(new Passage(Place.field("title"), title), new Passage(Place.field("body"), body)), TODAY);
    }

    @Test
    void theFindingSaysWhichDayAndWhere() {
        List<Passage> passages = List.of(
                new Passage(Place.field("title"), "ขอเชิญประชุม 10 ธันวาคม 2569"),
                new Passage(Place.inFile().onPage(2), "ขอเชิญประชุม ๑๐ กุมภาพันธ์ ๒๕๖๙"));

        assertThat(PastEvents.find(passages, TODAY))
                .containsExactly(
                        new Finding(FindingKind.PAST_EVENT, Place.inFile().onPage(2), "๑๐ กุมภาพันธ์ ๒๕๖๙", 1, 0.75));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "รายละเอียดตามเอกสารแนบ",
                "ดังเอกสารแนบท้ายประกาศนี้",
                "รายละเอียดตามแนบ",
                "ตามไฟล์แนบ",
                "ตามไฟล์ที่แนบมาพร้อมนี้",
                "สิ่งที่ส่งมาด้วย 1. กำหนดการ",
                "เอกสาร\nแนบ",
                "Please see attached"
            })
    void anAttachmentThatIsPromisedAndMissingIsFound(String text) {
        assertThat(MissingAttachments.find(field(text), false))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(FindingKind.MISSING_ATTACHMENT))
                .satisfies(finding -> assertThat(finding.place()).isEqualTo(Place.field("body")));
        assertThat(MissingAttachments.find(field(text), true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ขอเชิญร่วมกิจกรรม",
                "ผู้สมัครต้องแนบเอกสารการสมัคร ดังนี้",
                "ให้แนบสำเนาบัตรประชาชนพร้อมใบสมัคร",
                "เรื่องนี้ไม่มีเอกสารแนบ",
                "บัญชีอัตราค่าธรรมเนียมแนบท้ายพระราชบัญญัติ",
                "แนบแน่น",
                "แนบเนียน"
            })
    void whatOthersAreToAttachIsNotMissing(String text) {
        assertThat(MissingAttachments.find(field(text), false)).isEmpty();
    }

    private static List<Finding> past(String text) {
        return PastEvents.find(field(text), TODAY);
    }

    private static List<Passage> field(String text) {
        return List.of(new Passage(Place.field("body"), text));
    }
}
