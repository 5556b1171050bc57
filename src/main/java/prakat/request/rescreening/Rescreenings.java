package prakat.request.rescreening;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.background.Schedulers;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.request.Action;
import prakat.request.LockedRequests;
import prakat.request.PublicationRequest;
import prakat.request.Rules;
import prakat.request.Status;
import prakat.request.content.Revision;
import prakat.request.record.Actor;
import prakat.request.record.Answer;
import prakat.request.screening.FileReadings;
import prakat.request.screening.Screening;
import prakat.request.screening.Screenings;
import prakat.screening.Finding;

/**
 * Has everything screened again that is public or on its way there, in the background, and shows what was found in what is
 * public. Who has yet to decide sees what was found with the request; what may not stay is withdrawn, the rest is answered.
 */
@Service
@Transactional
public class Rescreenings {

    private static final Logger log = LoggerFactory.getLogger(Rescreenings.class);

    private static final String TASK = "rescreening";
    private static final Set<Status> LOOKED_AT =
            Set.of(Status.AWAITING_CERTIFICATION, Status.AWAITING_VETTING, Status.SCHEDULED, Status.PUBLISHED);

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int PAGE = 100;
    private static final int SHOWN = 5;
    private static final int ROWS = 20;

    private final RescreeningRepository rescreenings;
    private final LockedRequests requests;
    private final Rules rules;
    private final Screenings screenings;
    private final FileReadings readings;
    private final Scheduler scheduler;
    private final Clock clock;
    private final TransactionTemplate each;

    /** For Spring. */
    protected Rescreenings(
            RescreeningRepository rescreenings,
            LockedRequests requests,
            Rules rules,
            Screenings screenings,
            FileReadings readings,
            @Lazy Scheduler scheduler,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rescreenings = rescreenings;
        this.requests = requests;
        this.rules = rules;
        this.screenings = screenings;
        this.readings = readings;
        this.scheduler = scheduler;
        this.clock = clock;
        this.each = new TransactionTemplate(transactions);
    }

    /**
     * How much of what is public was last screened by the present rules.
     *
     * @param underWay whether everything is being looked at now
     */
    public record Coverage(long published, long underPresentRules, boolean underWay) {}

    @Bean
    static OneTimeTask<Void> rescreening(@Lazy Rescreenings rescreenings) {
        return Tasks.oneTime(TASK).execute((task, context) -> {
            try {
                rescreenings.goOn(Long.parseLong(task.getId()));
            } catch (InterruptedException e) {
                // The program ends; the next node that looks goes on.
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /**
     * Begins to look at everything again; it goes on in the background.
     *
     * @throws Refusal where the person is no administrator, or one is under way
     */
    public Rescreening begin(Person by) {
        if (!by.administrator()) {
            throw Refusal.forbidden("not-administrator");
        }
        if (rescreenings.existsByUnderWayTrue()) {
            throw Refusal.conflict("rescreening-under-way");
        }
        Rescreening begun = saved(new Rescreening(by, rescreenings.count(LOOKED_AT), clock.instant()));
        scheduler.scheduleIfNotExists(new TaskInstance<>(TASK, String.valueOf(begun.id())), clock.instant());
        Schedulers.lookAfterCommit(scheduler);
        return begun;
    }

    private Rescreening saved(Rescreening begun) {
        try {
            return rescreenings.save(begun);
        } catch (DataIntegrityViolationException e) {
            log.debug("Another was begun at the same moment", e);
            throw Refusal.conflict("rescreening-under-way");
        }
    }

    /**
     * The last ones, the newest first.
     *
     * @throws Refusal where the reader keeps neither the system nor the website
     */
    @Transactional(readOnly = true)
    public List<Rescreening> last(Person reader) {
        ensureReader(reader);
        return rescreenings.findAllByOrderByIdDesc(Limit.of(SHOWN));
    }

    /** The same for how much was looked at. */
    @Transactional(readOnly = true)
    public Coverage coverage(Person reader) {
        ensureReader(reader);
        return new Coverage(
                rescreenings.count(Set.of(Status.PUBLISHED)),
                rescreenings.countUnder(screenings.rules()),
                rescreenings.existsByUnderWayTrue());
    }

    /**
     * What is public and has findings that nobody has answered since, the last found first. Needs a transaction.
     *
     * @param page counted from 0
     * @throws Refusal as for {@link #last}
     */
    @Transactional(readOnly = true)
    public Slice<PublicFindings> unanswered(Person reader, int page) {
        ensureReader(reader);
        return rescreenings.unanswered(PageRequest.of(page, ROWS));
    }

    /**
     * What was found in something that is public may stay there.
     *
     * @param said read only once it is clear that it is this person's to say, and now
     * @throws Refusal where it is not, or with all that is wrong with the answers
     */
    public PublicationRequest answer(String requestId, Person person, Supplier<List<Answer>> said) {
        PublicationRequest request = requests.find(requestId, person);
        Actor actor = rules.ensure(Action.ANSWER_FINDINGS, request, person);
        Set<String> answered = new HashSet<>(answered(request));
        Screening screening =
                screenings.of(requestId, request.round()).orElseThrow(() -> Refusal.conflict("nothing-to-answer"));
        List<Answer> answers = screening.answeredAll(said.get(), answered);
        request.answerFindings(actor, answers, clock.instant());
        answers.forEach(answer -> answered.add(answer.finding()));
        screenings.answered(screening, answered);
        return request;
    }

    /** In transactions of its own: there may be much to read. */
    @Transactional(propagation = Propagation.NEVER)
    void goOn(long id) throws InterruptedException {
        List<String> page;
        do {
            String last = rescreenings.findById(id).orElseThrow().lastRequestId();
            page = rescreenings.after(last, LOOKED_AT, Limit.of(PAGE));
            for (String requestId : page) {
                lookAt(requestId);
                each.executeWithoutResult(
                        status -> rescreenings.findById(id).orElseThrow().passed(requestId));
            }
        } while (!page.isEmpty());
        each.executeWithoutResult(
                status -> rescreenings.findById(id).orElseThrow().end(clock.instant()));
    }

    private void lookAt(String requestId) throws InterruptedException {
        try {
            Optional<Revision> version = each.execute(status -> {
                Optional<Revision> current = toLookAt(requestId).map(PublicationRequest::current);
                // Read here, since they are looked at after the transaction.
                current.ifPresent(Revision::attachments);
                return current;
            });
            if (version.isPresent()) {
                Map<String, List<Finding>> read = read(version.get());
                each.executeWithoutResult(status -> toLookAt(requestId).ifPresent(request -> keep(request, read)));
            }
        } catch (RuntimeException e) {
            log.warn("A version could not be screened again", e);
        }
    }

    /** What was found before stays where nobody can look for viruses now. */
    private void keep(PublicationRequest request, Map<String, List<Finding>> read) {
        screenings
                .onceRead(request.current(), read)
                .ifPresent(found -> screenings.keepAgain(
                        request.id(), request.groupCode(), request.current(), found, answered(request)));
    }

    /** What was found in files, by digest; nothing where that takes too long. */
    private Map<String, List<Finding>> read(Revision version) throws InterruptedException {
        BlockingQueue<Map<String, List<Finding>>> read = new ArrayBlockingQueue<>(1);
        readings.read(version, read::add);
        return Optional.ofNullable(read.poll(LONGEST.toSeconds(), TimeUnit.SECONDS))
                .orElse(Map.of());
    }

    private Optional<PublicationRequest> toLookAt(String requestId) {
        PublicationRequest request = requests.find(requestId);
        return Optional.of(request).filter(found -> LOOKED_AT.contains(found.status()) && found.isScreened());
    }

    private static Set<String> answered(PublicationRequest request) {
        return request.history().answers(request.round()).keySet();
    }

    private static void ensureReader(Person reader) {
        if (!reader.administrator() && !reader.webOfficer()) {
            throw Refusal.forbidden("not-administrator");
        }
    }
}
