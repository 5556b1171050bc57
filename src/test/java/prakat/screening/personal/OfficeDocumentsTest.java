package prakat.screening.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static prakat.screening.personal.Texts.field;
import static prakat.screening.personal.Texts.pages;
import static prakat.screening.personal.Texts.said;
import static prakat.screening.personal.Texts.sheet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import prakat.screening.Passage;

/** Documents as offices write them, and all that is found in each. */
class OfficeDocumentsTest {

    static Stream<Arguments> documents() {
        return Stream.of(
                document(
                        "a transfer order of teachers",
                        pages(
                                """
                                คำสั่งสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 9
                                ที่ 123/2569
                                เรื่อง ย้ายข้าราชการครูและบุคลากรทางการศึกษา
                                อาศัยอำนาจตามความในมาตรา 53 และมาตรา 59 แห่งพระราชบัญญัติระเบียบข้าราชการครูและบุคลากรทางการศึกษา พ.ศ. 2547
                                สั่ง ณ วันที่ 5 มีนาคม พ.ศ. 2569
                                """,
                                """
                                บัญชีรายละเอียดแนบท้ายคำสั่ง
                                ที่ ชื่อ - ชื่อสกุล เลขประจำตัวประชาชน ตำแหน่งเลขที่ เงินเดือน ตั้งแต่วันที่
                                1 นายตัวอย่าง สมมุติ 1-1017-00230-70-8 ครู 12345 25,440 5 มีนาคม 2569
                                2 นางสาวตัวอย่าง ทดลอง 3-3011-00456-78-5 ครู 1234 31,220 5 มีนาคม 2569
                                """),
                        "national-id 1-10xx-xxxxx-xx-8 (2)"),
                document(
                        "the same order without the column",
                        pages(
                                """
                                คำสั่งสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 9 ที่ 123/2569
                                ที่ ชื่อ - ชื่อสกุล ตำแหน่งเลขที่ สังกัดเดิม เงินเดือน อันดับ ตั้งแต่วันที่
                                1 นายตัวอย่าง สมมุติ ครู 12345 โรงเรียนบ้านตัวอย่าง 25,440 คศ.1 5 มีนาคม 2569
                                2 นางสาวตัวอย่าง ทดลอง ครู 1234 โรงเรียนบ้านทดลอง 31,220 คศ.2 5 มีนาคม 2569
                                """)),
                document(
                        "a list of scholarships with accounts",
                        sheet(
                                "ทุนเสมอภาค",
                                "รายชื่อนักเรียนทุนเสมอภาค ภาคเรียนที่ 2/2569",
                                "ที่|เลขบัตรประชาชน|ชื่อ - สกุล|วันเกิด|ธนาคาร|เลขที่บัญชี|ผู้ปกครอง โทร.",
                                "1|1101700230708|ด.ช.ตัวอย่าง สมมุติ|5 ม.ค. 2556|ธ.ก.ส.|012345678901|0812345678",
                                "2|1509901234569|ด.ญ.ตัวอย่าง สมมุติ|15/2/2557|กรุงไทย|1234567890|0912345678",
                                "3|2101002003003|ด.ช.ทดลอง สมมุติ|2557-06-01|ออมสิน|020123456789|0612345678"),
                        "national-id 1-10xx-xxxxx-xx-8 (3)",
                        "bank-account 012xxxxxxxx1 (3)",
                        "phone 08x-xxx-xx78 (3)",
                        "birth-date x ม.ค. xxxx (3)"),
                document(
                        "pupils' own numbers that are national IDs",
                        sheet(
                                "ป.6",
                                "เลขที่|เลขประจำตัวนักเรียน|ชื่อ",
                                "1|1101700230708|ก",
                                "2|1509901234569|ข",
                                "3|2101002003003|ค",
                                "4|3301100456785|ง",
                                "5|8399800000120|จ"),
                        "national-id 1-10xx-xxxxx-xx-8 (5)"),
                document(
                        "a contract's announcement with a company",
                        field(
                                "ประกาศรายชื่อผู้ชนะการเสนอราคา ซื้อวัสดุสำนักงาน โดยวิธีเฉพาะเจาะจง เลขที่โครงการ 69019123456 ผู้ได้รับการคัดเลือก ได้แก่ บริษัท ตัวอย่าง จำกัด"
                                        + " (ขายส่ง,ขายปลีก) เลขประจำตัวผู้เสียภาษี 13 หลัก 0105556000009 โดยเสนอราคา เป็นเงินทั้งสิ้น 12,500.00 บาท")),
                document(
                        "a contract's announcement with a shop's owner",
                        field(
                                "ผู้ได้รับการคัดเลือก ได้แก่ ร้านตัวอย่างการค้า โดยนายตัวอย่าง สมมุติ (เลขประจำตัวผู้เสียภาษี 3301100456785)"),
                        "national-id 3-30xx-xxxxx-xx-5"),
                document(
                        "the monthly report on purchases",
                        sheet(
                                "แบบ สขร.1",
                                "ลำดับ|งานที่จัดซื้อจัดจ้าง|วงเงิน|ราคากลาง|วิธี|ผู้เสนอราคา|เลขประจำตัวผู้เสียภาษี|เลขที่สัญญา",
                                "1|ซื้อกระดาษ|12,500.00|12,500.00|เฉพาะเจาะจง|บจก.ตัวอย่าง|0105556000009|670101000123",
                                "2|จ้างซ่อมรถ|3,000.00|3,000.00|เฉพาะเจาะจง|บจก.ทดลอง|0994000159480|670101000124",
                                "3|จ้างพิมพ์|900.00|900.00|เฉพาะเจาะจง|หจก.สมมุติ|0105556000009|670101000125")),
                document(
                        "a memorandum with a stamp",
                        pages(
                                """
                                ลับ
                                บันทึกข้อความ
                                ส่วนราชการ กลุ่มกฎหมายและคดี โทร. 053-112233
                                ที่ ลต 12/2569 วันที่ 5 มีนาคม 2569
                                เรื่อง รายงานการสืบสวนข้อเท็จจริง
                                ลับ
                                """),
                        "secrecy ลับ (2)"),
                document(
                        "a letter whose stamp the reader of pictures gave blanks",
                        pages("ล ั บ ม า ก\nที่ ศธ 04099/123\nเรียน ผู้อำนวยการโรงเรียน"),
                        "secrecy ลับมาก"),
                document(
                        "a training on secrecy",
                        field(
                                "ขอเชิญอบรมการรักษาความลับของทางราชการ ว่าด้วยชั้นความลับ ลับ ลับมาก และลับที่สุด และการลงคะแนนลับ ณ ห้องประชุมลับแล")),
                document(
                        "the regulation on secrecy",
                        pages(
                                """
                                ข้อ 12 ชั้นความลับของข้อมูลข่าวสารลับ แบ่งออกเป็น 3 ชั้น คือ
                                (1) ลับที่สุด
                                (2) ลับมาก
                                (3) ลับ
                                ข้อ 13 ลับที่สุด หมายความถึง ข้อมูลข่าวสารลับซึ่งหากเปิดเผยจะก่อให้เกิดความเสียหาย
                                """)),
                document(
                        "minutes of a meeting",
                        pages(
                                """
                                รายงานการประชุมคณะกรรมการ ครั้งที่ 3/2569 วันที่ 5 มีนาคม 2569 เวลา 09.30 - 12.00 น.
                                ผู้มาประชุม 1. นายตัวอย่าง สมมุติ ประธาน 2. นางตัวอย่าง ทดลอง กรรมการ
                                ระเบียบวาระที่ 4 พิจารณาโดยการลงคะแนนลับ มติ เห็นชอบ 12 เสียง งดออกเสียง 3 เสียง
                                ประธานนัดประชุมครั้งต่อไป วันที่ 10 เมษายน 2569 เลิกประชุมเวลา 12.00 น.
                                """)),
                document(
                        "minutes with a member's number",
                        pages(
                                "ผู้เข้าร่วมประชุม\n1. นายตัวอย่าง สมมุติ โทร 081-2345678\n2. นางตัวอย่าง ทดลอง โทร. 09-1234-5678"),
                        "phone 08x-xxx-xx78 (2)"),
                document(
                        "an application form that nobody filled in",
                        pages(
                                """
                                ใบสมัคร
                                ชื่อ - สกุล ........................ เกิดวันที่ ...... เดือน ............ พ.ศ. ........ อายุ ..... ปี
                                เลขประจำตัวประชาชน □-□□□□-□□□□□-□□-□ ออกให้ ณ ....................
                                ที่อยู่ตามทะเบียนบ้าน เลขที่ ........ หมู่ที่ ..... ตำบล .......... อำเภอ .......... จังหวัด ..........
                                โทรศัพท์ ............................ อีเมล ............................
                                ชั้นความลับ (ถ้ามี) ☐ ลับ ☐ ลับมาก ☐ ลับที่สุด
                                หลักฐาน 1. สำเนาทะเบียนบ้าน 1 ฉบับ 2. สำเนาบัตรประจำตัวประชาชน 1 ฉบับ 3. รูปถ่าย ขนาด 1 นิ้ว 2 รูป
                                """)),
                document(
                        "an application form that somebody filled in",
                        pages(
                                """
                                ใบสมัคร
                                ชื่อ - สกุล นายตัวอย่าง สมมุติ เกิดวันที่ 5 เดือน มีนาคม พ.ศ. 2530 อายุ 39 ปี
                                เลขประจำตัวประชาชน 1-1017-00230-70-8 ออกให้ ณ อำเภอตัวอย่าง
                                ที่อยู่ตามทะเบียนบ้าน เลขที่ 12/3 หมู่ที่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดเชียงใหม่
                                โทรศัพท์ 081 234 5678 อีเมล somebody@example.com
                                """),
                        "national-id 1-10xx-xxxxx-xx-8",
                        "phone 08x-xxx-xx78",
                        "email s***@example.com",
                        "birth-date x เดือน มีนาคม พ.ศ. xxxx",
                        "address ที่อยู่ xx/x …"),
                document(
                        "a complaint's answer",
                        field(
                                "เรียน นางตัวอย่าง สมมุติ บ้านเลขที่ 45 หมู่ 6 ต.ตัวอย่าง อ.ตัวอย่าง ตามที่ท่านร้องเรียน เมื่อวันที่ 5 มีนาคม 2569"),
                        "address บ้านเลขที่ xx …"),
                document(
                        "the office's contacts",
                        field(
                                "ติดต่อ สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เลขที่ 99 หมู่ที่ 9 ตำบลตัวอย่าง อำเภอตัวอย่าง โทร. 053-112201 ต่อ 12, 053-112202-5 โทรสาร 0 5311 2299 saraban@example.go.th")),
                document(
                        "an admission of pupils",
                        field(
                                "รับนักเรียนที่เกิดระหว่างวันที่ 1 มกราคม 2563 ถึง 31 ธันวาคม 2563 ที่อยู่ในเขตพื้นที่บริการ 12 หมู่บ้าน ตำบลตัวอย่าง อำเภอตัวอย่าง")),
                document(
                        "results of an exam",
                        sheet(
                                "ผลสอบ",
                                "ที่|เลขประจำตัวสอบ|ชื่อ - สกุล|ภาค ก|ภาค ข|รวม",
                                "1|690100001|นายตัวอย่าง สมมุติ|85.50|88.00|173.50",
                                "2|690100002|นางตัวอย่าง ทดลอง|82.00|81.25|163.25")),
                document(
                        "a donation with the office's account",
                        field("บริจาคได้ที่ ธนาคารกรุงไทย เลขที่บัญชี 501-0-12345-6 ชื่อบัญชี กองทุนการศึกษา")),
                document(
                        "a donation to somebody's account",
                        field(
                                "ร่วมบริจาคช่วยเหลือ ธนาคารกรุงไทย ชื่อบัญชี นางตัวอย่าง สมมุติ เลขที่บัญชี 987-6-54321-0 หรือพร้อมเพย์ 081-234-5678"),
                        "bank-account 987-x-xxxxx-0",
                        "phone 08x-xxx-xx78"),
                document(
                        "a table of budgets and codes",
                        pages(
                                """
                                รหัสงบประมาณ 20004690010002000000 แหล่งของเงิน 6911500 รหัสกิจกรรมหลัก 200041300Q2678
                                ศูนย์ต้นทุน 2000400123 เลขที่เอกสาร 3600012345 จำนวนเงิน 1,250,000.00
                                หนังสือ สพฐ. ด่วนที่สุด ที่ ศธ 04002/ว1234 ลงวันที่ 5 มีนาคม 2569
                                """)),
                document(
                        "a school's coordinates and numbers",
                        field(
                                "โรงเรียนบ้านตัวอย่าง รหัส 50030123 รหัส 10 หลัก 1050130123 พิกัด 18.790412, 98.984712 ผู้เรียน 1,234 คน ห่างจากอำเภอ 12.5 กม.")),
                document(
                        "links",
                        field(
                                "https://drive.example.com/file/d/1101700230708abc/view?usp=sharing https://www.example.go.th/news/2569/03/05/1234567890123 https://facebook.example/100064512345678")),
                document(
                        "a bill for electricity",
                        field(
                                "ค่าไฟฟ้าประจำเดือนมีนาคม 2569 หมายเลขผู้ใช้ไฟฟ้า 020012345678 เลขที่ใบแจ้งหนี้ 0000123456789 จำนวน 4,512.33 บาท ชำระผ่านธนาคารกรุงไทย")),
                document(
                        "a land's deed",
                        field(
                                "ที่ดินโฉนดเลขที่ 12345 เลขที่ดิน 67 หน้าสำรวจ 1234 ระวาง 4746 II 9876-00 เนื้อที่ 12-3-45 ไร่")),
                document(
                        "postal tracking",
                        field("จัดส่งทางไปรษณีย์ลงทะเบียน เลขพัสดุ EF123456789TH เมื่อวันที่ 5 มีนาคม 2569")),
                document(
                        "a foreign teacher's contract",
                        field(
                                "Contract of Mr. Example, Passport No. E12345678, born on 5 March 1987, Tel. +66 81 234 5678"),
                        "passport E1xxxxx78",
                        "birth-date x March xxxx",
                        "phone 08x-xxx-xx78"),
                document(
                        "a code of the civil service's direct payment",
                        field("ผู้ป่วยใช้สิทธิเบิกจ่ายตรง เลข 13 หลัก ๓๓๐๑๑๐๐๔๕๖๗๘๕ โรงพยาบาลตัวอย่าง"),
                        "national-id 3-30xx-xxxxx-xx-5"),
                document(
                        "names of files",
                        List.of(
                                new Passage(
                                        prakat.screening.Place.field("attachments"), "สำเนาบัตร 1-1017-00230-70-8.pdf"),
                                new Passage(prakat.screening.Place.field("attachments"), "ลับมาก.docx"),
                                new Passage(prakat.screening.Place.field("attachments"), "IMG_20260305_123456789.jpg"),
                                new Passage(
                                        prakat.screening.Place.field("attachments"), "LINE_ALBUM_5369_260305_12.jpg")),
                        "national-id 1-10xx-xxxxx-xx-8",
                        "secrecy ลับมาก"),
                document(
                        "a quotation of prices",
                        sheet(
                                "ราคา",
                                "ที่|รายการ|รหัสสินค้า|จำนวน|ราคา",
                                "1|กระดาษ A4|8851234500017|10|1,200.00",
                                "2|หมึกพิมพ์|8851234500246|2|2,400.00")),
                document(
                        "a timetable",
                        pages(
                                "08.30 - 09.30 น. ลงทะเบียน\n09.30 - 10.30 น. พิธีเปิด\n06.00-07.00 08.00-09.00 10.00-11.00\n5-6 มีนาคม 2569")));
    }

    private static Arguments document(String name, List<Passage> passages, String... findings) {
        return Arguments.of(name, passages, List.of(findings));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void allThatIsThereIsFoundAndNothingElse(String name, List<Passage> passages, List<String> findings) {
        assertThat(said(passages)).containsExactlyInAnyOrderElementsOf(findings);
    }
}
