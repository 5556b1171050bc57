package prakat.web.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.EngineIdentity;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.office.Group;

/** Keeps the last administrator: without one, the engine lets anybody create the first. */
@Component
class LastAdministrator {

    private static final Pattern LEAVES =
            Pattern.compile("DELETE /(?:user|group/" + Group.ADMINISTRATORS + "/members)/([^/]+)");

    private final Organisation organisation;
    private final EngineIdentity identity;
    private final IdentityService identityService;

    LastAdministrator(Organisation organisation, EngineIdentity identity, IdentityService identityService) {
        this.organisation = organisation;
        this.identity = identity;
        this.identityService = identityService;
    }

    /** Refuses the call that would leave the office without an administrator. */
    void ensureStays(EngineCall call) {
        Matcher leaving = call.matcher(LEAVES);
        if (leaving.matches() && isAdministrator(leaving.group(1)) && !anotherStays(leaving.group(1))) {
            throw Refusal.conflict("last-administrator");
        }
    }

    private boolean isAdministrator(String account) {
        return organisation.person(account).map(Person::administrator).orElse(false);
    }

    private boolean anotherStays(String account) {
        return identity.asSystem(
                () -> identityService.createUserQuery().memberOfGroup(Group.ADMINISTRATORS).list().stream()
                        .anyMatch(administrator -> !administrator.getId().equals(account)));
    }
}
