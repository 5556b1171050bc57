package prakat.request.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import prakat.input.Refusal;
import prakat.input.Texts;

/** Puts what a submission says of attachments to them, and them into the order in which it says it. */
final class Descriptions {

    private Descriptions() {}

    /**
     * Those of which something is said, in its order, and the others after them. A kept file of which nothing is said is
     * described as before; it is no longer the cover where another one is chosen.
     *
     * @param files no two of one name
     * @throws Refusal naming all that is wrong with what is said
     */
    static List<Content.File> of(List<Content.File> files, List<Submission.Described> said) {
        if (said.size() > Attachments.MOST_FILES) {
            throw Refusal.invalid(List.of(Attachments.tooMany("attachments")));
        }
        Map<String, Content.File> left = files.stream()
                .collect(Collectors.toMap(
                        Content.File::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        List<Refusal.Field> faults = new ArrayList<>();
        List<Content.File> described = new ArrayList<>();
        for (Submission.Described one : said) {
            String name = one == null ? "null" : Attachments.plainName(one.name());
            Content.File file = left.remove(name);
            if (file == null) {
                faults.add(Refusal.Field.of("attachments", "described-not-attached", name));
            } else {
                described.add(file.described(description(one, file, faults)));
            }
        }
        boolean chosen = described.stream().anyMatch(file -> file.description().cover());
        if (described.stream().filter(file -> file.description().cover()).count() > 1) {
            faults.add(Refusal.Field.of("attachments", "one-cover"));
        }
        Refusal.throwIfAny(faults);
        left.values()
                .forEach(file ->
                        described.add(chosen ? file.described(file.description().withoutCover()) : file));
        return described;
    }

    private static Description description(Submission.Described said, Content.File file, List<Refusal.Field> faults) {
        Description description =
                Description.said(said.alternativeText(), said.caption(), Boolean.TRUE.equals(said.cover()));
        if (!file.isPicture() && !description.isNone()) {
            faults.add(Refusal.Field.of("attachments", "only-pictures", file.name()));
        }
        if (Texts.length(description.alternativeText()) > Description.LONGEST_ALTERNATIVE_TEXT) {
            faults.add(Refusal.Field.of(
                    "attachments", "alternative-text-too-long", file.name(), Description.LONGEST_ALTERNATIVE_TEXT));
        }
        if (Texts.length(description.caption()) > Description.LONGEST_CAPTION) {
            faults.add(Refusal.Field.of("attachments", "caption-too-long", file.name(), Description.LONGEST_CAPTION));
        }
        return description;
    }
}
