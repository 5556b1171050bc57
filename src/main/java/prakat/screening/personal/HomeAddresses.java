package prakat.screening.personal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prakat.screening.FindingKind;
import prakat.screening.text.Reading;
import prakat.screening.text.Words;

/** Where people live: the word for it, a house's number, and what follows that in an address. */
final class HomeAddresses implements Detector {

    /** In characters, from the word to the end of an address. */
    private static final int LONGEST = 160;

    /** From the word to the house's number. */
    private static final int REACH = 30;

    /** Before the word, whose address it is. */
    private static final int OWNER = 30;

    /** In "the children who live in …" the word goes on. */
    private static final Pattern IS_WHOLE = Pattern.compile("\\s{0,3}(?:[^ก-๙a-z]|$|ปัจจุบัน|ตาม|ทีติดตอ|ทีสามารถ|ทีบาน"
            + "|เลขที|บานเลขที|ของ|คือ|ผู|จัดสง|สาหรับ|ภูมิลาเนา|ทะเบียน|ณ )");

    private static final Pattern IS_SAID = Pattern.compile("\\s{0,3}[^\\s.…_-]");

    private static final Pattern HOUSE =
            Pattern.compile("(?<![0-9./-])[0-9]{1,4}(?: ?/ ?[0-9]{1,4})?(?![0-9]|[.-][0-9]| ?/ ?[0-9])");

    /** Of an address that is allowed: its house, village and subdistrict, whatever of the rest a text has. */
    private static final int COMPARED = 25;

    private static final Pattern LONG_FORMS = Pattern.compile("เลขที|หมูที|หมู|ถนน|ซอย|ตาบล|อาเภอ|จังหวัด");

    private static final Words<String> PARTS = new Words<>(Map.ofEntries(
            Map.entry("หมู่", "village"),
            Map.entry("ม.", "village"),
            Map.entry("ถนน", "road"),
            Map.entry("ถ.", "road"),
            Map.entry("ซอย", "lane"),
            Map.entry("ซ.", "lane"),
            Map.entry("ตรอก", "lane"),
            Map.entry("ตำบล", "subdistrict"),
            Map.entry("ต.", "subdistrict"),
            Map.entry("แขวง", "subdistrict"),
            Map.entry("อำเภอ", "district"),
            Map.entry("อ.", "district"),
            Map.entry("เขต", "district"),
            Map.entry("จังหวัด", "province"),
            Map.entry("จ.", "province"),
            Map.entry("กรุงเทพ", "province"),
            Map.entry("กทม", "province"),
            Map.entry("รหัสไปรษณีย์", "postcode")));

    private final List<String> allowed;

    /** With the addresses that may be published. */
    HomeAddresses(List<String> allowed) {
        this.allowed = allowed.stream()
                .map(HomeAddresses::shortened)
                .filter(one -> !one.isEmpty())
                .map(one -> one.substring(0, Math.min(one.length(), COMPARED)))
                .toList();
    }

    @Override
    public void find(Content content, Consumer<Hit> hits) {
        Labels labels = content.labels();
        int last = 0;
        for (int word = 0; word < labels.size(); word++) {
            if (labels.sense(word) == Sense.ADDRESS && labels.start(word) >= last) {
                last = Math.max(last, find(content, word, hits));
            }
        }
        findInColumns(content, hits);
    }

    /** Answers where the house's number ends; 0 where there is no address. */
    private int find(Content content, int word, Consumer<Hit> hits) {
        Labels labels = content.labels();
        String text = content.text();
        int start = labels.start(word);
        int from = labels.end(word);
        int until = rowEnd(text, from);
        if (!IS_WHOLE.matcher(text).region(from, until).lookingAt() || isOfOrganisation(labels, word)) {
            return 0;
        }
        Matcher house = house(text, from, Math.min(until, from + REACH));
        boolean hasHouse = house.find() && !hasOtherWord(labels, word, house.start());
        int end = hasHouse ? house.end() : from;
        double confidence = confidence(
                text.substring(start, from),
                hasHouse,
                parts(text.substring(end, nextAddress(labels, word, end, until))));
        if (confidence <= 0 || isAllowed(text.substring(from, until))) {
            return 0;
        }
        String written = content.reading().original(start, from).strip() + (hasHouse ? " " + house.group() : "");
        hits.accept(hit(start, end, written, confidence));
        return end;
    }

    private static Hit hit(int start, int end, String written, double confidence) {
        return new Hit(FindingKind.ADDRESS, start, end, Hit.withoutDigits(written) + " …", confidence);
    }

    private static double confidence(String word, boolean hasHouse, int parts) {
        boolean isOfHouse = word.startsWith("บ");
        if (hasHouse) {
            return parts >= 2 || isOfHouse && parts == 1 ? Hit.CERTAIN : isOfHouse || parts == 1 ? Hit.POSSIBLE : 0;
        }
        return parts >= 3 || parts == 2 && word.startsWith("ภ") ? Hit.POSSIBLE : 0;
    }

    private static int parts(String text) {
        Set<String> parts = new HashSet<>();
        PARTS.find(text, (part, start, end) -> {
            // In a form that nobody filled in, dots follow.
            if (IS_SAID.matcher(text).region(end, text.length()).lookingAt()) {
                parts.add(part);
            }
        });
        return parts.size();
    }

    /** A column that is called so has an address in each cell. */
    private void findInColumns(Content content, Consumer<Hit> hits) {
        Reading reading = content.reading();
        for (int passage = 0; passage < reading.passages(); passage++) {
            if (content.labels().header(passage) == Sense.ADDRESS) {
                int start = reading.start(passage);
                int end = Math.min(reading.end(passage), start + LONGEST);
                Matcher house = house(content.text(), start, end);
                if (house.find()
                        && parts(content.text().substring(house.end(), end)) >= 2
                        && !isAllowed(content.text().substring(start, end))) {
                    hits.accept(hit(start, house.end(), house.group(), Hit.CERTAIN));
                }
            }
        }
    }

    private static Matcher house(String text, int from, int to) {
        return HOUSE.matcher(text).region(from, to).useTransparentBounds(true);
    }

    private static int rowEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + LONGEST && text.charAt(end) != Reading.ROW) {
            end++;
        }
        return end;
    }

    /** Where the next address begins behind the house's number. */
    private static int nextAddress(Labels labels, int word, int from, int until) {
        for (int next = word + 1; next < labels.size() && labels.start(next) < until; next++) {
            if (labels.sense(next) == Sense.ADDRESS && labels.start(next) >= from + REACH) {
                return labels.start(next);
            }
        }
        return until;
    }

    /** Whether the number is said to be another one, or the address something else's. */
    private static boolean hasOtherWord(Labels labels, int word, int house) {
        for (int next = word + 1; next < labels.size() && labels.end(next) <= house; next++) {
            Sense sense = labels.sense(next);
            if (sense != Sense.ADDRESS
                    && sense != Sense.NUMBER
                    && sense != Sense.TITLE
                    && sense != Sense.NATIONAL_ID
                    && sense != Sense.SOME_ID) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfOrganisation(Labels labels, int word) {
        for (int before = word - 1; before >= 0 && labels.end(before) >= labels.start(word) - OWNER; before--) {
            Sense sense = labels.sense(before);
            if (sense == Sense.TITLE || sense == Sense.ORGANISATION) {
                return sense == Sense.ORGANISATION;
            }
        }
        return false;
    }

    private boolean isAllowed(String text) {
        String address = shortened(text);
        return allowed.stream().anyMatch(start -> {
            int found = address.indexOf(start);
            // The house is 12 and not 112, and not 5/12.
            return found == 0 || found > 0 && "0123456789/".indexOf(address.charAt(found - 1)) < 0;
        });
    }

    /** Without blanks, in the shortest of the ways in which people write it. */
    private static String shortened(String text) {
        return LONG_FORMS
                .matcher(Reading.fold(text).replaceAll("[\\s.]", ""))
                .replaceAll(found -> found.group().startsWith("เ")
                        ? ""
                        : found.group().substring(0, 1).replace("ห", "ม"));
    }
}
