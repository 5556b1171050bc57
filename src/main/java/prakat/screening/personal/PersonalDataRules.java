package prakat.screening.personal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import prakat.input.Coded;
import prakat.input.SetupException;
import prakat.screening.FindingKind;
import prakat.screening.text.Reading;

/**
 * What is looked for in texts, as the office's {@code screening.yaml} says it.
 *
 * @param kinds by the code of a {@link FindingKind kind}, whether it is looked for and how sure it has to be; a kind that is
 *     not named is looked for
 * @param allowed what is the office's own, and public
 * @param words words that the office does not want to publish
 */
@ConfigurationProperties("prakat.screening.personal")
public record PersonalDataRules(
        Map<String, KindRule> kinds, @DefaultValue Allowed allowed, @DefaultValue List<String> words) {

    private static final List<FindingKind> KINDS = List.of(
            FindingKind.NATIONAL_ID,
            FindingKind.PASSPORT,
            FindingKind.BANK_ACCOUNT,
            FindingKind.PHONE,
            FindingKind.EMAIL,
            FindingKind.BIRTH_DATE,
            FindingKind.ADDRESS,
            FindingKind.SECRECY,
            FindingKind.OFFICE_WORD);

    /** What those who say nothing of a kind get. */
    private static final KindRule USUAL = new KindRule(true, Hit.POSSIBLE);

    /**
     * How a kind is looked for.
     *
     * @param find whether it is at all
     * @param threshold confidence from which it is a finding, from 0 to 1
     */
    public record KindRule(@DefaultValue("true") boolean find, @DefaultValue("0.5") double threshold) {}

    /**
     * What may be published. Empty entries count for nothing.
     *
     * @param phones telephones: one, {@code 053-112233-5} for several in a row, {@code 053-1122*} for all that begin so
     * @param mails mail addresses, and domains with all that are below them
     * @param accounts bank accounts that people are asked to pay to
     * @param ids national IDs, or tax IDs of persons, that have to be public
     * @param addresses as people write them, in full or abbreviated
     */
    public record Allowed(
            @DefaultValue List<String> phones,
            @DefaultValue List<String> mails,
            @DefaultValue List<String> accounts,
            @DefaultValue List<String> ids,
            @DefaultValue List<String> addresses) {}

    /** Checks the file on start: a kind that is called otherwise, or a number that cannot be read, would change nothing. */
    public PersonalDataRules {
        kinds = kinds == null ? Map.of() : new LinkedHashMap<>(kinds);
        words = words.stream().filter(word -> !word.isBlank()).toList();
        kinds.forEach(PersonalDataRules::check);
        allowed.accounts().forEach(account -> checkDigits("accounts", account, 10, 15));
        allowed.ids().forEach(id -> checkDigits("ids", id, 13, 13));
        new AllowedPhones(allowed.phones());
    }

    /** The rule of a kind. */
    KindRule of(FindingKind kind) {
        return kinds.getOrDefault(kind.code(), USUAL);
    }

    private static void check(String code, KindRule rule) {
        if (Coded.of(FindingKind.class, code).filter(KINDS::contains).isEmpty()) {
            throw new SetupException("screening.yaml: kinds has '" + code + "', which is none of "
                    + String.join(", ", KINDS.stream().map(FindingKind::code).toList()));
        }
        if (!(rule.threshold() >= 0 && rule.threshold() <= 1)) {
            throw new SetupException(
                    "screening.yaml: the threshold of " + code + " is " + rule.threshold() + ", not from 0 to 1");
        }
    }

    private static void checkDigits(String list, String number, int fewest, int most) {
        int length = digits(number).length();
        if (!number.isBlank() && (length < fewest || length > most)) {
            throw new SetupException("screening.yaml: allowed." + list + " '" + number + "' has " + length
                    + " digits, not " + (fewest == most ? "" + fewest : fewest + " to " + most));
        }
    }

    /** All digits of a number, as Arabic ones. */
    static String digits(String number) {
        return Reading.fold(number).replaceAll("[^0-9]", "");
    }
}
