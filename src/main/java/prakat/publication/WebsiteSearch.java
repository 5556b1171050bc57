package prakat.publication;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import prakat.input.Refusal;
import prakat.search.SearchGate;

/** The website's list with all that its page shows. Whoever waits for a search holds no connection to the database. */
@Service
public class WebsiteSearch {

    private final Website website;
    private final SearchGate gate;

    WebsiteSearch(Website website, SearchGate publicSearches) {
        this.website = website;
        this.gate = publicSearches;
    }

    /**
     * A page of the list.
     *
     * @param counts how many the list has on all pages, and how many similar lists have
     * @param since when the oldest came on the website that was looked at for the words; null where all were
     * @param passages where the publications of the page hold the words besides title and summary
     */
    public record Found(List<Teaser> teasers, Counts counts, Instant since, List<Passage> passages) {}

    /**
     * What is on the website now and was asked for.
     *
     * @param page from 0
     * @throws Refusal where too many search at once or it takes too long
     */
    public Found find(Selection selection, int page, int size) {
        return selection.words().isEmpty()
                ? website.find(selection, page, size)
                : gate.search(() -> website.find(selection, page, size));
    }
}
