package prakat.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the documents that hold the words. Words that many documents hold are soon found in the newest ones, so these are
 * looked at first and the search ends when it has enough; for rare words the database's index is asked.
 */
@Component
public class DocumentSearch {

    /** Documents looked at in one statement. */
    private static final int STEP = 1_000;

    /** So many are looked at however much is found sooner: it is a number of pages, and a count that says something. */
    private static final int LOOKED_AT_ALWAYS = 3 * STEP;

    /** Where so many of the newest documents of a step hold the words, the index would have too many to check. */
    private static final int MANY = 20;

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final SearchIndex index;

    DocumentSearch(SearchIndex index) {
        this.index = index;
    }

    /**
     * What holds the words.
     *
     * @param enough the search may end when it has found so many
     */
    public <H> Hits<H> find(SearchWords words, Documents<H> documents, int enough) {
        Hits<H> newest = step(documents, null);
        if (!newest.isComplete() && newest.found().size() < MANY) {
            Optional<List<Long>> few = index.few(words);
            if (few.isPresent()) {
                return new Hits<>(documents.ofVersions(few.get()), null);
            }
        }
        return goOn(newest, documents, enough);
    }

    /** The same where the index has too many versions that hold the words. */
    public <H> Hits<H> findWithoutIndex(Documents<H> documents, int enough) {
        return goOn(step(documents, null), documents, enough);
    }

    private static <H> Hits<H> goOn(Hits<H> newest, Documents<H> documents, int enough) {
        long began = System.nanoTime();
        List<H> found = new ArrayList<>(newest.found());
        Instant since = newest.since();
        for (int lookedAt = STEP;
                since != null
                        && (lookedAt < LOOKED_AT_ALWAYS || found.size() < enough)
                        && System.nanoTime() - began < LONGEST.toNanos();
                lookedAt += STEP) {
            Hits<H> next = step(documents, since);
            found.addAll(next.found());
            since = next.since();
        }
        return new Hits<>(found, since);
    }

    private static <H> Hits<H> step(Documents<H> documents, Instant before) {
        Instant since = documents.nthBefore(before, STEP).orElse(null);
        return new Hits<>(documents.holdingTheWords(since, before), since);
    }
}
