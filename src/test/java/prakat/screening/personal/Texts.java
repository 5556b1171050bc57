package prakat.screening.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import prakat.screening.Finding;
import prakat.screening.Passage;
import prakat.screening.Place;

/** Passages as readers of fields and files hand them over, and an office that screens them. */
final class Texts {

    /** An office that allows a few numbers of its own. */
    static final PersonalData OFFICE = new PersonalData(rules());

    private Texts() {}

    static PersonalDataRules rules() {
        return new PersonalDataRules(
                Map.of(),
                new PersonalDataRules.Allowed(
                        List.of("053-112200-99", "0-2628-8*", "081-000-1122"),
                        List.of("go.th", "office@example.com"),
                        List.of("501-0-12345-6"),
                        List.of("5-7001-00987-65-1"),
                        List.of("เลขที่ 99 หมู่ที่ 9 ตำบลตัวอย่าง อำเภอตัวอย่าง")),
                List.of("โครงการดอกแก้ว", "ขาว"));
    }

    static List<Passage> field(String text) {
        return List.of(new Passage(Place.field("body"), text));
    }

    static List<Passage> pages(String... texts) {
        List<Passage> pages = new ArrayList<>();
        for (String text : texts) {
            pages.add(new Passage(Place.inFile().onPage(pages.size() + 1), text));
        }
        return pages;
    }

    /** Rows of a sheet, cells with {@code |} between; empty ones are not there. */
    static List<Passage> sheet(String name, String... rows) {
        List<Passage> cells = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            String[] values = rows[row].split("\\|");
            for (int column = 0; column < values.length; column++) {
                if (!values[column].isBlank()) {
                    String cell = reference(column) + (row + 1);
                    cells.add(new Passage(Place.inFile().inCell(name, cell), values[column].strip()));
                }
            }
        }
        return cells;
    }

    private static String reference(int column) {
        return (column < 26 ? "" : String.valueOf((char) ('A' + column / 26 - 1))) + (char) ('A' + column % 26);
    }

    static List<Passage> together(List<Passage> first, List<Passage> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    static List<Finding> found(List<Passage> passages) {
        return OFFICE.find(passages);
    }

    /** What was found, each as {@code national-id 1-10xx-xxxxx-xx-8}, several as {@code national-id 1-10xx-xxxxx-xx-8 (3)}. */
    static List<String> said(List<Passage> passages) {
        return found(passages).stream()
                .map(finding -> finding.kind().code() + " " + finding.excerpt()
                        + (finding.count() > 1 ? " (" + finding.count() + ")" : ""))
                .toList();
    }

    /** The lines of a table of texts, of which a line break is written {@code \n} and a tab {@code \t}; without remarks. */
    static Stream<String> lines(String table) {
        return table.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .map(line -> line.replace("\\n", "\n").replace("\\t", "\t"));
    }
}
