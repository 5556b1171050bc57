package prakat.request.screening;

import java.util.List;
import java.util.Set;
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
     * The few that share most fingerprints.
     *
     * @param requestId neither what it has on the website itself is meant, nor what it is a newer version of
     */
    List<Text> sharing(Set<Long> fingerprints, String requestId);

    /** Some of the versions that have no fingerprints; empty where all have. */
    List<Revision> withoutFingerprints();
}
