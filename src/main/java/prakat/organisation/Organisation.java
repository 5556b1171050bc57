package prakat.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Who is what in the office, read from the engine's identity service each time, so that a change made in Admin, or in
 * a directory behind it, holds from the next call on.
 *
 * <p>Source of the rules: {@code procedure.md}, "Own group only" and "Four eyes".
 */
@Service
public class Organisation {

    /** What follows a group's code in the name of its directors' group. */
    public static final String DIRECTORS_SUFFIX = "-directors";

    /** The engine's group of those who keep the website. */
    public static final String WEB_OFFICERS = "web-officers";

    /** The engine's group of the office's deputy directors. */
    public static final String DEPUTY_DIRECTORS = "deputy-directors";

    private final Office office;
    private final IdentityService identityService;
    private final EngineIdentity engineIdentity;

    Organisation(Office office, @Lazy IdentityService identityService, EngineIdentity engineIdentity) {
        this.office = office;
        this.identityService = identityService;
        this.engineIdentity = engineIdentity;
    }

    /** The person behind an account; empty where there is no such account. */
    public Optional<Person> person(String id) {
        return engineIdentity.asSystem(() -> {
            User user = identityService.createUserQuery().userId(id).singleResult();
            return Optional.ofNullable(user).map(found -> person(found, groupsOf(id)));
        });
    }

    /** Whether the password is the account's; an account is locked for a while after many wrong ones. */
    public boolean checkPassword(String id, String password) {
        return engineIdentity.asSystem(() -> identityService.checkPassword(id, password));
    }

    /** The engine's groups of an account. */
    public List<String> groupIds(String id) {
        return engineIdentity.asSystem(() -> List.copyOf(groupsOf(id)));
    }

    /** To whom the certification of that requester's request is offered. */
    public Candidates certifiers(String group, String requester) {
        List<String> directors = membersOf(group + DIRECTORS_SUFFIX);
        if (!directors.contains(requester)) {
            return Candidates.group(group + DIRECTORS_SUFFIX);
        }
        List<String> others = without(directors, requester);
        return others.isEmpty() ? Candidates.group(DEPUTY_DIRECTORS) : Candidates.users(others);
    }

    /** To whom the vetting of that requester's request is offered. */
    public Candidates vetters(String requester) {
        List<String> webOfficers = membersOf(WEB_OFFICERS);
        if (!webOfficers.contains(requester)) {
            return Candidates.group(WEB_OFFICERS);
        }
        List<String> others = without(webOfficers, requester);
        return others.isEmpty()
                ? Candidates.group(office.webOfficersGroup() + DIRECTORS_SUFFIX)
                : Candidates.users(others);
    }

    /** In what capacity the person may certify that requester's request; empty where it is not theirs to do. */
    public Optional<Capacity> certifiesAs(Person person, String group, String requester) {
        if (person.id().equals(requester) || !isAmong(certifiers(group, requester), person)) {
            return Optional.empty();
        }
        return Optional.of(person.directs(group) ? Capacity.GROUP_DIRECTOR : Capacity.DEPUTY_DIRECTOR);
    }

    /** In what capacity the person may vet that requester's request; empty where it is not theirs to do. */
    public Optional<Capacity> vetsAs(Person person, String requester) {
        if (person.id().equals(requester) || !isAmong(vetters(requester), person)) {
            return Optional.empty();
        }
        return Optional.of(person.webOfficer() ? Capacity.WEB_OFFICER : Capacity.GROUP_DIRECTOR);
    }

    /** In what capacity the person may withdraw a publication of that group; empty where it is not theirs to do. */
    public Optional<Capacity> withdrawsAs(Person person, String group) {
        if (person.webOfficer()) {
            return Optional.of(Capacity.WEB_OFFICER);
        }
        return person.directs(group) ? Optional.of(Capacity.GROUP_DIRECTOR) : Optional.empty();
    }

    private boolean isAmong(Candidates candidates, Person person) {
        return candidates.users().contains(person.id())
                || candidates.groups().stream()
                        .anyMatch(group -> membersOf(group).contains(person.id()));
    }

    private Person person(User user, Set<String> groups) {
        Set<String> directorOf = office.groups().stream()
                .map(prakat.organisation.Group::code)
                .filter(code -> groups.contains(code + DIRECTORS_SUFFIX))
                .collect(Collectors.toUnmodifiableSet());
        Set<String> staffOf = office.groups().stream()
                .map(prakat.organisation.Group::code)
                .filter(code -> groups.contains(code) || directorOf.contains(code))
                .collect(Collectors.toUnmodifiableSet());
        return new Person(
                user.getId(),
                nameOf(user),
                staffOf,
                directorOf,
                groups.contains(WEB_OFFICERS),
                groups.contains(DEPUTY_DIRECTORS),
                groups.contains(EngineIdentity.ADMINISTRATORS));
    }

    private static String nameOf(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }

    private Set<String> groupsOf(String user) {
        return identityService.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> membersOf(String group) {
        return engineIdentity.asSystem(() -> identityService.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .sorted()
                .toList());
    }

    private static List<String> without(List<String> people, String one) {
        return people.stream().filter(person -> !person.equals(one)).toList();
    }
}
