package prakat.screening.personal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import prakat.screening.Finding;
import prakat.screening.Passage;
import prakat.screening.text.Reading;

/**
 * Finds in texts what must not be published: personal data of people, markings of secrecy, the office's own words.
 *
 * <p>A finding's confidence says how sure it is: from 0.9 on, the form fits and a word says what it is; from 0.7 on, the form
 * is that of hardly anything else, or a word stands near; from 0.5 on, the form fits and nothing says that it is something
 * else; below, it could as well be something else, which only an office that lowered its threshold is told.
 */
@Component
public class PersonalData {

    private final PersonalDataRules rules;

    /** In this order: what one has taken for a number of its kind is no other's. */
    private final List<Detector> detectors;

    /** By the office's rules. */
    public PersonalData(PersonalDataRules rules) {
        this.rules = rules;
        PersonalDataRules.Allowed allowed = rules.allowed();
        this.detectors = List.of(
                new NationalIds(numbers(allowed.ids())),
                new BankAccounts(numbers(allowed.accounts())),
                new Phones(new AllowedPhones(allowed.phones())),
                new Passports(),
                new MailAddresses(allowed.mails()),
                new BirthDates(),
                new HomeAddresses(allowed.addresses()),
                new SecrecyMarkings(),
                new OfficeWords(rules.words()));
    }

    /**
     * What was found in these passages, those of a kind in one field or file together. Of a kind in a place there is one
     * finding, which counts, and in a column of a table one; of a kind in a field or file there are at most twenty, and the last
     * one counts the others, too. What was found is masked.
     *
     * @param passages those of a document or a field in the order in which people read them; a text that is null has nothing
     */
    public List<Finding> find(List<Passage> passages) {
        Tally tally = new Tally();
        for (Reading reading : Reading.of(passages)) {
            tally.add(reading, hits(Content.of(reading)));
        }
        return tally.findings();
    }

    private Collection<Hit> hits(Content content) {
        List<Hit> hits = new ArrayList<>();
        for (Detector detector : detectors) {
            detector.find(content, hit -> {
                PersonalDataRules.KindRule rule = rules.of(hit.kind());
                if (rule.find() && hit.confidence() >= rule.threshold() && hit.confidence() > 0) {
                    hits.add(hit);
                }
            });
        }
        return hits;
    }

    private static Set<String> numbers(List<String> listed) {
        return listed.stream().map(PersonalDataRules::digits).collect(Collectors.toSet());
    }
}
