package prakat.request.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import prakat.Answer;
import prakat.Caller;
import prakat.Given;
import prakat.ProgramTest;
import prakat.screening.link.Links;
import prakat.screening.personal.PersonalData;
import prakat.screening.personal.PersonalDataRules;
import prakat.screening.reading.FileReading;
import prakat.screening.virus.RealClamd;
import prakat.screening.virus.VirusScanOnDemand;
import prakat.screening.virus.WithClamd;

/** What has a virus in it goes back to its owner, and where nobody can look for one it waits; by the real clamd. */
@ExtendWith(WithClamd.class)
class VirusTest extends ProgramTest {

    @TempDir
    static Path directory;

    @Autowired
    private VirusScanOnDemand virusScan;

    @Autowired
    @Qualifier("screeningSweep")
    private RecurringTask<Void> sweep;

    private RealClamd clamd;

    @BeforeEach
    void start() throws Exception {
        clamd = RealClamd.start(directory);
        virusScan.by(RealClamd.socket(directory));
    }

    @AfterEach
    void stop() {
        virusScan.reset();
        clamd.close();
    }

    /** One that nobody has looked at before. */
    private static byte[] text(String begin) {
        return (begin + Given.unique()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] infected() {
        return text(new String(RealClamd.virus(), StandardCharsets.US_ASCII));
    }

    private String submitted(byte[] file) {
        Answer answer = as("finance-staff")
                .post("/api/requests", submission("ประกาศที่มีไฟล์").toString(), Map.of("รายการ.txt", file));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private void revise(String id, byte[] file) {
        String path = "/api/requests/" + id + "/revisions";
        ok(as("finance-staff").post(path, submission("ประกาศที่มีไฟล์").toString(), Map.of("รายการ.txt", file)));
    }

    private JsonNode screened(String id) {
        await().until(() -> !request(id).at("/screening/state").asText().equals("pending"));
        return request(id);
    }

    private void goesBackFor(String kind, JsonNode request) {
        assertThat(request.get("status").asText()).isEqualTo("returned");
        assertThat(request.at("/lastReturn/step").asText()).isEqualTo("screen");
        assertThat(request.at("/lastReturn/reasonCode").asText()).isEqualTo("other");
        assertThat(request.at("/lastReturn/reason").asText()).contains("ไวรัส").contains("รายการ.txt");
        assertThat(request.at("/currentStep/element").asText()).isEqualTo("revise");
        assertThat(request.at("/screening/findings"))
                .filteredOn(finding -> finding.get("action").asText().equals("block"))
                .extracting(finding -> finding.get("kind").asText())
                .containsExactly(kind);
        assertThat(events(request.get("id").asText())).endsWith("screened:blocked", "returned");
    }

    @Test
    void aVirusGoesBackToItsOwner() {
        JsonNode request = screened(submitted(infected()));

        goesBackFor("virus", request);
        assertThat(request.at("/screening/findings/0/excerpt").asText()).isEqualTo(RealClamd.VIRUS);
    }

    @Test
    void whatHasNoneGoesToTheDirectorAndIsKnownFromThenOn() {
        byte[] file = text("รายการ ");
        assertThat(screened(submitted(file)).at("/currentStep/element").asText())
                .isEqualTo("certify");
        clamd.close();

        JsonNode again = request(submitted(file));

        assertThat(again.at("/screening/state").asText()).isEqualTo("clean");
        assertThat(again.at("/currentStep/element").asText()).isEqualTo("certify");
    }

    @Test
    void whileNobodyCanLookItWaitsAndThenGoesOn() throws Exception {
        clamd.close();
        String id = submitted(text("รายการ "));
        waits(id);
        clock.advance(Duration.ofMinutes(3));
        sweep.executeRecurringly(null, null);
        waits(id);

        clamd = RealClamd.start(directory);
        sweep.executeRecurringly(null, null);

        assertThat(screened(id).at("/screening/state").asText()).isEqualTo("clean");
        assertThat(request(id).at("/currentStep/element").asText()).isEqualTo("certify");
    }

    private void waits(String id) {
        assertThat(certification("finance-director", id, CERTIFIED).status()).isEqualTo(409);
        assertThat(request(id).at("/screening/state").asText()).isEqualTo("pending");
        assertThat(request(id).at("/currentStep/element").asText()).isEqualTo("screen");
    }

    @Test
    void whereNobodyCanLookForLongItGoesBackAndIsLookedAtAnewOnceItIsProposedAgain() throws Exception {
        clamd.close();
        byte[] file = text("รายการ ");
        String id = submitted(file);
        waits(id);
        clock.advance(Duration.ofMinutes(16));
        sweep.executeRecurringly(null, null);
        goesBackFor("virus-unchecked", request(id));

        clamd = RealClamd.start(directory);
        revise(id, file);

        assertThat(screened(id).at("/screening/state").asText()).isEqualTo("clean");
        ok(certification("finance-director", id, CERTIFIED));
    }

    @Test
    void whatIsMoreThanCanBeLookedAtGoesBackAtOnceUntilItsLimitsAreRaised() throws Exception {
        byte[] large = text("ก".repeat(RealClamd.LARGEST));
        String id = submitted(large);
        goesBackFor("virus-unchecked", screened(id));

        clamd.close();
        clamd = RealClamd.start(directory, 10 * RealClamd.LARGEST);
        revise(id, large);

        assertThat(screened(id).at("/currentStep/element").asText()).isEqualTo("certify");
    }

    @Test
    void itIsFoundWithoutBeingSubmittedToo() {
        assertThat(found().findValuesAsText("kind")).containsExactly("virus");
        clamd.close();
        assertThat(found().findValuesAsText("kind")).contains("virus-unchecked");
    }

    private JsonNode found() {
        Answer answer = as("finance-staff").postForm("/api/screenings", Map.of(), Map.of("รายการ.txt", infected()));
        ok(answer);
        return answer.json();
    }

    @Test
    void itsOwnerIsToldWhileTheyWrite() {
        Caller owner = signedIn("finance-staff");
        String page = owner.get("/desk/new").text();
        String draft = "/desk/drafts/"
                + Jsoup.parse(page).select("#submission [name=draft]").val();
        owner.postForm(draft + "/files", Map.of(), Map.of("รายการ.txt", infected()));

        await().until(() ->
                !owner.get(draft + "/findings").json().get("reading").asBoolean());

        assertThat(owner.get(draft + "/findings").json().at("/findings/0/words").asText())
                .contains("รายการ.txt", "ไวรัส");
    }

    @Test
    void theWatchersSeeWhetherFilesCanBeLookedAt(@Autowired PrometheusMeterRegistry metrics) {
        assertThat(metrics.scrape()).contains("prakat_virus_scan_up 1.0");
        clamd.close();
        assertThat(metrics.scrape()).contains("prakat_virus_scan_up 0.0");
        virusScan.reset();
        assertThat(metrics.scrape()).contains("prakat_virus_scan_up NaN");
    }

    @Test
    void whatWasReadBeforeVirusesWereLookedForIsLookedAtAnew(
            @Autowired PersonalData personalData,
            @Autowired PersonalDataRules rules,
            @Autowired FileReading reading,
            @Autowired Links links) {
        String looking = new Screener(personalData, rules, virusScan, reading, links).rules();
        virusScan.reset();

        assertThat(new Screener(personalData, rules, virusScan, reading, links).rules())
                .isNotEqualTo(looking);
    }
}
