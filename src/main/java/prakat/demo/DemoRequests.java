package prakat.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import prakat.demo.Topics.Topic;
import prakat.organisation.Person;
import prakat.request.query.ProcessView;
import prakat.request.record.ReviewDecision;
import prakat.request.record.TaskKind;

/**
 * Makes requests of the last two fiscal years before the program is open to people: the office's accounts do with them what
 * people do, by the commands that pages and REST use, and the engine fires its timers, while the program's clock goes from the
 * first day to today. So the record is what it would be if it had happened then.
 */
final class DemoRequests implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoRequests.class);

    private static final int MOST_REVIEWS = 50;

    /** What says a line of each step that is taken. */
    private static final String TALKATIVE = "prakat.monitoring";

    private final int number;
    private final Topics topics;
    private final Story.Office office;
    private final DemoClock clock;
    private final EngineTimers timers;
    private final ProcessView process;
    private final JdbcClient jdbc;
    private final LoggingSystem logging;

    DemoRequests(
            int number,
            Topics topics,
            Story.Office office,
            DemoClock clock,
            EngineTimers timers,
            ProcessView process,
            JdbcClient jdbc,
            LoggingSystem logging) {
        this.number = number;
        this.topics = topics;
        this.office = office;
        this.clock = clock;
        this.timers = timers;
        this.process = process;
        this.jdbc = jdbc;
        this.logging = logging;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from publication_request")
                        .query(Long.class)
                        .single()
                > 0) {
            log.info("No requests are made for trying out: there are some already");
            return;
        }
        Instant now = clock.instant();
        timers.fireByHand(() -> make(now));
        Map<String, Long> made = new TreeMap<>();
        jdbc.sql("select status, count(*) from publication_request group by status")
                .query(row -> {
                    made.put(row.getString(1), row.getLong(2));
                });
        log.info(
                "Made {} requests of two fiscal years for trying out, in {} s: {}",
                made.values().stream().mapToLong(Long::longValue).sum(),
                Duration.between(now, clock.instant()).toSeconds(),
                made);
    }

    private void make(Instant now) {
        ZoneId zone = office.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first = Plan.firstDay(today);
        List<Topic> written = topics.topics().stream()
                .filter(topic -> office.colleagues().has(topic.group()))
                .toList();
        logging.setLogLevel(TALKATIVE, LogLevel.WARN);
        clock.set(first.atStartOfDay(zone).toInstant());
        try {
            Plan.of(written, number, today).forEach(proposal -> new Story(proposal, topics, office).begin(now));
            Random random = new Random(number);
            first.datesUntil(today).forEach(day -> office.agenda()
                    .add(office.colleagues().atWork(day.atStartOfDay(zone).toInstant(), 0, random), this::review));
            office.agenda().liveUntil(now);
        } finally {
            clock.release();
            logging.setLogLevel(TALKATIVE, null);
            // Nobody is told today of what happened then.
            jdbc.sql("delete from scheduled_tasks").update();
        }
    }

    /** What has come up since the day before: a web officer looks whether it is still current. */
    private void review() {
        Person officer = office.colleagues().webOfficers().get(0);
        process.waitingFor(officer, MOST_REVIEWS).tasks().stream()
                .filter(task -> task.element().equals(TaskKind.REVIEW.element()))
                .forEach(task -> office.commands()
                        .review(
                                task.requestId(),
                                officer,
                                () -> new ReviewDecision(TaskKind.REVIEW.yes().code(), null, null, null, null)));
    }
}
