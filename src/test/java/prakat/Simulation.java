package prakat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.background.SchedulersByHand;
import prakat.input.Refusal;
import prakat.organisation.ActingDirectors;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.office.Capacity;
import prakat.publication.Publishing;
import prakat.publication.Selection;
import prakat.publication.Website;
import prakat.publication.Withdrawal;
import prakat.request.Extension;
import prakat.request.PublicationRequest;
import prakat.request.RequestCommands;
import prakat.request.Status;
import prakat.request.content.Submission;
import prakat.request.query.Requests;
import prakat.request.record.Decision;
import prakat.request.record.Event;
import prakat.request.record.ExtensionWish;
import prakat.request.record.HistoryEntry;
import prakat.request.record.TaskKind;

/**
 * An office, day by day: people propose, decide, go on leave, try what is not theirs, and the machine is restarted or
 * stands still for days. Each evening what must always hold is checked: on the requests that changed, on all that the
 * public sees and on all that the engine waits for. A program of its own, since its clock is the engine's, of which a JVM
 * has one.
 */
public final class Simulation {

    private static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

    /** Days of the month on which the machine is restarted in the evening. */
    private static final Set<Integer> RESTARTS = Set.of(9, 24);

    private static final List<LocalTime> HOURS = List.of(LocalTime.of(9, 0), LocalTime.of(14, 0));

    private static final List<String> REQUESTERS =
            List.of("finance-staff", "finance-staff-2", "hr-staff", "ict-staff", "finance-director", "web-officer");

    private static final List<String> EVERYBODY = List.of(
            "finance-staff",
            "finance-staff-2",
            "finance-director",
            "hr-staff",
            "hr-director",
            "ict-staff",
            "ict-director",
            "web-officer",
            "web-officer-2",
            "deputy-director",
            "admin");

    private static final Map<String, String> DIRECTORS =
            Map.of("finance", "finance-director", "hr", "hr-director", "ict", "ict-director");

    private static final List<String> AT_CERTIFICATION = List.of("accurate", "complete");
    private static final List<String> AT_VETTING =
            List.of("accurate", "complete", "current", "constructive", "transparent", "ethical");

    private static final Set<Extension.State> OPEN =
            Set.of(Extension.State.AWAITING_CERTIFICATION, Extension.State.AWAITING_VETTING);

    /** In which a person has a task. */
    private static final Set<Status> WAITING =
            Set.of(Status.AWAITING_CERTIFICATION, Status.AWAITING_VETTING, Status.RETURNED);

    private static final String REASON = "เหตุผลประกอบการพิจารณาครั้งนี้";

    private final Path directory;
    private final Random random;

    /** Who acts for whom and until when, as it was appointed. */
    private final Map<String, LocalDate> absentUntil = new HashMap<>();

    private final Map<String, Person> people = new HashMap<>();
    private final Set<String> violations = new LinkedHashSet<>();

    /** By id, as it was when its record last grew. */
    private final Map<String, Known> known = new HashMap<>();

    /** The newest entry of the record that was looked at. */
    private long newestEntry;

    private final Map<String, Integer> counts = new TreeMap<>();

    private ConfigurableApplicationContext program;
    private MovableClock clock;

    /**
     * A request as the record has it.
     *
     * @param due when its timer fires; null where it waits for none
     * @param address the number under which the public finds it
     * @param visibleUntil null where it never was on the website or was taken off it
     */
    private record Known(
            String number, Status status, String instance, Instant due, String address, Instant visibleUntil) {}

    private Simulation(Path directory, long seed) {
        this.directory = directory;
        this.random = new Random(seed);
    }

    /**
     * Runs it; what does not hold is printed, and the exit code is not 0 then.
     *
     * @param args an empty directory, the seed, the first and the last day
     */
    public static void main(String[] args) {
        Simulation simulation = new Simulation(Path.of(args[0]), Long.parseLong(args[1]));
        try {
            simulation.live(LocalDate.parse(args[2]), LocalDate.parse(args[3]));
        } catch (RuntimeException e) {
            e.printStackTrace(System.out);
            simulation.violations.add("the program failed: " + e);
        }
        simulation.violations.forEach(violation -> System.out.println("VIOLATION " + violation));
        System.out.println("SIMULATED " + simulation.counts);
        System.exit(simulation.violations.isEmpty() ? 0 : 1);
    }

    private void live(LocalDate first, LocalDate last) {
        start();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            boolean standsStill = random.nextInt(10) == 0;
            boolean working = day.getDayOfWeek().getValue() <= 5;
            for (LocalTime hour : HOURS) {
                moveTo(day, hour);
                if (working) {
                    work(day);
                }
                if (!standsStill) {
                    passTime();
                }
            }
            moveTo(day, LocalTime.of(20, 0));
            lookAtWhatChanged();
            onlyWhatMayBeSeenIsSeen(day);
            passTime();
            invoke("taskCandidatesUpkeep", "keepInStep");
            lookAtWhatChanged();
            lookAround(day);
            invoke("reconciliation", "reconcile");
            noIncidents(day);
            if (RESTARTS.contains(day.getDayOfMonth())) {
                program.close();
                start();
                count("restart");
            }
        }
        program.close();
    }

    private void start() {
        program = new SpringApplicationBuilder(Prakat.class, ProgramTest.Surroundings.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--logging.level.root=WARN",
                        "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("data/prakat")
                                + ";MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000");
        MovableClock fresh = program.getBean(MovableClock.class);
        if (clock != null) {
            fresh.advance(Duration.between(fresh.instant(), clock.instant()));
        }
        clock = fresh;
    }

    private void moveTo(LocalDate day, LocalTime hour) {
        Instant then = day.atTime(hour).atZone(ZONE).toInstant();
        clock.advance(Duration.between(clock.instant(), then));
        people.clear();
    }

    /** What is due is done, in the background and by the engine. */
    private void passTime() {
        program.getBean(SchedulersByHand.class).runDue();
        ManagementService jobs = program.getBean(ManagementService.class);
        for (int round = 0; round < 50; round++) {
            List<Job> due = jobs.createJobQuery().executable().list();
            if (due.isEmpty()) {
                return;
            }
            for (Job job : due) {
                try {
                    jobs.executeJob(job.getId());
                } catch (RuntimeException e) {
                    // Gone where one that was due before ended its instance.
                    if (jobs.createJobQuery().jobId(job.getId()).count() == 1) {
                        violations.add("a timer failed: " + e);
                    }
                }
            }
        }
        violations.add("timers without an end");
    }

    private void work(LocalDate day) {
        leave(day);
        for (int i = random.nextInt(5); i > 0; i--) {
            propose(day);
        }
        for (PublicationRequest request : open()) {
            switch (request.status()) {
                case AWAITING_CERTIFICATION -> {
                    trySomethingNotTheirs(request);
                    if (chance(60)) {
                        decide(request, true);
                    }
                }
                case AWAITING_VETTING -> {
                    trySomethingNotTheirs(request);
                    if (chance(70)) {
                        decide(request, false);
                    }
                }
                case RETURNED -> revise(request);
                case PUBLISHED -> upkeep(request, day);
                default -> {}
            }
        }
    }

    /** A director goes on leave for some days and somebody acts for them. */
    private void leave(LocalDate day) {
        absentUntil.values().removeIf(until -> until.isBefore(day));
        if (chance(4)) {
            String group = pick(List.copyOf(DIRECTORS.keySet()));
            if (!absentUntil.containsKey(group)) {
                LocalDate until = day.plusDays(1 + random.nextInt(7));
                String acting = group.equals("finance") ? "finance-staff-2" : "deputy-director";
                program.getBean(ActingDirectors.class)
                        .appoint(
                                group,
                                person(DIRECTORS.get(group)),
                                () -> new ActingDirectors.Appointment(acting, day.toString(), until.toString()));
                absentUntil.put(group, until);
                people.clear();
                count("absence");
            }
        }
    }

    private void propose(LocalDate day) {
        String requester = pick(REQUESTERS);
        LocalDate from = chance(30) ? day.plusDays(1 + random.nextInt(5)) : null;
        LocalDate until = (from == null ? day : from).plusDays(random.nextInt(25));
        String title = "เรื่องที่ " + (count("proposed"));
        commands().submit(person(requester), submission(title, from, until), List.of(), null);
    }

    /** Those who may ever decide on it, whether or not they may now. */
    private Stream<Person> deciders(PublicationRequest request, boolean certification) {
        Stream<String> accounts = certification
                ? Stream.of(DIRECTORS.get(request.groupCode()), "finance-staff-2", "deputy-director")
                : Stream.of("web-officer", "web-officer-2", "ict-director");
        return accounts.map(this::person);
    }

    private void decide(PublicationRequest request, boolean certification) {
        Organisation organisation = program.getBean(Organisation.class);
        boolean away = certification && absentUntil.containsKey(request.groupCode());
        List<Person> entitled = deciders(request, certification)
                .filter(person -> certification
                        ? organisation
                                .certifiesAs(person, request.groupCode(), Set.of(request.requester()))
                                .isPresent()
                        : organisation
                                .vetsAs(person, Set.of(request.requester()))
                                .isPresent())
                .filter(person -> !away || !person.id().equals(DIRECTORS.get(request.groupCode())))
                .toList();
        if (entitled.isEmpty()) {
            if (!away) {
                violations.add("nobody may decide on " + request.number());
            }
            return;
        }
        Person actor = pick(entitled);
        if (certification) {
            boolean yes = chance(80);
            refusable(yes ? "certified" : "returned", () -> commands()
                    .decide(
                            TaskKind.CERTIFY,
                            request.id(),
                            actor,
                            () -> decision(yes, "certified", "returned", AT_CERTIFICATION)));
        } else {
            boolean yes = chance(85);
            refusable(yes ? "permitted" : "refused", () -> commands()
                    .decide(
                            TaskKind.VET,
                            request.id(),
                            actor,
                            () -> decision(yes, "permitted", "refused", AT_VETTING)));
        }
    }

    private void trySomethingNotTheirs(PublicationRequest request) {
        if (!chance(20)) {
            return;
        }
        Person anybody = person(pick(EVERYBODY));
        Organisation organisation = program.getBean(Organisation.class);
        boolean entitled = request.status() == Status.AWAITING_CERTIFICATION
                ? organisation
                        .certifiesAs(anybody, request.groupCode(), Set.of(request.requester()))
                        .isPresent()
                : organisation.vetsAs(anybody, Set.of(request.requester())).isPresent();
        if (entitled) {
            return;
        }
        try {
            if (request.status() == Status.AWAITING_CERTIFICATION) {
                commands()
                        .decide(
                                TaskKind.CERTIFY,
                                request.id(),
                                anybody,
                                () -> decision(true, "certified", "returned", AT_CERTIFICATION));
            } else {
                commands()
                        .decide(
                                TaskKind.VET,
                                request.id(),
                                anybody,
                                () -> decision(true, "permitted", "refused", AT_VETTING));
            }
            violations.add(anybody.id() + " decided on " + request.number());
        } catch (Refusal refused) {
            count("not entitled");
        }
    }

    private void revise(PublicationRequest request) {
        Person requester = person(request.requester());
        if (chance(15)) {
            refusable("cancelled", () -> commands().cancel(request.id(), requester, () -> REASON));
        } else if (chance(60)) {
            LocalDate until = today().plusDays(1 + random.nextInt(20));
            refusable("revised", () -> commands()
                    .revise(
                            request.id(),
                            requester,
                            () -> submission("แก้ไข " + request.number(), null, until),
                            List.of()));
        }
    }

    private void upkeep(PublicationRequest request, LocalDate day) {
        if (openExtension(request).isPresent()) {
            decideOnExtension(request);
        } else if (chance(4)) {
            LocalDate until = request.publishUntil().atZone(ZONE).toLocalDate().plusDays(3 + random.nextInt(10));
            refusable("extension asked for", () -> commands()
                    .extend(
                            request.id(),
                            person(request.requester()),
                            () -> new ExtensionWish(until.toString(), REASON)));
        } else if (chance(3)) {
            LocalDate until = day.plusDays(1 + random.nextInt(20));
            refusable("newer version proposed", () -> commands()
                    .update(
                            request.id(),
                            person(request.requester()),
                            () -> submission("ฉบับใหม่ของ " + request.number(), null, until),
                            List.of(),
                            null));
        } else if (chance(1)) {
            refusable("withdrawn", () -> program.getBean(Publishing.class)
                    .withdraw(request.id(), person("web-officer"), () -> new Withdrawal(REASON, null, null)));
        }
    }

    private Optional<Extension.State> openExtension(PublicationRequest request) {
        return inTransaction(() -> requests().get(request.id(), person("admin")).extension())
                .map(Extension::state)
                .filter(OPEN::contains);
    }

    private void decideOnExtension(PublicationRequest request) {
        Organisation organisation = program.getBean(Organisation.class);
        boolean certification = openExtension(request).orElseThrow() == Extension.State.AWAITING_CERTIFICATION;
        deciders(request, certification)
                .filter(person -> certification
                        ? organisation
                                .certifiesAs(person, request.groupCode(), Set.of(request.requester()))
                                .isPresent()
                        : organisation
                                .vetsAs(person, Set.of(request.requester()))
                                .isPresent())
                .findFirst()
                .ifPresent(actor -> {
                    boolean yes = chance(70);
                    if (certification) {
                        refusable("extension certified or not", () -> commands()
                                .decide(
                                        TaskKind.CERTIFY_EXTENSION,
                                        request.id(),
                                        actor,
                                        () -> decision(yes, "certified", "returned", AT_CERTIFICATION)));
                    } else {
                        refusable("extension vetted", () -> commands()
                                .decide(
                                        TaskKind.VET_EXTENSION,
                                        request.id(),
                                        actor,
                                        () -> decision(yes, "permitted", "refused", AT_VETTING)));
                    }
                });
    }

    /** What time has overtaken meanwhile is refused, and that is right. */
    private void refusable(String what, Supplier<PublicationRequest> step) {
        try {
            step.get();
            count(what);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) {
                violations.add(what + ": " + refused);
            }
            count("too late");
        }
    }

    /** Reads the requests whose record has grown. */
    private void lookAtWhatChanged() {
        inTransaction(() -> {
            List<String> changed = program.getBean(JdbcClient.class)
                    .sql("select distinct request_id from history_entry where id > ?")
                    .param(newestEntry)
                    .query(String.class)
                    .list();
            for (String id : changed) {
                PublicationRequest request = requests().get(id, person("admin"));
                everyDecisionWasTheirs(request);
                known.put(id, known(request));
            }
            return null;
        });
        newestEntry = number("select coalesce(max(id), 0) from history_entry");
    }

    private Known known(PublicationRequest request) {
        Instant due =
                switch (request.status()) {
                    case PUBLISHED -> request.publishUntil();
                    case SCHEDULED -> request.publishFrom();
                    default -> null;
                };
        return new Known(
                request.number(),
                request.status(),
                request.processInstanceId(),
                due,
                address(request),
                end(request).orElse(null));
    }

    /** Before the engine has looked: what the public sees follows from the record and the clock alone. */
    private void onlyWhatMayBeSeenIsSeen(LocalDate day) {
        Instant now = clock.instant();
        Set<String> may = known.values().stream()
                .filter(request -> request.visibleUntil() != null && now.isBefore(request.visibleUntil()))
                .map(Known::address)
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        Website website = program.getBean(Website.class);
        for (int page = 0; page == 0 || seen.size() == page * 100; page++) {
            website.visible(Selection.ALL, page, 100).forEach(teaser -> seen.add(teaser.number()));
        }
        if (!seen.equals(may)) {
            violations.add(day + ": seen " + difference(seen, may) + ", not seen " + difference(may, seen));
        }
    }

    /** A newer version is found where the one was that it replaced. */
    private String address(PublicationRequest request) {
        return requests().replaced(request).map(this::address).orElse(request.number());
    }

    /** Until when the record lets it be seen; empty where it never was on the website or was taken off it. */
    private static Optional<Instant> end(PublicationRequest request) {
        Instant end = null;
        for (HistoryEntry entry : request.history().entries()) {
            switch (entry.event()) {
                case PUBLISHED -> end =
                        request.revisions().get(entry.round() - 1).publishUntil();
                case EXTENDED -> end = entry.publishUntil();
                case WITHDRAWN, TAKEN_DOWN, REPLACED -> end = null;
                default -> {}
            }
        }
        return Optional.ofNullable(end);
    }

    /** What must hold each evening, once the engine has done what is due and before anything is repaired. */
    private void lookAround(LocalDate day) {
        Instant now = clock.instant();
        Map<String, List<Job>> timers = Stream.of("periodEnds", "publicationStarts")
                .flatMap(element -> program
                        .getBean(ManagementService.class)
                        .createJobQuery()
                        .processDefinitionKey("publication")
                        .activityId(element)
                        .list()
                        .stream())
                .collect(Collectors.groupingBy(Job::getProcessInstanceId));
        Map<String, List<Task>> tasks =
                program.getBean(TaskService.class).createTaskQuery().processDefinitionKey("publication").list().stream()
                        .collect(Collectors.groupingBy(Task::getProcessInstanceId));
        for (Known request : known.values()) {
            everyTimerIsThere(
                    request,
                    timers.getOrDefault(request.instance(), List.of()),
                    tasks.getOrDefault(request.instance(), List.of()).size(),
                    day,
                    now);
        }
    }

    private void noIncidents(LocalDate day) {
        if (program.getBean(RuntimeService.class).createIncidentQuery().count() > 0) {
            violations.add(day + ": incidents "
                    + program.getBean(RuntimeService.class).createIncidentQuery().list().stream()
                            .map(one -> one.getIncidentMessage())
                            .toList());
        }
    }

    private void everyDecisionWasTheirs(PublicationRequest request) {
        for (HistoryEntry entry : request.history().entries()) {
            boolean certification =
                    Set.of(Event.CERTIFICATION, Event.EXTENSION_CERTIFICATION).contains(entry.event());
            boolean decision = certification
                    || Set.of(Event.VETTING, Event.EXTENSION_VETTING).contains(entry.event());
            if (decision && entry.actor().equals(request.requester())) {
                violations.add(request.number() + " was decided by its requester");
            }
            Set<Capacity> capacities = certification
                    ? Set.of(Capacity.GROUP_DIRECTOR, Capacity.ACTING_DIRECTOR, Capacity.DEPUTY_DIRECTOR)
                    : Set.of(Capacity.WEB_OFFICER, Capacity.GROUP_DIRECTOR);
            if (decision && !capacities.contains(entry.capacity())) {
                violations.add(request.number() + ": " + entry.event() + " as " + entry.capacity());
            }
        }
    }

    private void everyTimerIsThere(Known request, List<Job> timers, int tasks, LocalDate day, Instant now) {
        boolean there = request.due() != null
                && timers.size() == 1
                && timers.get(0).getDuedate().equals(Date.from(request.due()))
                && request.due().isAfter(now);
        if (request.due() == null ? !timers.isEmpty() : !there) {
            violations.add(day + ": " + request.number() + " has the timers " + timers + " for " + request.due());
        }
        boolean waits = WAITING.contains(request.status());
        if (waits != (tasks == 1)) {
            violations.add(day + ": " + request.number() + " is " + request.status() + " with " + tasks + " tasks");
        }
    }

    private static Decision decision(boolean yes, String positive, String negative, List<String> criteria) {
        return yes
                ? new Decision(
                        positive,
                        criteria.stream().collect(Collectors.toMap(Function.identity(), criterion -> true)),
                        Map.of(),
                        null,
                        null,
                        null,
                        null)
                : new Decision(negative, Map.of(), Map.of(), "incomplete", REASON, null, null);
    }

    private static Submission submission(String title, LocalDate from, LocalDate until) {
        return new Submission(
                title,
                "สรุปโดยย่อของ " + title,
                "<p>รายละเอียดของ " + title + "</p>",
                "news",
                from == null ? null : from.toString(),
                until.toString(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
    }

    /** What the program does by its own clock, every minute or so. */
    private void invoke(String bean, String method) {
        ReflectionTestUtils.invokeMethod(program.getBean(bean), method);
    }

    /** Those with which somebody may do something today. */
    private List<PublicationRequest> open() {
        return Stream.of(Status.AWAITING_CERTIFICATION, Status.AWAITING_VETTING, Status.RETURNED, Status.PUBLISHED)
                .flatMap(status -> all(status).stream())
                .toList();
    }

    private List<PublicationRequest> all(Status status) {
        List<PublicationRequest> all = new ArrayList<>();
        for (int page = 0; all.size() == page * 100; page++) {
            requests()
                    .list(
                            new Requests.Filter(
                                    status, null, null, false, null, null, false, null, null, null, null, page, 100),
                            person("admin"))
                    .page()
                    .forEach(all::add);
        }
        return all;
    }

    private <T> T inTransaction(Supplier<T> action) {
        return new TransactionTemplate(program.getBean(PlatformTransactionManager.class))
                .execute(status -> action.get());
    }

    private RequestCommands commands() {
        return program.getBean(RequestCommands.class);
    }

    private Requests requests() {
        return program.getBean(Requests.class);
    }

    /** As they are while the clock stands. */
    private Person person(String id) {
        return people.computeIfAbsent(
                id, one -> program.getBean(Organisation.class).person(one).orElseThrow());
    }

    private LocalDate today() {
        return clock.instant().atZone(ZONE).toLocalDate();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private int count(String what) {
        return counts.merge(what, 1, Integer::sum);
    }

    private long number(String sql) {
        return program.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        return one.stream().filter(number -> !other.contains(number)).collect(Collectors.toSet());
    }
}
