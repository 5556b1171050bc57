package prakat.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.input.Texts;

/** What an account and its name may look like, where administrators make them and people change their own. */
@Component
public class AccountRules {

    /** Of accounts and groups, as a regular expression. */
    public static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9._-]*";

    /** Of accounts, in letters: nobody signs in by a longer one that a directory may have. */
    public static final int LONGEST_ID = 64;

    /** Of both with a space between them, as long as the record keeps them. */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_NAMES = LONGEST_NAME - 1;

    private static final int LONGEST_MAIL = 254;
    private static final Pattern MAIL =
            Pattern.compile("[^\\s\\p{Z}\\p{C}<>,;:\"()\\\\@]+@[^\\s\\p{Z}\\p{C}<>,;:\"()\\\\@]+");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final IdentityService identityService;
    private final EngineIdentity identity;

    AccountRules(@Lazy IdentityService identityService, EngineIdentity identity) {
        this.identityService = identityService;
        this.identity = identity;
    }

    /** The name as the record and the pages can keep it, whatever a directory has. */
    static String storableName(String name) {
        String line = Texts.line(name);
        return Texts.line(line.substring(0, Math.min(line.length(), LONGEST_NAME)));
    }

    /** Whether mails can go to that address, and to no other beside it. */
    static boolean isMailAddress(String address) {
        return address.length() <= LONGEST_MAIL && MAIL.matcher(address).matches() && isOnOneLine(address);
    }

    /** What is wrong with the id of a new account: none has that of another, in whatever case. */
    public List<Refusal.Field> faultsOfId(String id) {
        if (id.length() > LONGEST_ID || !id.matches(IDS)) {
            return List.of(Refusal.Field.of("id", "account-id", LONGEST_ID));
        }
        boolean taken = identity.asSystem(() -> identityService.createUserQuery().list().stream()
                .anyMatch(user -> user.getId().equalsIgnoreCase(id)));
        return taken ? List.of(Refusal.Field.of("id", "account-taken")) : List.of();
    }

    /**
     * What is wrong with the names and the mail address.
     *
     * @param email "" for none
     */
    public List<Refusal.Field> faultsOfProfile(String firstName, String lastName, String email) {
        List<Refusal.Field> faults = new ArrayList<>();
        String names = firstName + lastName;
        if (names.length() > LONGEST_NAMES || !isOnOneLine(firstName) || !isOnOneLine(lastName)) {
            faults.add(Refusal.Field.of("firstName", "account-name", LONGEST_NAMES));
        }
        if (!email.isEmpty() && !isMailAddress(email)) {
            faults.add(Refusal.Field.of("email", "account-mail"));
        }
        return faults;
    }

    /** Without what {@link Texts#plain} takes away inside a text: somebody would see another name than there is. */
    private static boolean isOnOneLine(String name) {
        return Texts.plain("." + name + ".").equals("." + name + ".")
                && !LINE_BREAK.matcher(name).find();
    }
}
