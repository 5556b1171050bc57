package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.core.env.Environment;

/** How many SQL statements a call may cost, on PostgreSQL. */
@Tag("database")
@EnabledIfSystemProperty(named = "prakat.test.database", matches = "postgres")
class StatementsTest extends ProgramTest {

    /** Beyond what the engine needs for itself, and a third more. */
    private static final int OUR_OWN = 15;

    private static final byte[] FILE = "ประกาศ".getBytes(StandardCharsets.UTF_8);
    private static final List<String> TABLE = new ArrayList<>();

    private final SoftAssertions budgets = new SoftAssertions();

    @Autowired
    private Environment environment;

    @Autowired
    private IdentityService accounts;

    @Autowired
    private List<RecurringTask<Void>> recurring;

    @Autowired
    private PrometheusMeterRegistry metrics;

    @AfterEach
    void keepToTheBudgets() {
        budgets.assertAll();
    }

    @AfterAll
    static void print() {
        System.out.println(String.join("\n", TABLE));
    }

    /** What of a way through the procedure the engine needs for itself, and a third more, and what is ours. */
    @Test
    void aWayThroughTheProcedureCostsLittleMoreThanTheEngineItself() {
        oneWay();
        List<List<String>> ours = oneWay();
        List<List<String>> bare;
        jdbc.sql("create database bare").update();
        DataSource database = DataSourceBuilder.create()
                .url(environment.getRequiredProperty("PRAKAT_DB_URL").replace("/postgres?", "/bare?"))
                .username("postgres")
                .password("postgres")
                .build();
        try (BareEngine engine = new BareEngine(
                (ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration(),
                Statements.counted(database))) {
            way(engine, "first");
            bare = way(engine, "second");
        }
        List<String> steps = List.of("submission", "certification", "vetting", "takedown");
        for (int i = 0; i < steps.size(); i++) {
            int atLeast = bare.get(i).size();
            within(steps.get(i) + " (the bare engine: " + atLeast + ")", (int) (atLeast * 1.3) + OUR_OWN, ours.get(i));
        }
    }

    /** Until they are all sent, whoever proposes something waits for the year's next number. */
    @Test
    void theNumberIsTakenLate() {
        List<String> sent = Statements.during(this::submitWithFile);
        int number = IntStream.range(0, sent.size())
                .filter(i -> sent.get(i).startsWith("update fiscal_year_number"))
                .findFirst()
                .orElseThrow();
        within("from the number to the end of a submission", 30, sent.subList(number, sent.size()));
    }

    private List<List<String>> oneWay() {
        String[] id = {""};
        return List.of(
                Statements.during(() -> id[0] = submitWithFile()),
                Statements.during(() -> ok(certification("finance-director", id[0], CERTIFIED))),
                Statements.during(() -> ok(vetting("web-officer", id[0], PERMITTED))),
                takedown(id[0]));
    }

    private List<String> takedown(String id) {
        String timer = managementService
                .createJobQuery()
                .processInstanceId(as("finance-staff")
                        .get("/api/requests/" + id)
                        .json()
                        .get("processInstanceId")
                        .asText())
                .activityId("periodEnds")
                .singleResult()
                .getId();
        clock.advanceTo(managementService
                .createJobQuery()
                .jobId(timer)
                .singleResult()
                .getDuedate()
                .toInstant()
                .toString());
        List<String> sent = Statements.during(() -> managementService.executeJob(timer));
        clock.reset();
        return sent;
    }

    private static List<List<String>> way(BareEngine engine, String key) {
        return List.of(
                Statements.during(() -> engine.submit(key)),
                Statements.during(() -> engine.certify(key)),
                Statements.during(() -> engine.vet(key)),
                Statements.during(() -> engine.end(key)));
    }

    private String submitWithFile() {
        Answer answer = as("finance-staff")
                .post("/api/requests", submission("ประกาศทดสอบ").toString(), Map.of("ประกาศ.txt", FILE));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    @Test
    void whatIsReadCostsTheSameHoweverMuchThereIs() {
        account("law-staff", "law");
        account("law-director", "law", "law-directors");
        try {
            String published = oneOfEachKind();
            within("a request by REST", 15, get(as("finance-staff"), "/api/requests/" + published));
            within("public page, kept", 1, get(anybody(), "/news/" + number(published)));
            within("public list, kept", 1, get(anybody(), "/"));
            within("feed, kept", 1, get(anybody(), "/feed.xml"));
            within("what is disclosed, kept", 1, get(anybody(), "/disclosure"));
            within("a file, kept", 1, get(anybody(), "/news/" + number(published) + "/files/1/a.txt"));
            // Words are seldom searched for twice.
            within("public search", 7, get(anybody(), "/?q=x"));
            within("a look at the metrics", 5, again(metrics::scrape));
            within("overview", 30, get(signedIn("deputy-director"), "/desk/overview"));
            within("figures by REST", 8, get(as("deputy-director"), "/api/statistics"));

            IntStream.range(0, 5).forEach(i -> submit("law-staff"));
            Caller desk = signedIn("law-director");
            List<String> few = get(desk, "/desk");
            int minute = whatRecurs().size();
            IntStream.range(0, 45).forEach(i -> submit("law-staff"));
            within("desk, 5 tasks", 25, few);
            within("desk, 50 tasks", 25, get(desk, "/desk"));
            within("what recurs, 45 more open tasks", minute, whatRecurs());

            IntStream.range(0, 42).forEach(i -> submit("law-staff"));
            oneOfEachKind();
            List<String> page = get(as("web-officer"), "/api/requests?size=20");
            within("list by REST, 20", page.size(), page);
            // Who may decide is looked up for each group.
            long moreGroups = groups("/api/requests?size=100") - groups("/api/requests?size=20");
            within(
                    "list by REST, 100",
                    page.size() + (int) moreGroups,
                    get(as("web-officer"), "/api/requests?size=100"));
        } finally {
            accounts.deleteUser("law-staff");
            accounts.deleteUser("law-director");
        }
    }

    @Test
    void aSessionIsReadOnceACallThatNeedsItAndNotWritten() {
        Caller browser = signedIn("finance-director");
        for (String path : List.of(
                "/desk",
                "/api/requests",
                "/forms/task.html",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task")) {
            assertThat(ofSessions(get(browser, path))).as(path).hasSize(1).allMatch(sent -> sent.startsWith("SELECT"));
        }
        for (String path : List.of("/", "/feed.xml", "/assets/prakat.css")) {
            assertThat(ofSessions(get(browser, path))).as(path).isEmpty();
        }
        assertThat(ofSessions(get(as("finance-director"), "/api/requests"))).isEmpty();
    }

    private long groups(String list) {
        return as("web-officer").get(list).json().findValues("group").stream()
                .distinct()
                .count();
    }

    private static List<String> ofSessions(List<String> sent) {
        return sent.stream()
                .filter(statement -> statement.toLowerCase(Locale.ROOT).contains("spring_session"))
                .toList();
    }

    /** Requests that lists show with more than themselves; the one that is only on the website. */
    private String oneOfEachKind() {
        ok(certification("finance-director", submitWithFile(), RETURNED));
        ok(certification("finance-director", submitWithFile(), CERTIFIED));
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + publishedWithFile() + "/extension",
                        """
                        {"publishUntil": "%s", "reason": "ประชาชนยังใช้ข้อมูลนี้อยู่"}"""
                                .formatted(clock.instant().plus(Duration.ofDays(400)))));
        return publishedWithFile();
    }

    private String publishedWithFile() {
        String id = submitWithFile();
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        return id;
    }

    private void account(String id, String... groups) {
        User user = accounts.newUser(id);
        user.setFirstName(id);
        user.setLastName("");
        user.setPassword(Caller.PASSWORD);
        accounts.saveUser(user);
        List.of(groups).forEach(group -> accounts.createMembership(id, group));
    }

    private static List<String> get(Caller caller, String path) {
        return again(() -> ok(caller.get(path)));
    }

    /** Everything that recurs, once, with nothing left to do. */
    private List<String> whatRecurs() {
        return again(() -> recurring.forEach(task -> task.execute(task.instance(RecurringTask.INSTANCE), null)));
    }

    /** What is sent the second or third time, whichever is less: what is kept for seconds may be read anew in one. */
    private static List<String> again(Runnable block) {
        block.run();
        return Stream.generate(() -> Statements.during(block))
                .limit(2)
                .min(Comparator.comparing(List::size))
                .orElseThrow();
    }

    private void within(String what, int budget, List<String> sent) {
        TABLE.add("%-60s %4d of %4d".formatted(what, sent.size(), budget));
        if (Boolean.getBoolean("statements.all")) {
            TABLE.add(Statements.grouped(sent));
        }
        budgets.assertThat(sent.size())
                .as("%s sends%n%s", what, Statements.grouped(sent))
                .isLessThanOrEqualTo(budget);
    }
}
