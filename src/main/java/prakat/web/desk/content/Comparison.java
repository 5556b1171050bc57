package prakat.web.desk.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import prakat.request.PublicationRequest;
import prakat.request.content.Attachment;
import prakat.request.content.Revision;
import prakat.web.desk.content.TextDiff.Piece;

/**
 * Two versions of a request side by side.
 *
 * @param from the earlier one
 * @param to the later one
 * @param returned why the earlier one came back; null where the record does not say
 * @param fields that changed
 * @param same names of the fields that did not
 * @param onlyLooks whether the body's words are the same, but not its headings, lists or emphasis
 * @param files all files of both versions
 * @param reordered whether files that both have stand in another order
 */
public record Comparison(
        Version from,
        Version to,
        HistoryLine returned,
        List<Field> fields,
        List<String> same,
        boolean onlyLooks,
        List<FileChange> files,
        boolean reordered) {

    /**
     * A version of the two.
     *
     * @param round its round; 0 for what is on the website, in a request that is to replace it
     * @param request whose it is
     * @param content what it says
     * @param category name
     * @param start in words
     * @param end in words
     */
    record Version(int round, PublicationRequest request, Revision content, String category, String start, String end) {

        /** Where its files are, without their numbers. */
        public String files() {
            return "/api/requests/" + request.id() + "/revisions/" + content.round() + "/attachments/";
        }

        /** The number under which it was published; null for a round of the request itself. */
        public String published() {
            return round == 0 ? request.number() : null;
        }
    }

    /**
     * A field that changed.
     *
     * @param name as in the API
     * @param pieces what stayed, what went and what came, in the order of reading
     */
    record Field(String name, List<Piece> pieces) {}

    /**
     * A file of either version.
     *
     * @param kind {@code added}, {@code removed}, {@code changed}, {@code described} where only what is said of it
     *     changed, or {@code same}
     * @param before null where it is new
     * @param after null where it was removed
     * @param words what is said of it otherwise than before: {@code caption} and {@code alternativeText}
     */
    record FileChange(String kind, Attachment before, Attachment after, List<Field> words) {

        /** Whether it is the cover only now; null where that is as before. */
        public Boolean becameCover() {
            boolean was = before != null && before.isCover();
            return after == null || was == after.isCover() ? null : after.isCover();
        }
    }

    static Comparison of(Version from, Version to, HistoryLine returned) {
        Revision before = from.content();
        Revision after = to.content();
        Fields fields = new Fields();
        fields.text("title", before.title(), after.title());
        fields.text("summary", before.summary(), after.summary());
        fields.text("body", BodyText.of(before.body()), BodyText.of(after.body()));
        fields.value("category", from.category(), to.category());
        fields.value("publishFrom", from.start(), to.start());
        fields.value("publishUntil", from.end(), to.end());
        fields.list("externalLinks", before.externalLinks(), after.externalLinks());
        fields.list("disclosureItems", before.disclosureItems(), after.disclosureItems());
        fields.text("note", before.note(), after.note());
        return new Comparison(
                from,
                to,
                returned,
                List.copyOf(fields.changed),
                List.copyOf(fields.same),
                fields.same.contains("body") && !before.body().equals(after.body()),
                files(before.attachments(), after.attachments()),
                isReordered(before.attachments(), after.attachments()));
    }

    /** Whether nothing at all changed. */
    public boolean isNothing() {
        return fields.isEmpty()
                && !onlyLooks
                && !reordered
                && files.stream().allMatch(file -> file.kind().equals("same"));
    }

    private static List<FileChange> files(List<Attachment> before, List<Attachment> after) {
        Map<String, Attachment> old = byName(before);
        Map<String, Attachment> present = byName(after);
        List<FileChange> changes = new ArrayList<>();
        after.forEach(file -> changes.add(change(old.get(file.name()), file)));
        before.stream()
                .filter(file -> !present.containsKey(file.name()))
                .forEach(file -> changes.add(new FileChange("removed", file, null, List.of())));
        return List.copyOf(changes);
    }

    private static FileChange change(Attachment before, Attachment after) {
        Fields words = new Fields();
        words.text("caption", before == null ? "" : before.caption(), after.caption());
        words.text("alternativeText", before == null ? "" : before.alternativeText(), after.alternativeText());
        String kind;
        if (before == null) {
            kind = "added";
        } else if (!before.sha256().equals(after.sha256())) {
            kind = "changed";
        } else if (!words.changed.isEmpty() || before.isCover() != after.isCover()) {
            kind = "described";
        } else {
            kind = "same";
        }
        return new FileChange(kind, before, after, List.copyOf(words.changed));
    }

    /** A new file, or one that is gone, does not move the others. */
    private static boolean isReordered(List<Attachment> before, List<Attachment> after) {
        return !names(before, byName(after)).equals(names(after, byName(before)));
    }

    private static List<String> names(List<Attachment> files, Map<String, Attachment> other) {
        return files.stream().map(Attachment::name).filter(other::containsKey).toList();
    }

    /** No version has two files of one name. */
    private static Map<String, Attachment> byName(List<Attachment> files) {
        return files.stream().collect(Collectors.toMap(Attachment::name, Function.identity(), (one, other) -> one));
    }

    private static final class Fields {

        private final List<Field> changed = new ArrayList<>();
        private final List<String> same = new ArrayList<>();

        void text(String name, String before, String after) {
            add(name, before, after, () -> TextDiff.changes(before, after));
        }

        void value(String name, String before, String after) {
            add(name, before, after, () -> TextDiff.replaced(before, after));
        }

        void list(String name, List<String> before, List<String> after) {
            add(name, before, after, () -> TextDiff.lines(before, after));
        }

        private void add(String name, Object before, Object after, Supplier<List<Piece>> pieces) {
            if (before.equals(after)) {
                same.add(name);
            } else {
                changed.add(new Field(name, pieces.get()));
            }
        }
    }
}
