package prakat.screening.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in a text and what is not, one text a line. */
class PersonalDataTest {

    private static final String FOUND =
            """
            // National IDs: how they are written.
            national-id | 1101700230708
            national-id | 1-1017-00230-70-8
            national-id | เลขประจำตัวประชาชน 1-1017-00230-70-8
            national-id | ๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘
            national-id | ๑๑๐๑๗๐๐๒๓๐๗๐๘
            national-id | 1๑0๑7๐0๒3๐7๐8
            national-id | １１０１７００２３０７０８
            national-id | １－１０１７－００２３０－７０－８
            national-id | 1 1017 00230 70 8
            national-id | 1\u00a01017\u00a000230\u00a070\u00a08
            national-id | 1.1017.00230.70.8
            national-id | 1/1017/00230/70/8
            national-id | 1_1017_00230_70_8
            national-id | 1 - 1017 - 00230 - 70 - 8
            national-id | 1‐1017‑00230‒70–8
            national-id | 1—1017―00230−70﹣8
            national-id | 1-1017 00230-70 8
            national-id | 110\u200b170\u200b023\u200b0708
            national-id | 1\u200b1\u200b0\u200b1\u200b7\u200b0\u200b0\u200b2\u200b3\u200b0\u200b7\u200b0\u200b8
            national-id | 1101700\u00ad230708
            national-id | 1 1 0 1 7 0 0 2 3 0 7 0 8
            national-id | เลขประจำตัวประชาชน 1 1 0 1 7 0 0 2 3 0 7 0 8
            national-id | 1-1-0-1-7-0-0-2-3-0-7-0-8
            national-id | |1|1017|00230|70|8|
            national-id | เลขประจำตัวประชาชน |1|1|0|1|7|0|0|2|3|0|7|0|8|
            national-id | 1-1017-\\n00230-70-8
            national-id | 1-1017-00\\n230-70-8
            national-id | 1-1017\\n-00230-70-8
            national-id | เลขบัตรประชาชน 1101700\\n230708
            national-id | เลขประจำตัวประชาชน 11017002\\n30708 ออกให้ ณ อำเภอ
            national-id | เลขประจำตัวประชาชน 1 1017 00230\\n70 8
            national-id | เลขบัตรประจำตัวประชาชน 110-170-023-0708
            national-id | เลข 13 หลัก 1101 7002 3070 8
            national-id | 1101700\\n230708
            national-id | 1\\n1\\n0\\n1\\n7\\n0\\n0\\n2\\n3\\n0\\n7\\n0\\n8
            national-id | 1\\n1017\\n00230\\n70\\n8
            // Where they stand.
            national-id | นายตัวอย่าง สมมุติ (1101700230708) ได้รับการคัดเลือก
            national-id | นายตัวอย่าง สมมุติ เลข1101700230708ได้รับการคัดเลือก
            national-id | 1,นายตัวอย่าง สมมุติ,1101700230708,ครู
            national-id | "1","เด็กหญิงตัวอย่าง สมมุติ","1101700230708","ป.6"
            national-id | 1 นายตัวอย่าง 1-1017-00230-70-8 15,000.00
            national-id | 1 1 1017 00230 70 8 นางสาวตัวอย่าง สมมุติ เลขประจำตัวประชาชน
            national-id | เลขประจําตัวประชาชน: 1101700230708
            national-id | เลขประจ าตัวประชาชน 1101700230708
            national-id | เลขท่ีบัตรประชาชน 1101700230708
            national-id | ID Card No. 1101700230708
            national-id | ID:1101700230708.
            national-id | พร้อมเพย์ 1101700230708
            national-id | เลขที่ 1101700230708 นายตัวอย่าง สมมุติ ผู้รับทุน
            national-id | เลขที่โครงการ 67019012345 ผู้ชนะ นายตัวอย่าง สมมุติ เลขประจำตัวประชาชน 1101700230708
            national-id | เลขประจำตัวผู้เสียภาษี 3-3011-00456-78-5 ร้านตัวอย่างการค้า โดยนายตัวอย่าง สมมุติ
            national-id | เลขประจำตัวประชาชน 0-9940-00159-48-0
            national-id | บันทึก_1101700230708.pdf
            national-id | สำเนาบัตร 1101700230708.jpg
            // Passports.
            passport | หนังสือเดินทางเลขที่ AA1234567
            passport | หนังสือเดินทาง (Passport) เลขที่ A 1234567
            passport | Passport No.: N1234567
            passport | พาสปอร์ต ๑ เล่ม เลขที่ AB๑๒๓๔๕๖๗
            passport | ผู้ถือหนังสือเดินทางของสหราชอาณาจักร หมายเลข 123456789
            // Bank accounts.
            bank-account | 123-4-56789-0
            bank-account | เลขที่บัญชี 123-4-56789-0
            bank-account | เลขที่บัญชี ๑๒๓-๔-๕๖๗๘๙-๐
            bank-account | เลขที่บัญชี 1234567890
            bank-account | บัญชีออมทรัพย์ ธนาคารกรุงไทย สาขาตัวอย่าง เลขที่ 1234567890
            bank-account | ธนาคารออมสิน 020123456789
            bank-account | ธ.ก.ส. เลขที่บัญชี 01234-5-67890-1
            bank-account | ธนาคารกรุงไทย 123 4 56789 0
            bank-account | กสิกรไทย 123-4-56789-0 ชื่อบัญชี นายตัวอย่าง สมมุติ
            bank-account | โอนเข้าบัญชีเลขที่ 123–4–56789–0
            bank-account | เลขที่บัญชี 123-4-\\n56789-0
            bank-account | Account No. 123-456-7890
            bank-account | Bank account 1234567890
            // Telephones.
            phone | 081-234-5678
            phone | 0812345678
            phone | 081 234 5678
            phone | 08-1234-5678
            phone | 081-2345678
            phone | 081.234.5678
            phone | ๐๘๑-๒๓๔-๕๖๗๘
            phone | ๐๘๑๒๓๔๕๖๗๘
            phone | +66 81 234 5678
            phone | +66812345678
            phone | +66(0)81-234-5678
            phone | (+66) 81 234 5678
            phone | โทร.081-234-5678
            phone | เบอร์ 0612345678
            phone | โทรศัพท์มือถือ 09 1234 5678
            phone | โทร. 053-445566
            phone | โทร. 0-5344-5566
            phone | โทรศัพท์ ๐-๕๓๔๔-๕๕๖๖ ต่อ ๑๒
            phone | โทร 053 445 566
            phone | (053) 445566
            phone | โทรสาร 02-123-4567
            phone | Tel. 053445566
            phone | สอบถามครูตัวอย่าง 0812345678
            phone | นายตัวอย่าง สมมุติ,0812345678,ครู
            phone | โทร 081-\\n234-5678
            phone | มือถือ:\u200b081\u200b234\u200b5678
            phone | 0812345678 (โทรศัพท์ผู้ปกครอง)
            phone | 053-445566-7
            // Mail addresses.
            email | somebody@example.com
            email | ส่งที่ somebody@gmail.example ภายในวันศุกร์
            email | Some.Body+x@mail.example.co.th
            email | ｓｏｍｅｂｏｄｙ＠ｅｘａｍｐｌｅ．ｃｏｍ
            email | อีเมลsomebody@example.comครับ
            email | somebody @ example.com
            email | somebody@\\nexample.com
            email | mailto:somebody@example.com?subject=x
            email | somebody@notgo.th
            email | some_body@example.com
            // Birth dates.
            birth-date | เกิดวันที่ 5 มีนาคม 2530
            birth-date | วัน เดือน ปีเกิด 5 มี.ค. 2530
            birth-date | วัน/เดือน/ปีเกิด 05/03/2530
            birth-date | ว/ด/ป เกิด ๕ มี.ค. ๓๐
            birth-date | วันเกิด: ๕ มีนาคม พ.ศ. ๒๕๓๐
            birth-date | เกิดเมื่อวันที่ 5 เดือนมีนาคม พ.ศ. 2530 ที่อำเภอตัวอย่าง
            birth-date | Date of birth 5/3/1987
            birth-date | Date of Birth: 1987-03-05
            birth-date | นายตัวอย่าง สมมุติ เกิดเมื่อ ๕ กุมภาพันธ์ ๒๕๓๐
            birth-date | วันเดือนปีเกิด 5-3-2530
            // Home addresses.
            address | ที่อยู่ 12/3 หมู่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดเชียงใหม่ 50000
            address | บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ต.ตัวอย่าง อ.ตัวอย่าง จ.เชียงใหม่
            address | อยู่บ้านเลขที่ 123 ม.5 ต.ตัวอย่าง
            address | มีภูมิลำเนาอยู่บ้านเลขที่ 12 ซอยตัวอย่าง ถนนตัวอย่าง แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพฯ
            address | ที่อยู่ตามทะเบียนบ้าน เลขที่ 45/6 หมู่ 7 ตำบลตัวอย่าง
            address | ที่อยู่ปัจจุบัน: 45/6 ม.7 ต.ตัวอย่าง อ.ตัวอย่าง
            address | ที่อยู่ที่ติดต่อได้ บ้านเลขที่ 45 หมู่ 7 ตำบลตัวอย่าง อำเภอตัวอย่าง
            address | ภูมิลำเนา ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดเชียงใหม่
            address | Home address 45/6 ถนนตัวอย่าง ต.ตัวอย่าง อ.ตัวอย่าง
            // Markings.
            secrecy | ลับ
            secrecy | ลับมาก
            secrecy | ลับที่สุด
            secrecy | - ลับ -
            secrecy | *** ลับมาก ***
            secrecy | (ลับ)
            secrecy | ล ั บ
            secrecy | ล  ับ
            secrecy | ล ั บ ม า ก
            secrecy | ลั\u200bบ
            secrecy | ลับ\\nบันทึกข้อความ\\nส่วนราชการ สพป.ตัวอย่าง
            secrecy | บันทึกข้อความ\\nส่วนราชการ สพป.ตัวอย่าง\\nลับ
            secrecy | ด่วนที่สุด   ลับ
            secrecy | ลับ   ชุดที่ 1 ของ 2 ชุด
            secrecy | ลับ\\t\\tบันทึกข้อความ
            secrecy | ลับ     บันทึกข้อความ
            secrecy | บันทึกข้อความ          ลับ
            secrecy | ชั้นความลับ: ลับมาก
            secrecy | ชั้นความลับ ลับ เรื่อง รายงานการสอบสวน
            secrecy | (ลับ) รายงานการสืบสวนข้อเท็จจริง
            secrecy | เรื่อง รายงานผลการสอบสวนทางวินัย (ลับมาก) ของข้าราชการครู
            secrecy | เอกสารลับ
            secrecy | หน้า 1 ลับ
            secrecy | ลับ_รายงานการสอบสวน.pdf
            secrecy | ☑ ลับ ☐ ลับมาก ☐ ลับที่สุด
            secrecy | ลับเฉพาะ
            secrecy | CONFIDENTIAL
            // The office's own words.
            office-word | ร่างโครงการดอกแก้ว ฉบับแรก
            office-word | โครงการ\\nดอกแก้ว
            office-word | เสื้อสีขาว
            """;

    private static final String NOT_FOUND =
            """
            // Numbers of thirteen digits that nobody was given.
            1101700230709
            1-1017-00230-70-9
            เลขประจำตัวประชาชน 1-2345-67890-12-3
            เลขประจำตัวประชาชน x-xxxx-xxxxx-xx-x
            เลขประจำตัวประชาชน .....................
            // Numbers with the right check digit that are something else.
            เลขประจำตัวผู้เสียภาษี 0105556000009
            บริษัท ตัวอย่าง จำกัด 0-1055-56000-00-9
            0105556000009
            เลขทะเบียนนิติบุคคล 0-9940-00159-48-0
            ISBN 9786165500029
            ISBN 978-616-550-002-9
            978-6-16550-00-2-9
            9786165500029
            บาร์โค้ด 8851234500017
            8851234500017
            เลขที่โครงการ 6701234567001
            รหัสโครงการ e-GP 6701234567001 จ้างก่อสร้างอาคารเรียน
            เลขที่โครงการ 6701234567001, 6710123456005
            เลขที่โครงการ (6701234567001) ประกาศประกวดราคา
            หมายเลขครุภัณฑ์ 1101700230708
            เลขที่ใบเสร็จรับเงิน 1101700230708
            เลขคุมสัญญา 1101700230708
            รหัสงบประมาณ 1101700230708
            เลขที่หนังสือค้ำประกัน 1101700230708
            เลขที่อ้างอิง 1101700230708
            Ref. 1101700230708
            รหัสสินค้า 1101700230708
            S/N 1101700230708
            IMEI 110170023070812
            เลขที่เอกสาร 1101700230708
            // Those that the office allows.
            เลขประจำตัวผู้เสียภาษี 5700100987651
            ๕-๗๐๐๑-๐๐๙๘๗-๖๕-๑
            // Parts of longer ones.
            11017002307081
            51101700230708
            000011017002307080000
            1-1017-00230-70-8-5
            5-1-1017-00230-70-8
            1101700230708.50
            0.1101700230708
            ABC1101700230708
            1101700230708X
            https://example.go.th/news/a1101700230708b
            // Series.
            1234567890119 1234567890120 1234567890121 1234567890122 1234567890123
            1234567890120\\n1234567890121\\n1234567890122
            เลขที่ 1234567890121 ถึง 1234567890130
            1234567890121-1234567890130
            // Tables of amounts, as PDF readers give them.
            1 2569 15000 12 3\\n2 2569 16000 14 2\\n3 2570 17500 11 7\\n4 2570 18000 10 1
            5 4 3 5 4 5 5 4 3 4 5 5 4 = 56 คะแนน
            1 2 3 4 5 6 7 8 9 10 11 12 13
            1,101,700,230,708
            1,101,700,230,708.00 บาท
            67010100012\\n34 จ้างเหมาบริการ
            1050130123\\n101 โรงเรียนบ้านตัวอย่าง
            // Telephones that are the office's, and what is none.
            โทร. 053-112233
            โทรศัพท์ 0 5311 2200
            โทร. ๐-๕๓๑๑-๒๒๕๐ ต่อ ๑๒
            โทรศัพท์ 02-628-8800
            053-112233-5
            สายด่วน 1579
            081-000-1122
            ที่ ศธ 04053/1234
            ที่ ศธ ๐๔๐๕๓/ว๑๒๓๔
            ที่ ศธ 04053/ว 1234 ลงวันที่ 5 มีนาคม 2569
            เวลา 08.30-16.30 น.
            08.30 - 16.30 น. วันที่ 05/03/2569
            05/03/2569 - 06/03/2569
            งบประมาณ 12,345,678.00 บาท
            วงเงิน 0.812345678 ล้าน
            รหัสโครงการ 0812345678
            เลขที่ใบเสร็จ 0612345678
            พิกัด 18.7904, 98.9847
            ISBN 0-306-40615-2
            00812345678
            หนังสือ 06 12 2569
            // Account-like numbers.
            รหัสบัญชีแยกประเภท 1101010101
            1101010101 เงินสดในมือ 5,000.00
            เช็คธนาคารกรุงไทย เลขที่ 1234567890
            หนังสือค้ำประกันธนาคารกรุงไทย เลขที่ 100012345678
            501-0-12345-6
            รหัสสถานศึกษา 1050130123
            มาตรา 123-4
            พ.ร.บ. 2540 มาตรา 7-9 และ 14-15
            // Passports.
            AA1234567
            รุ่น AB123456 หมายเลขเครื่อง
            หนังสือเดินทางราชการ จำนวน 12 เล่ม
            ค่าหนังสือเดินทาง 1,000 บาท วันที่ 12/03/2569
            // Mail addresses.
            office@cmarea3.go.th
            someone@obec.moe.go.th
            office@example.com
            https://medium.example/@name
            user@localhost
            3 @ 25.00
            a@b
            @name
            // Days that nobody was born on.
            เหตุเกิดวันที่ 5 มีนาคม 2569
            เด็กที่เกิดวันที่ 1 มกราคม 2562 ถึง 31 ธันวาคม 2562
            วันที่ 5 มีนาคม 2530
            ความเสียหายซึ่งเกิดเมื่อ 5 มีนาคม 2569
            วันเกิดเหตุ ไม่ปรากฏ
            กรอกวันเดือนปีเกิดให้ครบถ้วน แล้วส่งภายในเวลาที่กำหนดพร้อมเอกสารหลักฐานทั้งหมดตามที่ได้แจ้งไว้ก่อนหน้านี้ 5 มีนาคม 2569
            // Addresses that are nobody's home.
            ที่อยู่ เลขที่ 99 หมู่ที่ 9 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดเชียงใหม่
            นักเรียนที่อยู่ในพื้นที่ 12 ตำบล 3 อำเภอ
            โรงเรียนที่อยู่ห่างไกล 12 แห่ง ในตำบลตัวอย่าง อำเภอตัวอย่าง
            กรอกชื่อ ที่อยู่ หมายเลขโทรศัพท์ ให้ชัดเจน
            บริษัท ตัวอย่าง จำกัด ที่อยู่ 12/3 หมู่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง
            ที่อยู่สำนักงาน 12/3 หมู่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง
            โรงเรียนบ้านตัวอย่าง ตั้งอยู่เลขที่ 12 หมู่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง
            ค้นหา IP address 10 เครื่อง
            สำเนาทะเบียนบ้าน จำนวน 1 ฉบับ
            สำเนาทะเบียนบ้าน 1 ฉบับ และหนังสือรับรองของอำเภอ
            // The word in other words, and in sentences.
            อำเภอลับแล
            ลับแล
            ห้องลับ
            เรื่องลับสมอง
            ลับสมอง ประลองปัญญา
            ลับคมความคิด
            กลับ
            กลับมาก
            ความลับ
            ชั้นความลับ
            ความลับของทางราชการ
            รักษาความลับ
            ระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. 2544
            สลับ
            สลับที่สุดท้าย
            สับสลับมากมาย
            ลงคะแนนลับ
            การออกเสียงลงคะแนนโดยวิธีลับ ให้ใช้บัตร
            ข้อมูลข่าวสารลับ หมายความว่า ข้อมูลข่าวสารตามมาตรา 14
            "ลับ" หมายความว่า ข้อมูลข่าวสารที่หากเปิดเผยจะเกิดความเสียหาย
            เก็บเป็นความลับ มาก
            ชั้นความลับ (ลับ/ลับมาก/ลับที่สุด)
            ☐ ลับ ☐ ลับมาก ☐ ลับที่สุด
            1) ลับ
            ลับ ๆ ล่อ ๆ
            อย่างลับ ๆ
            ผู้อำนวยการลับมีด
            The secret of success
            confidentiality
            // Words that are not quite the office's.
            โครงการดอกแก้
            ข่าวประชาสัมพันธ์
            ข้าว
            """;

    static Stream<Arguments> found() {
        return Texts.lines(FOUND).map(line -> {
            int bar = line.indexOf('|');
            return Arguments.of(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
        });
    }

    static Stream<String> notFound() {
        return Texts.lines(NOT_FOUND);
    }

    @ParameterizedTest
    @MethodSource
    void found(String kind, String text) {
        assertThat(Texts.found(Texts.field(text)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind().code()).isEqualTo(kind))
                .satisfies(finding -> assertThat(finding.confidence()).isBetween(0.5, 1.0))
                .satisfies(finding -> assertThat(finding.count()).isOne());
    }

    @ParameterizedTest
    @MethodSource
    void notFound(String text) {
        assertThat(Texts.said(Texts.field(text))).isEmpty();
    }
}
