package prakat.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.notification.Outbox;
import prakat.process.publication.Workload;
import prakat.request.query.OpenRequests;
import prakat.request.record.TaskKind;

/**
 * Figures that every node reads from the shared database and finds the same: of several nodes, the largest counts, and never
 * the sum. All of them come from one reading of five statements, whichever are asked for; while the program is not ready they
 * are unknown, so that a database that is away keeps nobody who asks waiting.
 */
@Component
class SharedFigures implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(SharedFigures.class);

    private static final long LONGEST_NANOS = 1_000_000_000L;

    /** What each kind of task is called in the contract's calls. */
    private static final Map<TaskKind, String> STEPS = Map.of(
            TaskKind.CERTIFY, "certification",
            TaskKind.VET, "vetting",
            TaskKind.REVISE, "revision",
            TaskKind.CERTIFY_EXTENSION, "extension-certification",
            TaskKind.VET_EXTENSION, "extension-vetting",
            TaskKind.REVIEW, "review");

    private final Workload workload;
    private final OpenRequests requests;
    private final Outbox outbox;
    private final ApplicationAvailability availability;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Null where nothing could be read. */
    private Reading reading;

    private long readings;
    private long readAt;

    SharedFigures(
            Workload workload,
            OpenRequests requests,
            Outbox outbox,
            ApplicationAvailability availability,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.workload = workload;
        this.requests = requests;
        this.outbox = outbox;
        this.availability = availability;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        STEPS.forEach((kind, step) -> {
            figure("prakat.requests.in.flight", now -> now.tasks(kind))
                    .description("Requests that are at the step")
                    .tag("step", step)
                    .register(registry);
            figure("prakat.oldest.task.age", now -> now.oldestTask(kind))
                    .description("For how long the oldest open task of the step is open")
                    .baseUnit("seconds")
                    .tag("step", step)
                    .register(registry);
        });
        figure("prakat.requests.in.flight", Reading::scheduled)
                .description("Requests that are at the step")
                .tag("step", "scheduled")
                .register(registry);
        figure("prakat.takedowns.overdue", Reading::overdueTakedowns)
                .description(
                        "Publications whose period ended half a minute ago or earlier without the takedown on record")
                .register(registry);
        figure("prakat.messages.waiting", Reading::waiting)
                .description("Mails and calls of other programs that wait for their first or next try")
                .register(registry);
        figure("prakat.oldest.message.age", Reading::oldestMessage)
                .description("For how long the first of the messages waits")
                .baseUnit("seconds")
                .register(registry);
        figure("prakat.messages.failed", Reading::failed)
                .description("Mails and calls of other programs that could not be delivered by any of their tries")
                .register(registry);
        figure("prakat.incidents", now -> now.incidents().failedJobs())
                .description("What somebody has to look at in Cockpit")
                .tag("kind", "failed-job")
                .register(registry);
        figure("prakat.incidents", now -> now.incidents().others())
                .description("What somebody has to look at in Cockpit")
                .tag("kind", "difference")
                .register(registry);
    }

    private Gauge.Builder<?> figure(String name, ToDoubleFunction<Reading> of) {
        Figure figure = new Figure(of);
        return Gauge.builder(name, figure, Figure::value).strongReference(true);
    }

    /** Whoever looks asks each figure once: the first that is asked again has everything read anew. */
    private final class Figure {

        private final ToDoubleFunction<Reading> of;
        private long seen;

        Figure(ToDoubleFunction<Reading> of) {
            this.of = of;
        }

        double value() {
            synchronized (SharedFigures.this) {
                if (seen == readings || System.nanoTime() - readAt > LONGEST_NANOS) {
                    read();
                }
                seen = readings;
                return reading == null ? Double.NaN : of.applyAsDouble(reading);
            }
        }
    }

    private void read() {
        try {
            reading = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                    ? transaction.execute(status -> new Reading(
                            clock.instant(),
                            workload.openTasks(),
                            requests.scheduled(),
                            requests.overdueTakedowns(),
                            outbox.backlog(),
                            workload.incidents()))
                    : null;
        } catch (RuntimeException e) {
            log.debug("nothing could be read", e);
            reading = null;
        }
        readings++;
        readAt = System.nanoTime();
    }
}
