package prakat.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.input.Times;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;

/**
 * Appointing those who act for an absent director: by a director of the group, or by an administrator. Who acts for a
 * director appoints nobody.
 */
@Service
@Transactional
public class ActingDirectors {

    /** Nobody is away for longer: from now on, to the end of an appointment. */
    private static final Duration FARTHEST = Duration.ofDays(730);

    private final ActingDirectorRepository appointments;
    private final Organisation organisation;
    private final Office office;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActingDirectors(
            ActingDirectorRepository appointments,
            Organisation organisation,
            Office office,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.organisation = organisation;
        this.office = office;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An appointment as it was said.
     *
     * @param user account of the one who is to act
     * @param from first day or instant; null for now
     * @param until last day, or the instant from which it is over
     */
    public record Appointment(String user, String from, String until) {}

    @EventListener
    void lapse(AccountMade made) {
        appointments
                .findByPersonAndEndedByIsNull(made.account())
                .forEach(appointment -> appointment.lapse(clock.instant()));
    }

    /** The groups for which the person appoints, in the office's order; empty for most people. */
    @Transactional(readOnly = true)
    public List<Group> groups(Person person) {
        return office.groups().stream()
                .filter(group -> mayAppoint(group.code(), person))
                .toList();
    }

    /** The appointments by which the person acts now, the one that ends first before the others. */
    @Transactional(readOnly = true)
    public List<ActingDirector> inForce(Person person) {
        return organisation.acting().stream()
                .filter(appointment -> appointment.person().equals(person.id()))
                .sorted(Comparator.comparing(ActingDirector::until).thenComparing(ActingDirector::groupCode))
                .toList();
    }

    /**
     * An appointment in force or to come.
     *
     * @throws Refusal where it is not this reader's to see, where there is none, or where it is over
     */
    @Transactional(readOnly = true)
    public ActingDirector get(String group, String id, Person reader) {
        ensureMayAppoint(group, reader);
        return notOver(group, id);
    }

    /** The group's appointments in force and to come. */
    @Transactional(readOnly = true)
    public List<ActingDirector> list(String group, Person reader) {
        ensureMayAppoint(group, reader);
        return appointments.notOver(group, clock.instant());
    }

    /**
     * Appoints somebody.
     *
     * @param said read only once it is clear that the appointment is this person's to make
     */
    public ActingDirector appoint(String group, Person by, Supplier<Appointment> said) {
        ensureMayAppoint(group, by);
        Appointment appointment = said.get();
        Instant now = clock.instant();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        List<Refusal.Field> faults = new ArrayList<>();
        Optional<Instant> from = Times.read(appointment.from(), Times.START_OF_DAY, office.zone(), "from", faults);
        Optional<Instant> until = Times.read(appointment.until(), Times.END_OF_DAY, office.zone(), "until", faults);
        Instant start = from.orElse(second);
        if (until.isEmpty() && faults.stream().noneMatch(fault -> fault.name().equals("until"))) {
            faults.add(Refusal.Field.of("until", "needed"));
        }
        if (start.isBefore(office.start(office.day(now)))) {
            faults.add(Refusal.Field.of("from", "acting-from-past"));
        }
        until.filter(end -> end.isAfter(now.plus(FARTHEST)))
                .ifPresent(end -> faults.add(Refusal.Field.of("until", "acting-too-far", FARTHEST.toDays())));
        until.filter(end -> !end.isAfter(start) || !end.isAfter(now))
                .ifPresent(end -> faults.add(Refusal.Field.of("until", "acting-until")));
        String user = Texts.plain(appointment.user());
        fault(group, user, start, until.orElse(Instant.MAX), now)
                .ifPresent(code -> faults.add(Refusal.Field.of("user", code)));
        Refusal.throwIfAny(faults);
        ActingDirector appointed = appointments.save(
                new ActingDirector(UUID.randomUUID().toString(), group, user, start, until.orElseThrow(), by, now));
        events.publishEvent(new OrganisationChanged());
        return appointed;
    }

    /** Ends an appointment at once; one that has not begun never will. */
    public void end(String group, String id, Person by) {
        ensureMayAppoint(group, by);
        notOver(group, id).end(by, clock.instant());
        events.publishEvent(new OrganisationChanged());
    }

    private ActingDirector notOver(String group, String id) {
        ActingDirector appointment = appointments
                .findById(id)
                .filter(found -> found.groupCode().equals(group))
                .orElseThrow(Refusal::notFound);
        if (appointment.isOver(clock.instant())) {
            throw Refusal.conflict("acting-over");
        }
        return appointment;
    }

    private Optional<String> fault(String group, String user, Instant from, Instant until, Instant now) {
        if (user.isEmpty()) {
            return Optional.of("needed");
        }
        Optional<Person> person =
                organisation.person(user).filter(found -> found.id().equals(user));
        if (person.filter(Person::isStaff).isEmpty()) {
            return Optional.of("no-such-account");
        }
        if (person.get().directs(group)) {
            return Optional.of("directs-already");
        }
        boolean overlaps = appointments.notOver(group, now).stream()
                .anyMatch(other ->
                        other.person().equals(user) && other.from().isBefore(until) && from.isBefore(other.until()));
        return overlaps ? Optional.of("acts-already") : Optional.empty();
    }

    private void ensureMayAppoint(String group, Person person) {
        if (office.group(group).isEmpty()) {
            throw Refusal.notFound();
        }
        if (!mayAppoint(group, person)) {
            throw Refusal.forbidden("not-yours-to-appoint");
        }
    }

    private static boolean mayAppoint(String group, Person person) {
        return person.directs(group) || person.administrator();
    }
}
