package prakat.demo;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import prakat.calendar.WorkingDays;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.Staff;

/** Who works in the office, and when. */
final class Colleagues {

    /** Directors propose something themselves now and then: once in so many times. */
    private static final int DIRECTOR_ONCE_IN = 6;

    private final Organisation organisation;
    private final WorkingDays workingDays;
    private final List<Person> everybody;

    Colleagues(Organisation organisation, WorkingDays workingDays) {
        this.organisation = organisation;
        this.workingDays = workingDays;
        this.everybody = organisation.staff().stream()
                .map(Staff::id)
                .sorted()
                .flatMap(account -> organisation.person(account).stream())
                .toList();
    }

    /** Whether somebody works in that group. */
    boolean has(String group) {
        return everybody.stream().anyMatch(person -> person.staffOf().contains(group));
    }

    List<Person> webOfficers() {
        return everybody.stream().filter(Person::webOfficer).toList();
    }

    Person requester(String group, Random random) {
        List<Person> all = those(person -> person.staffOf().contains(group));
        List<Person> staff = those(person ->
                person.staffOf().contains(group) && !person.directorOf().contains(group));
        return Wording.pick(staff.isEmpty() || random.nextInt(DIRECTOR_ONCE_IN) == 0 ? all : staff, random);
    }

    Person certifier(String group, Person requester, Random random) {
        Set<String> kept = Set.of(requester.id());
        return Wording.pick(
                those(person -> organisation.certifiesAs(person, group, kept).isPresent()), random);
    }

    /** @param kept those who have a part in it already */
    Person vetter(Set<String> kept, Random random) {
        return Wording.pick(those(person -> organisation.vetsAs(person, kept).isPresent()), random);
    }

    /** Some time in which the office is open, so many working days later; 0 for the same day, or the next one. */
    Instant atWork(Instant after, int days, Random random) {
        Instant closes = workingDays.closingAfter(after, days);
        Instant opens = workingDays.openingBefore(closes, 0);
        Instant from = opens.isAfter(after) ? opens : after;
        return from.isBefore(closes) ? between(from, closes, random) : atWork(after, days + 1, random);
    }

    /** Some time in which the office was open, on that day or the last working day before it. */
    Instant wasAtWork(Instant before, Random random) {
        Instant opened = workingDays.openingBefore(before, 0);
        Instant closed = workingDays.closingAfter(opened, 0);
        return between(opened, closed.isBefore(before) ? closed : before, random);
    }

    private static Instant between(Instant from, Instant until, Random random) {
        long seconds = Math.max(1, until.getEpochSecond() - from.getEpochSecond());
        return from.plusSeconds((long) (random.nextDouble() * seconds));
    }

    private List<Person> those(Predicate<Person> wanted) {
        return everybody.stream().filter(wanted).toList();
    }
}
