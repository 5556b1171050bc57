package prakat.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import prakat.demo.Plan.Proposal;
import prakat.demo.Topics.Return;
import prakat.demo.Topics.Takedown;
import prakat.organisation.Person;
import prakat.publication.Publishing;
import prakat.publication.Withdrawal;
import prakat.request.PublicationProcess;
import prakat.request.PublicationRequest;
import prakat.request.RequestCommands;
import prakat.request.content.DisclosureItems;
import prakat.request.content.Submission;
import prakat.request.record.Answer;
import prakat.request.record.Criterion;
import prakat.request.record.Decision;
import prakat.request.record.ExtensionWish;
import prakat.request.record.TaskKind;
import prakat.request.screening.Screening;
import prakat.request.screening.Screenings;

/** What becomes of one request: who does what with it, and when. Each step is the real one, and puts the next on the agenda. */
final class Story {

    private static final Duration LONGEST_SCREENING = Duration.ofMinutes(1);

    /** Before the end of the stay, when its owner asks for more time. */
    private static final Duration ASKED_BEFORE_END = Duration.ofDays(9);

    private static final int EXTENDED_BY_DAYS = 30;

    private final Proposal proposal;
    private final Topics topics;
    private final Office office;
    private final Random random;
    private final Wording wording;
    private final Person requester;

    private String id;
    private int round;
    private Instant publishFrom;
    private Instant publishUntil;
    private Person certifier;
    private List<Submission.Described> files = List.of();
    private boolean returned;
    private boolean refused;
    private boolean isUpdate;

    /** All that a story needs of the program. */
    record Office(
            Agenda agenda,
            Colleagues colleagues,
            RequestCommands commands,
            Publishing publishing,
            PublicationProcess process,
            Screenings screenings,
            Documents documents,
            DisclosureItems disclosure,
            Clock clock,
            ZoneId zone) {}

    Story(Proposal proposal, Topics topics, Office office) {
        this.proposal = proposal;
        this.topics = topics;
        this.office = office;
        this.random = new Random(proposal.seed());
        this.wording = new Wording(proposal, topics, random);
        this.requester = office.colleagues().requester(proposal.topic().group(), random);
    }

    /** Puts it on the agenda. */
    void begin(Instant now) {
        Instant day = proposal.day().atStartOfDay(office.zone()).toInstant();
        Instant at = office.colleagues().atWork(day, 0, random);
        office.agenda().add(at.isBefore(now) ? at : office.colleagues().wasAtWork(now, random), this::submit);
    }

    private void submit() {
        List<Documents.Document> documents = office.documents()
                .of(
                        proposal.topic().file(),
                        wording.fill(proposal.topic().title()),
                        wording.fill(proposal.topic().summary()),
                        random);
        files = documents.stream().map(Documents.Document::said).toList();
        know(office.commands()
                .submit(
                        requester,
                        submission("", ""),
                        documents.stream().map(Documents.Document::upload).toList(),
                        null));
        switch (proposal.fate()) {
            case SUBMITTED -> {}
            case CANCELLED -> soon(0, 1, this::cancel);
            case CERTIFIED_LATE -> soon(6, 9, this::certify);
            default -> soon(0, 2, this::certify);
        }
    }

    private void certify() {
        certifier = office.colleagues().certifier(proposal.topic().group(), requester, random);
        boolean returns =
                switch (proposal.fate()) {
                    case RETURNED, RETURNED_AND_REFUSED, GIVEN_UP, SENT_BACK -> !returned;
                    default -> false;
                };
        decide(TaskKind.CERTIFY, certifier, !returns);
        if (!returns) {
            afterCertification();
        } else if (proposal.fate() != Fate.SENT_BACK) {
            returned = true;
            soon(0, 4, proposal.fate() == Fate.GIVEN_UP ? this::cancel : this::revise);
        }
    }

    private void afterCertification() {
        if (proposal.fate() != Fate.CERTIFIED) {
            soon(0, 2, this::vet);
        }
    }

    private void vet() {
        boolean refuses =
                switch (proposal.fate()) {
                    case REFUSED, RETURNED_AND_REFUSED -> !refused;
                    default -> false;
                };
        decide(TaskKind.VET, office.colleagues().vetter(Set.of(requester.id(), certifier.id()), random), !refuses);
        if (refuses) {
            refused = true;
            soon(0, 4, this::revise);
        } else if (!isUpdate) {
            onWebsite();
        }
    }

    private void onWebsite() {
        Instant now = office.clock().instant();
        Instant since = publishFrom.isAfter(now) ? publishFrom : now;
        Duration stay = Duration.between(since, publishUntil);
        switch (proposal.fate()) {
            case WITHDRAWN -> {
                Duration days = Duration.ofDays(4 + random.nextInt(40));
                during(since.plus(stay.compareTo(days) < 0 ? stay.dividedBy(2) : days), this::withdraw);
            }
            case UPDATED -> during(since.plus(Duration.ofDays(20 + random.nextInt(40))), this::update);
            case EXTENDED, EXTENSION_ASKED -> during(publishUntil.minus(ASKED_BEFORE_END), this::extend);
            default -> {}
        }
    }

    private void revise() {
        know(office.commands().revise(id, requester, () -> submission("", topics.revised()), List.of()));
        soon(0, 2, this::certify);
    }

    private void update() {
        know(office.commands()
                .update(id, requester, () -> submission(" " + topics.updated(), topics.revised()), List.of(), null));
        isUpdate = true;
        soon(0, 2, this::certify);
    }

    private void cancel() {
        office.commands().cancel(id, requester, () -> Wording.pick(topics.cancellations(), random));
    }

    private void withdraw() {
        Takedown said = Wording.pick(topics.withdrawals(), random);
        office.publishing()
                .withdraw(
                        id,
                        Wording.pick(office.colleagues().webOfficers(), random),
                        () -> new Withdrawal(said.reason(), said.notice(), null));
    }

    private void extend() {
        LocalDate until = day(publishUntil).plusDays(EXTENDED_BY_DAYS);
        office.commands()
                .extend(
                        id,
                        requester,
                        () -> new ExtensionWish(until.toString(), Wording.pick(topics.extensions(), random)));
        if (proposal.fate() == Fate.EXTENDED) {
            soon(0, 1, () -> {
                decide(TaskKind.CERTIFY_EXTENSION, certifier, true);
                soon(
                        0,
                        1,
                        () -> decide(
                                TaskKind.VET_EXTENSION,
                                office.colleagues().vetter(Set.of(requester.id(), certifier.id()), random),
                                true));
            });
        }
    }

    private void decide(TaskKind task, Person by, boolean yes) {
        Return why = Wording.pick(topics.returns(), random);
        Decision decision = yes
                ? new Decision(task.yes().code(), met(task), Map.of(), null, null, null, answers())
                : new Decision(task.no().code(), Map.of(), Map.of(), why.code(), why.reason(), null, List.of());
        office.commands().decide(task, id, by, () -> decision);
    }

    private static Map<String, Boolean> met(TaskKind task) {
        return task.criteria().stream().collect(Collectors.toMap(Criterion::code, criterion -> true));
    }

    private List<Answer> answers() {
        return office.screenings().of(id, round).map(Screening::warnings).orElse(List.of()).stream()
                .map(warning -> new Answer(warning.id(), Answer.Meaning.MEANT_TO_BE_PUBLIC.code(), topics.answer()))
                .toList();
    }

    private void know(PublicationRequest request) {
        id = request.id();
        round = request.round();
        publishFrom = request.publishFrom();
        publishUntil = request.publishUntil();
        office.process().awaitScreening(id, LONGEST_SCREENING);
    }

    private Submission submission(String afterTitle, String afterBody) {
        LocalDate today = day(office.clock().instant());
        int days = proposal.topic().days();
        LocalDate from =
                switch (proposal.fate()) {
                    case SCHEDULED -> today.plusDays(9 + random.nextInt(8));
                    default -> null;
                };
        String until = days == 0
                ? null
                : (from == null ? today : from)
                        .plusDays(days * (95L + random.nextInt(11)) / 100)
                        .toString();
        boolean isFirst = id == null;
        return new Submission(
                wording.fill(proposal.topic().title()) + afterTitle,
                wording.fill(proposal.topic().summary()),
                wording.fill(proposal.topic().body()) + afterBody,
                proposal.topic().category(),
                from == null ? null : from.toString(),
                until,
                proposal.topic().group(),
                List.of(),
                null,
                isFirst
                        ? List.of()
                        : IntStream.rangeClosed(1, files.size()).boxed().toList(),
                files,
                proposal.topic().discloses().stream()
                        .flatMap(code -> office.disclosure().find(code).stream())
                        .toList());
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(office.zone()).toLocalDate();
    }

    /** In the office's hours, at least and at most so many working days from now. */
    private void soon(int least, int most, Runnable what) {
        int days = least + random.nextInt(most - least + 1);
        office.agenda().add(office.colleagues().atWork(office.clock().instant(), days, random), what);
    }

    private void during(Instant day, Runnable what) {
        office.agenda().add(office.colleagues().atWork(day, 0, random), what);
    }
}
