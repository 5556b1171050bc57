package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import prakat.background.SchedulersByHand;
import prakat.screening.link.Links;
import prakat.screening.link.TriedLinks;
import prakat.screening.virus.VirusScanOnDemand;

/**
 * The whole program, running, on H2 or, with {@code -Dprakat.test.database=postgres}, on a real PostgreSQL; one for all
 * tests. Its job executor and its schedulers stand still: timers are fired and tasks done by hand.
 */
@Tag("program")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles(resolver = ProgramTest.Profiles.class)
@Import(ProgramTest.Surroundings.class)
public abstract class ProgramTest {

    private static final boolean POSTGRES = "postgres".equals(System.getProperty("prakat.test.database"));

    protected static final ObjectMapper JSON = new ObjectMapper();

    protected static final String CERTIFIED = Given.CERTIFIED;
    protected static final String RETURNED = Given.RETURNED;
    protected static final String PERMITTED = Given.PERMITTED;
    protected static final String REFUSED = Given.REFUSED;

    static {
        // Where a machine is busy, or its processes of ours start slowly, what is waited for comes later.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    @LocalServerPort
    private int port;

    @Autowired
    protected MovableClock clock;

    @Autowired
    private SchedulersByHand schedulers;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected RuntimeService runtimeService;

    @Autowired
    protected TaskService taskService;

    @Autowired
    protected HistoryService historyService;

    @Autowired
    protected ManagementService managementService;

    @Autowired
    protected JdbcClient jdbc;

    static class Profiles implements org.springframework.test.context.ActiveProfilesResolver {
        @Override
        public String[] resolve(Class<?> testClass) {
            return POSTGRES ? new String[] {"demo", "postgres"} : new String[] {"demo"};
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        if (POSTGRES) {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
            // Not before the program has closed its connections: it would wait half a minute for the database.
            SpringApplication.getShutdownHandlers().add(() -> close(postgres));
            properties.add("PRAKAT_DB_URL", () -> postgres.getJdbcUrl("postgres", "postgres"));
            properties.add("PRAKAT_DB_USER", () -> "postgres");
            properties.add("PRAKAT_DB_PASSWORD", () -> "postgres");
        } else {
            properties.add(
                    "spring.datasource.url",
                    () -> "jdbc:h2:mem:prakat;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH;"
                            + "LOCK_TIMEOUT=20000;QUERY_CACHE_SIZE=200");
            properties.add("prakat.disk.database", () -> "");
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path files;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry properties) throws IOException {
        files = Files.createTempDirectory("prakat-files");
        SpringApplication.getShutdownHandlers().add(() -> delete(files));
        properties.add("prakat.files", files::toString);
    }

    private static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the bytes of a file of that digest lie. */
    protected static Path stored(String sha256) {
        return files.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** Pictures and previews take seconds of each processor, and no test asks the Internet: these are tested for themselves. */
    @DynamicPropertySource
    static void screening(DynamicPropertyRegistry properties) {
        properties.add("prakat.screening.reading.tesseract", () -> "none");
        properties.add("prakat.screening.links.check", () -> false);
        properties.add("prakat.preview.office", () -> "none");
    }

    /** Tests of Spring's offer them to nobody, left alone. */
    @DynamicPropertySource
    static void metrics(DynamicPropertyRegistry properties) {
        properties.add("prakat.metrics.port", () -> 0);
        properties.add("management.prometheus.metrics.export.enabled", () -> true);
    }

    /** Nobody is told of anything until a test has done what is due. */
    @DynamicPropertySource
    static void whoIsTold(DynamicPropertyRegistry properties) {
        PostOffice.open();
        // The tests are a few people who submit all day.
        properties.add("prakat.submissions.per-hour", () -> 100_000);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> PostOffice.PORT);
        properties.add("PRAKAT_MAIL_FROM", () -> "website@example.org");
        properties.add("PRAKAT_DESK_ADDRESS", () -> "https://desk.example.org");
        properties.add("prakat.webhooks[0].url", () -> OtherProgram.get().url());
        properties.add("prakat.webhooks[0].secret", () -> OtherProgram.SECRET);
    }

    @TestConfiguration
    static class Surroundings {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        @Primary
        Links triedLinks() {
            return TriedLinks.links();
        }

        @Bean
        @Primary
        SchedulersByHand schedulersByHand(DataSource dataSource, Clock clock) {
            return new SchedulersByHand(dataSource, clock);
        }

        @Bean
        @Primary
        VirusScanOnDemand virusScanOnDemand() {
            return new VirusScanOnDemand();
        }

        @Bean
        static BeanPostProcessor countedStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? Statements.counted(source) : bean;
                }
            };
        }
    }

    @BeforeEach
    void standStill() {
        JobExecutor jobExecutor = jobExecutor();
        if (jobExecutor.isActive()) {
            jobExecutor.shutdown();
        }
        BpmnAwareTests.init(engine);
        // What earlier tests left to be told and sent.
        jdbc.sql("delete from scheduled_tasks").update();
        jdbc.sql("delete from delivery_tasks").update();
    }

    private JobExecutor jobExecutor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** Does what is due in the background: tells people of what is new, and sends what waits to be sent. */
    protected void runDue() {
        schedulers.runDue();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
        BpmnAwareTests.reset();
    }

    protected boolean onPostgres() {
        return POSTGRES;
    }

    protected URI program() {
        return URI.create("http://localhost:" + port);
    }

    /** By Basic, as programs call. */
    protected Caller as(String account) {
        return Caller.basic(program(), account);
    }

    /** With a session, as a browser calls. */
    protected Caller signedIn(String account) {
        return Caller.session(program(), account);
    }

    protected Caller anybody() {
        return Caller.anonymous(program());
    }

    protected Given given() {
        return new Given(program());
    }

    protected static ObjectNode submission(String title) {
        return Given.submission(title);
    }

    protected static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new request; its id. */
    protected String submit(String account) {
        return submit(account, submission("ประกาศทดสอบ"));
    }

    protected String submit(String account, JsonNode submission) {
        return given().submit(account, submission).get("id").asText();
    }

    protected Answer certification(String account, String id, String decision) {
        return as(account).post("/api/requests/" + id + "/certification", decision);
    }

    protected Answer vetting(String account, String id, String decision) {
        return as(account).post("/api/requests/" + id + "/vetting", decision);
    }

    /** A request of {@code finance-staff}, certified. */
    protected String certified() {
        return given().certify(given().submit("finance-staff", submission("ประกาศทดสอบ")))
                .get("id")
                .asText();
    }

    /** A request of {@code finance-staff} on the website until that instant. */
    protected String published(Instant until) {
        ObjectNode submission = submission("ประกาศทดสอบ").put("publishUntil", until.toString());
        JsonNode request = given().permit(given().certify(given().submit("finance-staff", submission)));
        assertThat(request.get("status").asText()).isEqualTo("published");
        return request.get("id").asText();
    }

    protected String published() {
        return published(clock.instant().plus(Duration.ofDays(30)));
    }

    protected static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    protected JsonNode request(String id) {
        Answer answer = as("web-officer").get("/api/requests/" + id);
        ok(answer);
        return answer.json();
    }

    protected String status(String id) {
        return request(id).get("status").asText();
    }

    protected String number(String id) {
        return request(id).get("number").asText();
    }

    /** The record's events, with the outcome where there is one, oldest first. */
    protected List<String> events(String id) {
        Answer answer = as("web-officer").get("/api/requests/" + id + "/history");
        ok(answer);
        return answer.json().findValuesAsText("event").isEmpty()
                ? List.of()
                : java.util.stream.StreamSupport.stream(answer.json().spliterator(), false)
                        .map(entry -> entry.get("event").asText()
                                + (entry.get("outcome").isNull()
                                        ? ""
                                        : ":" + entry.get("outcome").asText()))
                        .toList();
    }

    /** The open task of a request. */
    protected String task(String id) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
    }

    /** Fires the timers of a request's element that are due. */
    protected void fire(String id, String element) {
        List<Job> due = managementService
                .createJobQuery()
                .processInstanceId(request(id).get("processInstanceId").asText())
                .activityId(element)
                .duedateLowerThan(java.util.Date.from(clock.instant()))
                .list();
        assertThat(due).as("due timers of " + element).hasSize(1);
        managementService.executeJob(due.get(0).getId());
    }
}
