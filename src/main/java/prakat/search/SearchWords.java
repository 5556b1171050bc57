package prakat.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import prakat.search.FoldedText.Place;

/**
 * What is searched for: every word has to occur, in any order; what stands in quotation marks is one word, blanks and all.
 * A word is found anywhere, also within another: Thai has no spaces between words.
 *
 * @param words folded, each once, none within another; empty for no search
 */
public record SearchWords(List<String> words) {

    /** No search. */
    public static final SearchWords NONE = new SearchWords(List.of());

    private static final String MARKS = "[\"\u201C-\u201F\u00AB\u00BB]";
    private static final Pattern WORD = Pattern.compile(
            MARKS + "([^\"\u201C-\u201F\u00AB\u00BB]+)" + MARKS + "|([^ \"\u201C-\u201F\u00AB\u00BB]+)");

    /** What somebody typed; null and what holds no word are no search. */
    public static SearchWords of(String typed) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(FoldedText.fold(typed == null ? "" : typed));
        while (matcher.find()) {
            String word = (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).strip();
            if (!word.isEmpty() && !words.contains(word)) {
                words.add(word);
            }
        }
        return new SearchWords(words.stream()
                .filter(word -> words.stream().noneMatch(other -> !other.equals(word) && other.contains(word)))
                .toList());
    }

    /** Whether nothing is searched for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** How many of the words a heading names, which is folded; all of them one after the other count double. */
    int nearness(String heading) {
        int named = (int) words.stream().filter(heading::contains).count();
        return named + (heading.contains(String.join(" ", words)) ? words.size() : 0);
    }

    /** Whether every word is in one of the texts. */
    public boolean allIn(String... texts) {
        String folded = Arrays.stream(texts).map(FoldedText::fold).collect(Collectors.joining("\n"));
        return words.stream().allMatch(folded::contains);
    }

    /** Where a text holds any of the words, in its order; what touches or has only blanks between it is one place. */
    public List<Place> places(String text) {
        FoldedText folded = FoldedText.of(text);
        List<Place> places = new ArrayList<>();
        words.stream()
                .flatMap(word -> folded.places(word).stream())
                .sorted(Comparator.comparingInt(Place::start))
                .forEach(place -> add(places, place, text));
        return places;
    }

    private static void add(List<Place> places, Place place, String text) {
        Place last = places.isEmpty() ? null : places.get(places.size() - 1);
        if (last != null
                && (place.start() <= last.end()
                        || text.substring(last.end(), place.start()).isBlank())) {
            places.set(places.size() - 1, new Place(last.start(), Math.max(last.end(), place.end())));
        } else {
            places.add(place);
        }
    }
}
