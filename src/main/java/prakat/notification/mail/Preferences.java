package prakat.notification.mail;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Coded;
import prakat.organisation.AccountMade;
import prakat.organisation.Person;

/** Which mails people want and in which language: all of them, in Thai, unless they choose otherwise. */
@Service
@Transactional
public class Preferences {

    private static final Set<String> LANGUAGES = Set.of("th", "en");

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody chose.
     *
     * @param language Thai or English
     * @param off the kinds that the person turned off
     */
    public record Preference(Locale language, Set<MailKind> off) {

        static final Preference NOTHING_SAID = new Preference(Locale.forLanguageTag("th"), Set.of());

        /** Takes Thai for what is not English, and keeps what nobody can turn off. */
        public Preference {
            language = LANGUAGES.contains(language.getLanguage()) ? language : NOTHING_SAID.language();
            off = off.stream().filter(MailKind::isOptional).collect(Collectors.toUnmodifiableSet());
        }

        /** Whether the person is told of that kind. */
        public boolean wants(MailKind kind) {
            return !off.contains(kind);
        }
    }

    private record Row(String language, String turnedOff) {}

    /** What the person wishes. */
    @Transactional(readOnly = true)
    public Preference of(Person person) {
        return of(person.id());
    }

    public Preference of(String account) {
        return jdbc.sql("select language, turned_off from notification_preference where account = ?")
                .param(account)
                .query(Row.class)
                .optional()
                .map(row -> new Preference(Locale.forLanguageTag(row.language()), kinds(row.turnedOff())))
                .orElse(Preference.NOTHING_SAID);
    }

    /** Keeps what the person says, for the mails from now on. */
    public void keep(Person person, Preference preference) {
        jdbc.sql("insert into notification_preference (account, language, turned_off) values (?, 'th', '')"
                        + " on conflict do nothing")
                .param(person.id())
                .update();
        jdbc.sql("update notification_preference set language = ?, turned_off = ? where account = ?")
                .params(preference.language().getLanguage(), codes(preference.off()), person.id())
                .update();
    }

    @EventListener
    void forget(AccountMade made) {
        jdbc.sql("delete from notification_preference where account = ?")
                .param(made.account())
                .update();
    }

    private static String codes(Set<MailKind> kinds) {
        return kinds.stream().map(MailKind::code).sorted().collect(Collectors.joining(","));
    }

    private static Set<MailKind> kinds(String codes) {
        return Arrays.stream(codes.split(","))
                .map(kind -> Coded.of(MailKind.class, kind))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MailKind.class)));
    }
}
