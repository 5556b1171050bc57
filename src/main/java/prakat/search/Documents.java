package prakat.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a search looks through: documents in the order of an instant that each of them has, narrowed down by everything but
 * the words.
 *
 * @param <H> what is kept of a document that holds the words
 */
public interface Documents<H> {

    /**
     * The instant of the n-th newest document.
     *
     * @param before only documents older than this count; null for all
     * @return empty where there are fewer
     */
    Optional<Instant> nthBefore(Instant before, int n);

    /**
     * The documents that hold every word, the newest first.
     *
     * @param from the earliest instant; null for no bound
     * @param before the first instant that is too late; null for no bound
     */
    List<H> holdingTheWords(Instant from, Instant before);

    /** Those of the versions that are the documents looked through, the newest first. */
    List<H> ofVersions(List<Long> revisionIds);
}
