package prakat.organisation;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import prakat.organisation.office.Capacity;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;

/**
 * Who is what in the office, read from the engine's identity service once a call, so that a change made in Admin, or in
 * a directory behind it, holds from the next call on.
 *
 * <p>Source of the rules: {@code procedure.md}, "Own group only" and "Four eyes".
 */
@Service
public class Organisation {

    private final Office office;
    private final IdentityService identityService;
    private final EngineIdentity engineIdentity;
    private final ActingDirectorRepository appointments;
    private final Lookups lookups;
    private final Clock clock;

    Organisation(
            Office office,
            @Lazy IdentityService identityService,
            EngineIdentity engineIdentity,
            ActingDirectorRepository appointments,
            Lookups lookups,
            Clock clock) {
        this.office = office;
        this.identityService = identityService;
        this.engineIdentity = engineIdentity;
        this.appointments = appointments;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** The person behind an account; empty where there is no such account. */
    public Optional<Person> person(String id) {
        return account(id).map(user -> person(user, groupsOf(id)));
    }

    /** The name of the person behind an account; the account where there is none any more. */
    public String nameOf(String account) {
        return person(account).map(Person::name).orElse(account);
    }

    /** Everybody with a part in the procedure, to choose from; in no order. */
    public List<Staff> staff() {
        Stream<String> groups = Stream.concat(
                office.groups().stream().flatMap(group -> Stream.of(group.code(), group.directors())),
                Stream.of(Group.WEB_OFFICERS, Group.DEPUTY_DIRECTORS, Group.ADMINISTRATORS));
        return staff(groups);
    }

    /**
     * The accounts to which a task so offered is shown at this moment: the groups' members, who act for an absent director
     * included, and the single accounts; sorted, each once.
     */
    public List<String> accounts(Candidates candidates) {
        return Stream.concat(candidates.groups().stream().flatMap(this::shownTo), candidates.users().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Where the account's mails go; empty where there is no such account, or none is known. */
    public Optional<String> mailAddress(String account) {
        return account(account).map(User::getEmail).map(String::strip).filter(AccountRules::isMailAddress);
    }

    /** Whether the password is the account's. */
    public boolean checkPassword(String id, String password) {
        return engineIdentity.asSystem(() -> identityService.checkPassword(id, password));
    }

    /**
     * The engine's groups of an account at this moment: who acts for a group's director belongs to its directors in that
     * time, so that the engine shows their tasks then and only then.
     */
    public List<String> groupIds(String id) {
        Set<String> groups = new HashSet<>(groupsOf(id));
        actingFor(id).forEach(code -> groups.add(Group.directors(code)));
        return List.copyOf(groups);
    }

    /** Whether the group has no director, and nobody who acts for one. */
    public boolean isWithoutDirector(String group) {
        return directorsOf(group).isEmpty();
    }

    /** Everybody who works in that group, its directors included; in no order. */
    public List<Staff> staff(String group) {
        return staff(Stream.of(group, Group.directors(group)));
    }

    private List<Staff> staff(Stream<String> groups) {
        return groups.flatMap(group -> members(group).stream())
                .map(user -> new Staff(user.getId(), nameOf(user)))
                .distinct()
                .toList();
    }

    /**
     * To whom the certification of a request is offered: the group's directors; the deputy directors where there is none
     * left; nobody where there are none of those either.
     *
     * @param kept accounts that have a part in what is to be certified, and so none in certifying it
     */
    public Candidates certifiers(String group, Set<String> kept) {
        return without(kept, Group.directors(group))
                .or(() -> without(kept, Group.DEPUTY_DIRECTORS))
                .orElse(Candidates.users(List.of()));
    }

    /**
     * To whom the vetting of a request is offered: the web officers; the directors of their group where there is none left;
     * nobody where there are none of those either.
     *
     * @param kept accounts that have a part in what is to be vetted, and so none in vetting it
     */
    public Candidates vetters(Set<String> kept) {
        return without(kept, Group.WEB_OFFICERS)
                .or(() -> without(kept, Group.directors(office.webOfficersGroup())))
                .orElse(Candidates.users(List.of()));
    }

    /** A group of the engine, as single accounts where some of them are kept; empty where nobody is left. */
    private Optional<Candidates> without(Set<String> kept, String group) {
        List<String> all = shownTo(group).toList();
        List<String> others =
                all.stream().filter(account -> !kept.contains(account)).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(others.size() == all.size() ? Candidates.group(group) : Candidates.users(others));
    }

    /** In what capacity the person may certify it; empty where it is not theirs to do. */
    public Optional<Capacity> certifiesAs(Person person, String group, Set<String> kept) {
        return isOffered(certifiers(group, kept), person, kept)
                ? Optional.of(directingCapacity(person, group).orElse(Capacity.DEPUTY_DIRECTOR))
                : Optional.empty();
    }

    /** In what capacity the person may vet it; empty where it is not theirs to do. */
    public Optional<Capacity> vetsAs(Person person, Set<String> kept) {
        return isOffered(vetters(kept), person, kept)
                ? webOfficerOrDirector(person, office.webOfficersGroup())
                : Optional.empty();
    }

    /** The web officers, if the person vets what they have all a part in; empty for everybody else. */
    public Set<String> standsInForOfficers(Person person) {
        Set<String> webOfficers = Set.copyOf(membersOf(Group.WEB_OFFICERS));
        return !webOfficers.isEmpty() && vetsAs(person, webOfficers).isPresent() ? webOfficers : Set.of();
    }

    /** In what capacity the person may withdraw a publication of that group; empty where it is not theirs to do. */
    public Optional<Capacity> withdrawsAs(Person person, String group) {
        return webOfficerOrDirector(person, group);
    }

    private static Optional<Capacity> webOfficerOrDirector(Person person, String group) {
        return person.webOfficer() ? Optional.of(Capacity.WEB_OFFICER) : directingCapacity(person, group);
    }

    /**
     * In what capacity the person may give a request of that group, whose owner has left, to another owner; empty where it is
     * not theirs to do. Where the group has no director, it falls to the deputy directors and the administrators.
     */
    public Optional<Capacity> reassignsAs(Person person, String group) {
        Optional<Capacity> directing = directingCapacity(person, group);
        if (directing.isPresent() || !isWithoutDirector(group)) {
            return directing;
        }
        return person.deputyDirector()
                ? Optional.of(Capacity.DEPUTY_DIRECTOR)
                : Optional.of(Capacity.ADMINISTRATOR).filter(capacity -> person.administrator());
    }

    private static Optional<Capacity> directingCapacity(Person person, String group) {
        if (person.directs(group)) {
            return Optional.of(Capacity.GROUP_DIRECTOR);
        }
        return person.actsFor(group) ? Optional.of(Capacity.ACTING_DIRECTOR) : Optional.empty();
    }

    private boolean isOffered(Candidates candidates, Person person, Set<String> authors) {
        return !authors.contains(person.id())
                && (candidates.users().contains(person.id())
                        || candidates.groups().stream().anyMatch(groupIds(person.id())::contains));
    }

    private Person person(User user, Set<String> groups) {
        Set<String> directorOf = office.groups().stream()
                .map(Group::code)
                .filter(code -> groups.contains(Group.directors(code)))
                .collect(Collectors.toUnmodifiableSet());
        Set<String> staffOf = office.groups().stream()
                .map(Group::code)
                .filter(code -> groups.contains(code) || directorOf.contains(code))
                .collect(Collectors.toUnmodifiableSet());
        return new Person(
                user.getId(),
                nameOf(user),
                staffOf,
                directorOf,
                actingFor(user.getId()),
                groups.contains(Group.WEB_OFFICERS),
                groups.contains(Group.DEPUTY_DIRECTORS),
                groups.contains(Group.ADMINISTRATORS));
    }

    private static String nameOf(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : AccountRules.storableName(name);
    }

    /** The group's directors and those who act for them now. */
    private List<String> directorsOf(String group) {
        return Stream.concat(
                        membersOf(Group.directors(group)).stream(),
                        acting().stream()
                                .filter(appointment -> appointment.groupCode().equals(group))
                                .map(ActingDirector::person))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> shownTo(String group) {
        return Group.directedBy(group)
                .map(directed -> directorsOf(directed).stream())
                .orElseGet(() -> membersOf(group).stream());
    }

    private List<String> membersOf(String group) {
        return members(group).stream().map(User::getId).sorted().toList();
    }

    private Set<String> actingFor(String person) {
        return acting().stream()
                .filter(appointment -> appointment.person().equals(person))
                .map(ActingDirector::groupCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<User> account(String id) {
        return lookups.once(
                "account",
                id,
                () -> engineIdentity.asSystem(() -> Optional.ofNullable(
                        identityService.createUserQuery().userId(id).singleResult())));
    }

    private Set<String> groupsOf(String user) {
        return lookups.once(
                "groups",
                user,
                () -> engineIdentity.asSystem(() -> identityService.createGroupQuery().groupMember(user).list().stream()
                        .map(group -> group.getId())
                        .collect(Collectors.toUnmodifiableSet())));
    }

    private List<User> members(String group) {
        return lookups.once(
                "members",
                group,
                () -> engineIdentity.asSystem(() ->
                        identityService.createUserQuery().memberOfGroup(group).list()));
    }

    /** All appointments in force now, in no order: few at a time in any office. */
    List<ActingDirector> acting() {
        return lookups.once("acting", "", () -> appointments.inForce(clock.instant()));
    }
}
