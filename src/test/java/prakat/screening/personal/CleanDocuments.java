package prakat.screening.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import prakat.screening.Passage;

/** Documents as offices publish them, with nothing in them that must not be; full of numbers that look like it. */
final class CleanDocuments {

    private static final List<Function<Random, List<Passage>>> MAKERS = List.of(
            CleanDocuments::companies,
            CleanDocuments::companiesInText,
            CleanDocuments::projects,
            CleanDocuments::projectsInText,
            CleanDocuments::books,
            CleanDocuments::booksInText,
            CleanDocuments::goods,
            CleanDocuments::goodsWithoutHead,
            CleanDocuments::runningNumbers,
            CleanDocuments::runningNumbersInText,
            CleanDocuments::numbersOfNothing,
            CleanDocuments::numbersFarApart,
            CleanDocuments::budget,
            CleanDocuments::budgetInText,
            CleanDocuments::trialBalance,
            CleanDocuments::officePhones,
            CleanDocuments::letter,
            CleanDocuments::memorandum,
            CleanDocuments::law,
            CleanDocuments::contract,
            CleanDocuments::scores,
            CleanDocuments::scoresInText,
            CleanDocuments::assets,
            CleanDocuments::seats,
            CleanDocuments::schools,
            CleanDocuments::news);

    private CleanDocuments() {}

    static int kinds() {
        return MAKERS.size();
    }

    /** The next document of a kind, from 0. */
    static List<Passage> of(int kind, Random random) {
        return MAKERS.get(kind).apply(random);
    }

    private static List<Passage> table(String head, Random random, Function<Integer, String> row) {
        List<String> rows = new ArrayList<>();
        if (!head.isEmpty()) {
            rows.add(head);
        }
        IntStream.range(1, 5 + random.nextInt(60)).mapToObj(row::apply).forEach(rows::add);
        return Texts.sheet("Sheet1", rows.toArray(String[]::new));
    }

    private static List<Passage> lines(String head, Random random, Function<Integer, String> row) {
        StringBuilder text = new StringBuilder(head).append('\n');
        IntStream.range(1, 5 + random.nextInt(60))
                .forEach(i -> text.append(row.apply(i)).append('\n'));
        return Texts.pages(text.toString());
    }

    private static String company(Random random) {
        return Numbers.withCheckDigit("0" + Numbers.digits(random, 11));
    }

    private static String amount(Random random) {
        return "%,d.%02d".formatted(1000 + random.nextInt(9_000_000), random.nextInt(100));
    }

    private static String day(Random random) {
        return (1 + random.nextInt(28)) + " "
                + List.of("มกราคม", "มีนาคม", "พ.ย.", "ธันวาคม").get(random.nextInt(4)) + " "
                + (2560 + random.nextInt(11));
    }

    private static List<Passage> companies(Random random) {
        return table(
                "ลำดับ|ผู้ประกอบการ|เลขประจำตัวผู้เสียภาษี|วงเงิน",
                random,
                i -> i + "|บริษัท ตัวอย่าง " + i + " จำกัด|" + company(random) + "|" + amount(random));
    }

    private static List<Passage> companiesInText(Random random) {
        return lines(
                "รายชื่อผู้ชนะการเสนอราคา",
                random,
                i -> i + " หจก.ตัวอย่าง " + i + " " + company(random) + " " + amount(random));
    }

    private static List<Passage> projects(Random random) {
        return table(
                "ที่|เลขที่โครงการ|ชื่อโครงการ|งบประมาณ",
                random,
                i -> i + "|67" + Numbers.digits(random, random.nextBoolean() ? 11 : 9) + "|ซื้อวัสดุ|"
                        + amount(random));
    }

    private static List<Passage> projectsInText(Random random) {
        return lines(
                "ลำดับ เลขที่โครงการ งานที่จัดซื้อหรือจัดจ้าง วงเงิน เลขคุมสัญญา",
                random,
                i -> i + " 67" + Numbers.digits(random, 11) + " จ้างปรับปรุงอาคารเรียน " + amount(random) + " 67"
                        + Numbers.digits(random, 10));
    }

    private static List<Passage> books(Random random) {
        return table(
                "ลำดับ|ชื่อหนังสือ|ISBN|ราคา",
                random,
                i -> i + "|แบบเรียนภาษาไทย|" + Numbers.barCode("978" + Numbers.digits(random, 9)) + "|85.00");
    }

    private static List<Passage> booksInText(Random random) {
        return lines("รายการหนังสือเรียน", random, i -> {
            String isbn = Numbers.barCode((random.nextInt(5) == 0 ? "979" : "978") + Numbers.digits(random, 9));
            return i + ". แบบเรียน ป." + (1 + i % 6) + " "
                    + (random.nextBoolean() ? isbn : Numbers.cut(isbn, "-", 3, 6, 10, 12)) + " ราคา 85.00 บาท";
        });
    }

    private static List<Passage> goods(Random random) {
        return table(
                "ลำดับ|รายการ|รหัสสินค้า|จำนวน",
                random,
                i -> i + "|นมโรงเรียน|" + Numbers.barCode("885" + Numbers.digits(random, 9)) + "|120");
    }

    private static List<Passage> goodsWithoutHead(Random random) {
        String country = List.of("885", "690", "471", "400").get(random.nextInt(4));
        return table("", random, i -> i + "|ปากกา|" + Numbers.barCode(country + Numbers.digits(random, 9)) + "|12");
    }

    private static List<Passage> runningNumbers(Random random) {
        long first = Long.parseLong((1 + random.nextInt(8)) + Numbers.digits(random, 12));
        return table("ที่|เลขที่ใบเสร็จ|จำนวนเงิน", random, i -> i + "|" + (first + i) + "|" + amount(random));
    }

    private static List<Passage> runningNumbersInText(Random random) {
        long first = Long.parseLong((1 + random.nextInt(8)) + Numbers.digits(random, 12));
        int step = 1 + random.nextInt(9);
        return lines("ทะเบียนคุม", random, i -> (first + (long) i * step) + " " + amount(random));
    }

    private static List<Passage> numbersOfNothing(Random random) {
        return table("", random, i -> i + "|" + (1 + random.nextInt(9)) + Numbers.digits(random, 12) + "|ส่งแล้ว");
    }

    private static List<Passage> numbersFarApart(Random random) {
        String text = "สัญญานี้ทำขึ้นระหว่างสำนักงานกับผู้รับจ้าง ตามเงื่อนไขที่แนบ ".repeat(10);
        return Texts.pages(IntStream.range(0, 5 + random.nextInt(20))
                .mapToObj(i -> "เอกสาร " + (1 + random.nextInt(9)) + Numbers.digits(random, 12) + " " + text)
                .toArray(String[]::new));
    }

    private static List<Passage> budget(Random random) {
        return table(
                "แหล่งของเงิน|รหัสงบประมาณ|กิจกรรมหลัก|จำนวนเงิน",
                random,
                i -> "6711500|20004" + Numbers.digits(random, 11) + "|20004" + Numbers.digits(random, 8) + "|"
                        + amount(random));
    }

    private static List<Passage> budgetInText(Random random) {
        return lines(
                "รายการ ปี จำนวน ร้อยละ",
                random,
                i -> i + " " + (2560 + i % 10) + " " + (10000 + random.nextInt(80000)) + " " + (10 + random.nextInt(89))
                        + " " + random.nextInt(10));
    }

    private static List<Passage> trialBalance(Random random) {
        return table(
                "รหัสบัญชี|ชื่อบัญชี|เดบิต|เครดิต",
                random,
                i -> (1 + random.nextInt(5)) + Numbers.digits(random, 9) + "|เงินฝากธนาคารพาณิชย์|" + amount(random)
                        + "|");
    }

    private static List<Passage> officePhones(Random random) {
        return table(
                "กลุ่ม|หมายเลขโทรศัพท์|โทรสาร|อีเมล",
                random,
                i -> "กลุ่มที่ " + i + "|053-1122" + Numbers.digits(random, 2) + " ต่อ " + i + "|0 5311 2299|group" + i
                        + "@cmarea3.go.th");
    }

    private static List<Passage> letter(Random random) {
        return Texts.pages("ที่ ศธ 04" + Numbers.digits(random, 3) + "/" + Numbers.digits(random, 4)
                + "\n"
                + "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง\n"
                + "เลขที่ 99 หมู่ที่ 9 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดเชียงใหม่ 50000\n"
                + day(random) + "\nเรื่อง ขอความร่วมมือ\nอ้างถึง หนังสือที่ ศธ 04" + Numbers.digits(random, 3) + "/ว"
                + Numbers.digits(random, 4)
                + " ลงวันที่ " + day(random) + "\nสิ่งที่ส่งมาด้วย 1. กำหนดการ จำนวน 1 ชุด\nโทร. 0 5311 22"
                + Numbers.digits(random, 2)
                + "\nไปรษณีย์อิเล็กทรอนิกส์ saraban@example.go.th");
    }

    private static List<Passage> memorandum(Random random) {
        return Texts.pages(
                "บันทึกข้อความ\nส่วนราชการ กลุ่มอำนวยการ โทร. 053-1122" + Numbers.digits(random, 2) + "\nที่ "
                        + random.nextInt(900) + "/2569 วันที่ " + day(random)
                        + "\n"
                        + "เรื่อง การประชุมผู้บริหาร เวลา 08.30 - 16.30 น. ณ ห้องประชุมอำเภอลับแล กลับถึงที่พัก 20.00"
                        + " น.");
    }

    private static List<Passage> law(Random random) {
        return Texts.pages("ระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. 2544 ข้อ " + random.nextInt(50)
                + " ชั้นความลับของข้อมูลข่าวสารลับแบ่งออกเป็น 3 ชั้น คือ ลับที่สุด ลับมาก และลับ ตามมาตรา 7, 9 และ"
                + " 14-15 แห่งพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540"
                + " เล่ม 134 ตอนที่ " + random.nextInt(99) + " ก หน้า 13/24 "
                + day(random));
    }

    private static List<Passage> contract(Random random) {
        return Texts.pages("ประกาศผู้ชนะการเสนอราคา โครงการจ้างก่อสร้างอาคารเรียน 105/29 เลขที่โครงการ 67"
                + Numbers.digits(random, 9)
                + "\nสัญญาเลขที่ " + random.nextInt(90) + "/2569 เลขคุมสัญญา 67" + Numbers.digits(random, 10)
                + " ลงวันที่ " + day(random)
                + "\nหนังสือค้ำประกันธนาคารกรุงไทย เลขที่ " + Numbers.digits(random, 12) + " วงเงิน " + amount(random)
                + " บาท\nผู้ขาย บริษัท ตัวอย่าง จำกัด"
                + " ที่อยู่ 12/3 หมู่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง เลขประจำตัวผู้เสียภาษี " + company(random));
    }

    private static List<Passage> scores(Random random) {
        return table("ที่|1|2|3|4|5|6|7|8|9|10|11|12|13|รวม", random, i -> {
            StringBuilder row = new StringBuilder().append(i);
            IntStream.range(0, 13).forEach(j -> row.append('|').append(1 + random.nextInt(5)));
            return row.append("|").append(13 + random.nextInt(50)).toString();
        });
    }

    private static List<Passage> scoresInText(Random random) {
        return lines("แบบประเมินความพึงพอใจ", random, i -> {
            StringBuilder row = new StringBuilder("ข้อ").append(i);
            IntStream.range(0, 13).forEach(j -> row.append(' ').append(1 + random.nextInt(5)));
            return row.toString();
        });
    }

    private static List<Passage> assets(Random random) {
        return table(
                "ที่|หมายเลขครุภัณฑ์|รายการ|หมายเลขเครื่อง",
                random,
                i -> i + "|7440-001-" + Numbers.digits(random, 4) + "/" + i + "|เครื่องคอมพิวเตอร์|"
                        + Numbers.digits(random, 13));
    }

    private static List<Passage> seats(Random random) {
        return table(
                "เลขประจำตัวสอบ|ชื่อ - สกุล|คะแนน",
                random,
                i -> "6901" + "%05d".formatted(i) + "|นายตัวอย่าง สมมุติ|" + random.nextInt(100) + ".50");
    }

    private static List<Passage> schools(Random random) {
        return table(
                "รหัสโรงเรียน|โรงเรียน|รหัสสถานศึกษา|ละติจูด|ลองจิจูด|นักเรียน",
                random,
                i -> "5003" + Numbers.digits(random, 4) + "|บ้านตัวอย่าง|1050" + Numbers.digits(random, 6) + "|18."
                        + Numbers.digits(random, 7) + "|98." + Numbers.digits(random, 7) + "|" + random.nextInt(900));
    }

    private static List<Passage> news(Random random) {
        return Texts.field(
                "ขอเชิญร่วมกิจกรรม " + day(random) + " เวลา 09.00 น. ณ โรงเรียนบ้านตัวอย่าง มีนักเรียนที่อยู่ในพื้นที่ "
                        + random.nextInt(90) + " ตำบล ร่วมงาน 1,250 คน งบประมาณ " + amount(random)
                        + " บาท สอบถามสายด่วน 1579 หรือ contact@example.go.th");
    }
}
