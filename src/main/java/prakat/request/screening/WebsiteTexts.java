package prakat.request.screening;

import java.util.List;
import prakat.request.content.Revision;

/** The texts that readers find on the website now. */
public interface WebsiteTexts {

    /**
     * One of them.
     *
     * @param text its words, without marks of HTML
     */
    record Text(String number, String title, String text) {}

    /**
     * The first few of those versions that are there.
     *
     * @param versions ids of {@link Revision}s
     * @param requestId neither what it has on the website itself is meant, nor what it is a newer version of
     */
    List<Text> firstOf(List<Long> versions, String requestId);

    /** Some of the versions that have no fingerprints; empty where all have. */
    List<Revision> withoutFingerprints();
}
