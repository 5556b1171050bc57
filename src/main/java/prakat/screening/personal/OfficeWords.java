package prakat.screening.personal;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import prakat.screening.FindingKind;
import prakat.screening.text.Reading;
import prakat.screening.text.Words;

/** The words that the office has named. */
final class OfficeWords implements Detector {

    private static final String TONE_MARKS = "[^\u0e48-\u0e4c]";

    private final Words<List<String>> words;

    OfficeWords(List<String> words) {
        this.words = new Words<>(words.stream().distinct().collect(Collectors.groupingBy(word -> Reading.fold(word)
                .replace(" ", ""))));
    }

    /** Texts are compared without tone marks, which tell words apart. */
    @Override
    public void find(Content content, Consumer<Hit> hits) {
        words.find(content.text(), (alike, start, end) -> {
            String marks = toneMarks(content.reading().original(start, end));
            alike.stream()
                    .filter(word -> toneMarks(word).equals(marks))
                    .findFirst()
                    .ifPresent(word -> hits.accept(new Hit(FindingKind.OFFICE_WORD, start, end, word, 1)));
        });
    }

    private static String toneMarks(String text) {
        return text.replaceAll(TONE_MARKS, "");
    }
}
