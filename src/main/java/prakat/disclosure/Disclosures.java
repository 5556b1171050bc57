package prakat.disclosure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import prakat.organisation.office.Office;
import prakat.publication.Website;
import prakat.request.query.OpenRequests;

/** Which items of a list are public now, and which are on their way. */
@Service
public class Disclosures {

    private final Website website;
    private final OpenRequests requests;
    private final Office office;
    private final Clock clock;

    Disclosures(Website website, OpenRequests requests, Office office, Clock clock) {
        this.website = website;
        this.requests = requests;
        this.office = office;
        this.clock = clock;
    }

    /** Each item of the list, in its order, with what readers find of it at this instant. */
    public List<Disclosure> of(DisclosureList list) {
        return list.disclosures(website.disclosed(), clock.instant(), office.zone());
    }

    /** What is on its way to the website and is to disclose items of the list, by the item. */
    public Map<DisclosureItem, List<OpenRequests.Disclosing>> underWay(DisclosureList list) {
        List<OpenRequests.Disclosing> all = requests.disclosing();
        return list.items().stream().collect(Collectors.toMap(Function.identity(), item -> all.stream()
                .filter(one -> item.isAmong(one.items()))
                .toList()));
    }
}
