package prakat.organisation;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import prakat.input.SetupException;
import prakat.organisation.office.Capacity;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;

/**
 * The groups and accounts that must be there on start: the office's groups always, the first administrator where there
 * is none yet, and the accounts for trying out in the profile {@code demo}. What is there already is left as it is.
 */
@Component
public class Accounts {

    private static final Logger log = LoggerFactory.getLogger(Accounts.class);

    /** What follows a demo account's name in its mail address: of a domain that is kept for examples and takes no mail. */
    private static final String DEMO_MAIL = "@example.org";

    private final Office office;
    private final Settings settings;

    Accounts(Office office, Settings settings) {
        this.office = office;
        this.settings = settings;
    }

    /**
     * What the environment says about accounts.
     *
     * @param adminId account of the first administrator, made at a start that finds none; empty where not given
     * @param adminPassword its password, of 10 characters or more; empty where not given
     * @param demo accounts for trying out, empty outside the profile {@code demo}
     * @param demoPassword the one password of all demo accounts; empty outside the profile {@code demo}
     */
    @ConfigurationProperties("prakat.accounts")
    record Settings(
            @DefaultValue("") String adminId,
            @DefaultValue("") String adminPassword,
            @DefaultValue List<Demo> demo,
            @DefaultValue("") String demoPassword) {}

    /**
     * An account for trying out.
     *
     * @param id its name
     * @param name what it is, in Thai
     * @param groups the engine's groups that it belongs to
     */
    record Demo(String id, String name, List<String> groups) {}

    /**
     * Makes what is missing; where a directory keeps the accounts, nothing is made, and only looked at.
     *
     * @throws SetupException where there is no administrator, and none that could be made
     */
    public void provide(IdentityService identityService) {
        if (identityService.isReadOnly()) {
            if (!hasAdministrator(identityService)) {
                throw new SetupException("The directory has no member of the group " + Group.ADMINISTRATORS
                        + ": put the system's administrators into it.");
            }
            return;
        }
        office.groups().forEach(group -> {
            group(identityService, group.code(), group.name().th());
            group(
                    identityService,
                    group.directors(),
                    office.position(Capacity.GROUP_DIRECTOR).th() + " "
                            + group.name().th());
        });
        group(
                identityService,
                Group.WEB_OFFICERS,
                office.position(Capacity.WEB_OFFICER).th());
        group(
                identityService,
                Group.DEPUTY_DIRECTORS,
                office.position(Capacity.DEPUTY_DIRECTOR).th());
        group(identityService, Group.ADMINISTRATORS, "ผู้ดูแลระบบ");
        settings.demo().forEach(demo -> {
            user(identityService, demo.id(), demo.name(), demo.id() + DEMO_MAIL, settings.demoPassword());
            demo.groups().forEach(group -> member(identityService, demo.id(), group));
        });
        if (!settings.demo().isEmpty()) {
            log.warn(
                    "Demo accounts, for trying out only, all with the password {}: {}",
                    settings.demoPassword(),
                    settings.demo().stream().map(Demo::id).toList());
        }
        provideAdministrator(identityService);
    }

    private void provideAdministrator(IdentityService identityService) {
        if (hasAdministrator(identityService)) {
            return;
        }
        if (settings.adminId().isBlank() || settings.adminPassword().isBlank()) {
            throw new SetupException("There is no administrator yet: set PRAKAT_ADMIN_ID and"
                    + " PRAKAT_ADMIN_PASSWORD in the environment for the first one.");
        }
        try {
            user(identityService, settings.adminId(), settings.adminId(), null, settings.adminPassword());
        } catch (RuntimeException e) {
            throw new SetupException("PRAKAT_ADMIN_ID or PRAKAT_ADMIN_PASSWORD cannot be used: an account is made"
                    + " of letters, digits and . _ -; a password has 10 characters or more and not the account's name"
                    + " in it.");
        }
        member(identityService, settings.adminId(), Group.ADMINISTRATORS);
    }

    private static boolean hasAdministrator(IdentityService identityService) {
        return identityService
                        .createUserQuery()
                        .memberOfGroup(Group.ADMINISTRATORS)
                        .count()
                > 0;
    }

    private static void group(IdentityService identityService, String id, String name) {
        if (identityService.createGroupQuery().groupId(id).count() == 0) {
            var group = identityService.newGroup(id);
            group.setName(name);
            group.setType(Group.ADMINISTRATORS.equals(id) ? Groups.GROUP_TYPE_SYSTEM : Groups.GROUP_TYPE_WORKFLOW);
            identityService.saveGroup(group);
        }
    }

    private static void user(IdentityService identityService, String id, String name, String mail, String password) {
        if (identityService.createUserQuery().userId(id).count() == 0) {
            User user = identityService.newUser(id);
            user.setFirstName(name);
            // The webapps write both names, and "null" for one that is missing.
            user.setLastName("");
            user.setEmail(mail);
            user.setPassword(password);
            identityService.saveUser(user);
        }
    }

    private static void member(IdentityService identityService, String user, String group) {
        if (identityService.createGroupQuery().groupMember(user).groupId(group).count() == 0) {
            identityService.createMembership(user, group);
        }
    }
}
