package prakat.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far a search looks among many documents: those of the seconds 0 to 9,999, of which some hold the words. */
class DocumentSearchTest {

    private static final int ALL = 10_000;
    private static final SearchWords WORDS = SearchWords.of("ประกาศ");

    private final SearchIndex index = mock(SearchIndex.class);
    private final DocumentSearch search = new DocumentSearch(index);

    @Test
    void wordsThatManyHoldAreFoundAmongTheNewest() {
        Hits<Integer> hits = search.find(WORDS, holding(second -> second % 2 == 0), Hits.enough(0, 20));

        assertThat(hits.found()).startsWith(9_998, 9_996).hasSize(1_500).isSortedAccordingTo((a, b) -> b - a);
        assertThat(hits.since()).isEqualTo(Instant.ofEpochSecond(7_000));
        verify(index, never()).few(any());
    }

    @Test
    void aPageThatIsNotFullGoesOn() {
        when(index.few(WORDS)).thenReturn(Optional.empty());

        Hits<Integer> hits = search.find(WORDS, holding(second -> second % 100 == 0), Hits.enough(2, 20));

        assertThat(hits.found()).hasSize(70);
        assertThat(hits.page(2, 20)).hasSize(20).startsWith(5_900);
        assertThat(hits.isComplete()).isFalse();
        assertThat(search.find(WORDS, holding(second -> second == 5), 21))
                .as("up to the oldest one")
                .isEqualTo(new Hits<>(List.of(5), null));
    }

    @Test
    void rareWordsAreLeftToTheIndex() {
        when(index.few(WORDS)).thenReturn(Optional.of(List.of(3L, 9_000L)));

        assertThat(search.find(WORDS, holding(second -> second == 9_999), 21))
                .isEqualTo(new Hits<>(List.of(9_000, 3), null));
    }

    @Test
    void noDocumentIsLeftOutBetweenTwoSteps() {
        when(index.few(WORDS)).thenReturn(Optional.empty());

        assertThat(search.find(WORDS, holding(second -> true), ALL).found())
                .hasSize(ALL)
                .doesNotHaveDuplicates();
    }

    @Test
    void theNearestComeFirst() {
        List<String> headings = List.of("ข", "ก", "ก ข", "ค", "ข ก");

        assertThat(new Hits<>(headings, null)
                        .nearestFirst(SearchWords.of("ก ข"), heading -> heading)
                        .found())
                .containsExactly("ก ข", "ข ก", "ข", "ก", "ค");
    }

    private static Documents<Integer> holding(IntPredicate words) {
        return new Documents<>() {
            @Override
            public Optional<Instant> nthBefore(Instant before, int n) {
                long last = before == null ? ALL : before.getEpochSecond();
                return last < n ? Optional.empty() : Optional.of(Instant.ofEpochSecond(last - n));
            }

            @Override
            public List<Integer> holdingTheWords(Instant from, Instant before) {
                int first = from == null ? 0 : (int) from.getEpochSecond();
                int last = before == null ? ALL : (int) before.getEpochSecond();
                return IntStream.range(first, last)
                        .map(i -> first + last - 1 - i)
                        .filter(words)
                        .boxed()
                        .toList();
            }

            @Override
            public List<Integer> ofVersions(List<Long> revisionIds) {
                return IntStream.range(0, ALL)
                        .map(i -> ALL - 1 - i)
                        .filter(second -> revisionIds.contains((long) second))
                        .boxed()
                        .toList();
            }
        };
    }
}
