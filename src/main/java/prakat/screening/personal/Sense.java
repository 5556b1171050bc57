package prakat.screening.personal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a word says of the number, the day or the place beside it: that it is one of somebody's, or something else. */
enum Sense {
    NATIONAL_ID(
            """
            เลขประจำตัวประชาชน, ประจำตัวประชาชน, บัตรประชาชน, รหัสประชาชน, เลขประชาชน, เลขบัตร,
            เลขที่บัตร, หมายเลขบัตร, บัตรประจำตัว, ปชช, id card, identity card, citizen id, national id
            """),
    /** A person's, where it is not a company's. */
    SOME_ID(
            """
            เลขประจำตัวผู้เสียภาษี, เลขประจำตัวผู้เสียภาษีอากร, ผู้เสียภาษี, เลขประจำตัว, หมายเลขประจำตัว,
            รหัสประจำตัว, 13 หลัก, tax id, tax identification number, tin, identification number,
            identification no, personal id, id number, id no, cid, pid
            """),
    ACCOUNT(
            """
            เลขที่บัญชี, เลขบัญชี, หมายเลขบัญชี, บัญชีเลขที่, บัญชีธนาคาร, บัญชีเงินฝาก, บัญชีเงินเดือน,
            บัญชีออมทรัพย์, บัญชีกระแสรายวัน, account no, account number, acc, acc no, a/c no, a/c, account, bank account
            """),
    BANK(
            """
            ธนาคาร, กรุงไทย, กสิกร, กสิกรไทย, ไทยพาณิชย์, ออมสิน, ธ.ก.ส, ธกส, กรุงศรี, ทหารไทย, ธนชาต,
            ออมทรัพย์, กระแสรายวัน, bank
            """),
    PHONE(
            """
            โทรศัพท์, หมายเลขโทรศัพท์, เบอร์โทรศัพท์, โทร, เบอร์, มือถือ, โทรสาร, แฟกซ์, แฟ็กซ์,
            พร้อมเพย์, wa.me, telephone, tel, phone, mobile, fax
            """),
    PASSPORT("หนังสือเดินทาง, พาสปอร์ต, พาสปอร์ท, passport, passport no, passport number"),
    BIRTH_DATE(
            """
            ปีเกิด, ป.เกิด, ป เกิด, วันเกิด, วันที่เกิด, เกิดวันที่, เกิดเมื่อ, เกิดเมื่อวันที่,
            เกิดวันจันทร์, เกิดวันอังคาร, เกิดวันพุธ, เกิดวันพฤหัสบดี, เกิดวันศุกร์, เกิดวันเสาร์,
            เกิดวันอาทิตย์, date of birth, birth date, birthday, dob, born, born on
            """),
    ADDRESS(
            """
            ที่อยู่, บ้านเลขที่, ภูมิลำเนา, อาศัยอยู่, อาศัยอยู่ที่, พักอยู่, พักอยู่ที่,
            ทะเบียนบ้านเลขที่, home address, address
            """),
    /** Of what, another word says. */
    NUMBER("เลขที่, รหัส, เลขทะเบียน, หมายเลขทะเบียน, ทะเบียนเลขที่, no., number, code"),
    /** Of something that is nobody's in particular. */
    OTHER(
            """
            เลขที่โครงการ, รหัสโครงการ, หมายเลขโครงการ, โครงการเลขที่, โครงการรหัส, egp, e-gp, gfmis,
            นิติบุคคล, ทะเบียนพาณิชย์, isbn, issn, เลขมาตรฐานสากล, บาร์โค้ด, บาร์โคด, รหัสแท่ง, barcode,
            ean, gtin, รหัสสินค้า, รหัสพัสดุ, เลขพัสดุ, พัสดุเลขที่, ครุภัณฑ์, เลขครุภัณฑ์, รหัสครุภัณฑ์,
            หมายเลขครุภัณฑ์, เลขคุม, คุมสัญญา, เลขที่สัญญา, สัญญาเลขที่, เลขที่ใบ, ใบสั่งซื้อ,
            ใบสั่งซื้อเลขที่, ใบสั่งจ้าง, ใบสั่งจ้างเลขที่, ใบเสร็จ, ใบเสร็จรับเงินเลขที่, ใบกำกับภาษี,
            ใบแจ้งหนี้, เลขที่เอกสาร, เลขที่หนังสือ, เลขที่อ้างอิง, รหัสอ้างอิง, หมายเลขอ้างอิง, อ้างอิง,
            reference, ref, ref no, invoice, transaction, transaction id, sku, order no, เช็ค, เลขที่เช็ค,
            เช็คเลขที่, ค้ำประกัน, ค้ำประกันเลขที่, รหัสงบประมาณ, แหล่งของเงิน, รหัสกิจกรรม, กิจกรรมหลัก,
            ศูนย์ต้นทุน, รหัสหน่วยงาน, รหัสหน่วยเบิกจ่าย, รหัสสถานศึกษา, รหัสโรงเรียน, รหัสบัญชี,
            บัญชีแยกประเภท, ผังบัญชี, โฉนด, เลขที่โฉนด, หมายเลขเครื่อง, เลขเครื่อง, เลขตัวถัง, serial,
            serial no, s/n, imei, มิเตอร์, รหัสลูกค้า, ผู้ใช้ไฟ, ผู้ใช้ไฟฟ้า, หมายเลขผู้ใช้ไฟฟ้า,
            ผู้ใช้น้ำ, รหัสประจำบ้าน, ตำแหน่งเลขที่, เลขที่ตำแหน่ง, อัตราเลขที่, เลขประจำตัวสอบ,
            เลขประจำตัวผู้สอบ, เลขประจำตัวผู้เข้าสอบ, เลขประจำตัวผู้สมัคร, เลขประจำตัวผู้สมัครสอบ,
            เลขประจำตัวนักเรียน, รหัสนักเรียน, running no, เหตุเกิด, เหตุเกิดวันที่, เหตุเกิดเมื่อ,
            เหตุเกิดเมื่อวันที่, ที่เกิดวันที่, ที่เกิดเมื่อ, ที่เกิดเมื่อวันที่, ซึ่งเกิดเมื่อ,
            ไฟไหม้เกิดเมื่อวันที่, เพลิงไหม้เกิดเมื่อวันที่, แผ่นดินไหวเกิดเมื่อวันที่, ครบรอบวันเกิด,
            คล้ายวันเกิด, ทะเบียนรถ, วันเกิดเหตุ, สถานที่เกิด
            """),
    /** Begins a person's name. */
    TITLE(
            """
            นาย, นาง, นางสาว, น.ส., ด.ช., ด.ญ., เด็กชาย, เด็กหญิง, ว่าที่ร้อย, ว่าที่ ร.ต., ดร., สามเณร,
            mr, mrs, ms, miss
            """),
    ORGANISATION(
            """
            สำนักงาน, สำนัก, โรงเรียน, บริษัท, ห้างหุ้นส่วน, หจก, บจก, ร้าน, สพป, สพม, สพฐ, หน่วยงาน,
            ส่วนราชการ, องค์การ, เทศบาล, มหาวิทยาลัย, วิทยาลัย, สถานศึกษา, ผู้รับจ้าง, ผู้ขาย, company
            """),
    /** Looks like one of the others, and says nothing. */
    NONE(
            """
            email address, ip address, mac address, web address, นายก, นายอำเภอ, นายทะเบียน, นายจ้าง,
            นายหน้า, เจ้านาย, นางแบบ, นายช่าง, โทรทัศน์, โทรคมนาคม
            """);

    private final List<String> words;

    Sense(String words) {
        this.words = List.of(words.strip().split(",\\s+"));
    }

    /** Whether it says what a number is. */
    boolean isLabel() {
        return ordinal() <= OTHER.ordinal();
    }

    /** All words, in ordinary spelling. */
    static Map<String, Sense> byWord() {
        Map<String, Sense> senses = new HashMap<>();
        for (Sense sense : values()) {
            sense.words.forEach(word -> senses.put(word, sense));
        }
        return senses;
    }
}
