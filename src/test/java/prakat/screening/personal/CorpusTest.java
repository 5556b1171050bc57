package prakat.screening.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Passage;
import prakat.screening.Place;

/** How much of what was planted is found, and how often something is found where there is nothing. Prints its figures. */
class CorpusTest {

    private static final int SEED = 2569;
    private static final int CLEAN_OF_EACH_KIND = 40;
    private static final int PLANTED_OF_EACH_KIND = 20;

    private static final List<Function<String, String>> ID_SPELLINGS = List.of(
            id -> id,
            Numbers::thai,
            id -> Numbers.cut(id, "-", 1, 5, 10, 12),
            id -> Numbers.thai(Numbers.cut(id, "-", 1, 5, 10, 12)),
            id -> Numbers.cut(id, " ", 1, 5, 10, 12),
            id -> Numbers.cut(id, "\u00a0", 1, 5, 10, 12),
            id -> Numbers.cut(id, "–", 1, 5, 10, 12),
            id -> Numbers.cut(id, " - ", 1, 5, 10, 12),
            id -> Numbers.cut(id, ".", 1, 5, 10, 12),
            id -> Numbers.cut(id, "\u200b", 1, 5, 10, 12),
            id -> Numbers.cut(Numbers.cut(id, "-", 1, 5, 10, 12), "\n", 7));

    private static final List<BiFunction<String, Random, List<Passage>>> ID_CARRIERS = List.of(
            (id, random) -> Texts.field("ผู้ได้รับทุน " + id + " โรงเรียนบ้านตัวอย่าง"),
            (id, random) -> Texts.field("นางสาวตัวอย่าง สมมุติ เลขประจำตัวประชาชน " + id),
            (id, random) -> Texts.pages("บัญชีรายชื่อแนบท้ายคำสั่ง\n1 นายตัวอย่าง สมมุติ " + id
                    + " ครู คศ.1\n2 นางตัวอย่าง สมมุติ ครู คศ.2"),
            (id, random) -> Texts.pages("1,นายตัวอย่าง สมมุติ," + id + ",ครู"),
            (id, random) -> Texts.pages(id),
            (id, random) -> List.of(new Passage(Place.inFile().inPart(Place.Part.COMMENT, null), "ตรวจแล้ว " + id)),
            (id, random) -> Texts.sheet("รายชื่อ", "ที่|ชื่อ|เลขบัตร", "1|นายตัวอย่าง|" + id),
            (id, random) -> Texts.sheet("Sheet1", "1|นายตัวอย่าง สมมุติ|" + id + "|ครู"));

    /** Those that only a table or a broken line has. */
    private static final List<Function<String, List<Passage>>> ID_LAYOUTS = List.of(
            id -> Texts.sheet("แบบ", "เลขประจำตัวประชาชน|" + String.join("|", id.split(""))),
            id -> Texts.sheet("แบบ", String.join("|", id.split(""))),
            id -> Texts.sheet("แบบ", "ชื่อ|เลขประจำตัวประชาชน", "ก|" + Numbers.cut(id, "|", 1, 5, 10, 12)),
            id -> Texts.sheet("แบบ", Numbers.cut(id, "|", 1, 5, 10, 12)),
            id -> Texts.pages("เลขประจำตัวประชาชน " + id.substring(0, 7), id.substring(7) + " ออกให้"),
            id -> Texts.pages(
                    "รายชื่อ " + Numbers.cut(id, "-", 1, 5).substring(0, 8),
                    Numbers.cut(id, "-", 10, 12).substring(6)),
            id -> Texts.pages("เลขประจำตัวประชาชน " + String.join(" ", id.split(""))));

    private static final List<Function<String, String>> MOBILE_SPELLINGS = List.of(
            phone -> phone,
            Numbers::thai,
            phone -> Numbers.cut(phone, "-", 3, 6),
            phone -> Numbers.cut(phone, " ", 3, 6),
            phone -> Numbers.cut(phone, "-", 2, 6),
            phone -> Numbers.cut(phone, "-", 3),
            phone -> "+66 " + Numbers.cut(phone.substring(1), " ", 2, 5),
            phone -> "+66" + phone.substring(1),
            phone -> Numbers.thai(Numbers.cut(phone, "–", 3, 6)));

    private static final List<Function<String, String>> FIXED_SPELLINGS = List.of(
            phone -> Numbers.cut(phone, "-", 3),
            phone -> Numbers.cut(phone, "-", 1, 5),
            phone -> "โทร. " + Numbers.cut(phone, " ", 1, 5),
            phone -> "โทรศัพท์ " + phone,
            phone -> "(" + phone.substring(0, 3) + ") " + phone.substring(3),
            phone -> Numbers.thai(Numbers.cut(phone, "-", 3)));

    private static final List<Function<String, String>> ACCOUNT_SPELLINGS = List.of(
            account -> Numbers.cut(account, "-", 3, 4, 9),
            account -> Numbers.thai(Numbers.cut(account, "-", 3, 4, 9)),
            account -> "เลขที่บัญชี " + account,
            account -> "ธนาคารกรุงไทย สาขาตัวอย่าง เลขที่ " + Numbers.cut(account, " ", 3, 4, 9),
            account -> "บัญชีออมทรัพย์ ธ.ก.ส. " + account + Numbers.digits(new Random(1), 2),
            account -> "Account No. " + Numbers.cut(account, "-", 3, 6));

    @Test
    void atMostOneCleanDocumentInTwoHundredIsSuspected() {
        Random random = new Random(SEED);
        Map<String, Integer> suspected = new TreeMap<>();
        int all = 0;
        for (int kind = 0; kind < CleanDocuments.kinds(); kind++) {
            for (int i = 0; i < CLEAN_OF_EACH_KIND; i++) {
                List<String> said = Texts.said(CleanDocuments.of(kind, random));
                all++;
                if (!said.isEmpty()) {
                    suspected.merge(kind + " " + said.get(0).split(" ")[0], 1, Integer::sum);
                }
            }
        }
        int wrong = suspected.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("clean documents: %d of %d suspected %s%n", wrong, all, suspected);
        assertThat(wrong).isLessThanOrEqualTo(all / 200);
    }

    @Test
    void nationalIdsAreFoundInWhateverCarriesText() {
        Recall recall = new Recall("national IDs", FindingKind.NATIONAL_ID);
        for (int i = 0; i < PLANTED_OF_EACH_KIND; i++) {
            for (Function<String, String> spelling : ID_SPELLINGS) {
                for (BiFunction<String, Random, List<Passage>> carrier : ID_CARRIERS) {
                    recall.count(carrier.apply(spelling.apply(Numbers.nationalId(recall.random)), recall.random));
                }
            }
            for (Function<String, List<Passage>> layout : ID_LAYOUTS) {
                recall.count(layout.apply(Numbers.nationalId(recall.random)));
            }
        }
        assertThat(recall.figure()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void nationalIdsAreFoundAmongNumbersThatLookLikeThem() {
        Recall recall = new Recall("national IDs in documents full of numbers", FindingKind.NATIONAL_ID);
        for (int i = 0; i < PLANTED_OF_EACH_KIND; i++) {
            for (int kind = 0; kind < CleanDocuments.kinds(); kind++) {
                List<Passage> document = new ArrayList<>(CleanDocuments.of(kind, recall.random));
                Place place = document.get(document.size() - 1).place();
                String id = ID_SPELLINGS.get(i % ID_SPELLINGS.size()).apply(Numbers.nationalId(recall.random));
                document.add(new Passage(
                        new Place(place.field(), place.file(), place.page(), place.sheet(), null, null, null),
                        "ผู้ประสานงาน นายตัวอย่าง สมมุติ เลขบัตรประชาชน " + id));
                recall.count(document);
            }
        }
        assertThat(recall.figure()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void telephonesAreFound() {
        Recall recall = new Recall("telephones", FindingKind.PHONE);
        for (int i = 0; i < PLANTED_OF_EACH_KIND * 5; i++) {
            for (Function<String, String> spelling : MOBILE_SPELLINGS) {
                recall.countInText(spelling.apply(Numbers.mobile(recall.random)));
            }
            for (Function<String, String> spelling : FIXED_SPELLINGS) {
                recall.countInText(spelling.apply("0" + "23457".charAt(i % 5) + Numbers.digits(recall.random, 7)));
            }
        }
        assertThat(recall.figure()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void bankAccountsAreFound() {
        Recall recall = new Recall("bank accounts", FindingKind.BANK_ACCOUNT);
        for (int i = 0; i < PLANTED_OF_EACH_KIND * 5; i++) {
            for (Function<String, String> spelling : ACCOUNT_SPELLINGS) {
                recall.countInText(spelling.apply(Numbers.digits(recall.random, 10)));
            }
        }
        assertThat(recall.figure()).isGreaterThanOrEqualTo(0.95);
    }

    /** How many documents there were, and in how many of them what was planted is found. */
    private static final class Recall {

        private final Random random = new Random(SEED);
        private final String name;
        private final FindingKind kind;
        private final List<String> missed = new ArrayList<>();
        private int all;

        private Recall(String name, FindingKind kind) {
            this.name = name;
            this.kind = kind;
        }

        void countInText(String planted) {
            count(Texts.field("นายตัวอย่าง สมมุติ ครูชำนาญการ " + planted + " โรงเรียนบ้านตัวอย่าง"));
            count(Texts.pages("ผู้รับผิดชอบ\n1 นางตัวอย่าง สมมุติ " + planted + " 15,000.00\n2 รวม 15,000.00"));
            count(Texts.sheet("Sheet1", "1|นายตัวอย่าง สมมุติ|" + planted + "|หมายเหตุ"));
        }

        void count(List<Passage> document) {
            all++;
            if (Texts.found(document).stream().map(Finding::kind).noneMatch(kind::equals)) {
                missed.add(document.get(document.size() - 1).text());
            }
        }

        double figure() {
            double figure = 1 - (double) missed.size() / all;
            System.out.printf("%s: %.4f of %d found%n", name, figure, all);
            missed.stream().limit(10).forEach(text -> System.out.println("  missed: " + text));
            return figure;
        }
    }
}
