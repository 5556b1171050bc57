package prakat;

import static org.assertj.core.api.Assertions.assertThat;
import static prakat.ScreeningTest.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is public is screened again when rules have changed, and what is found there is withdrawn or answered. */
@Order(3)
class RescreeningTest extends ProgramTest {

    private static final String PAGE = "/desk/screenings";
    private static final String API = "/api/rescreenings";

    private static final String PHONE = "081-234-5678";

    private final String policy;

    RescreeningTest() throws IOException {
        policy = Files.readString(Path.of("processes/screening-policy.dmn"));
    }

    @BeforeEach
    void telephonesMayPass() {
        // The first row that fits: of a kind that nothing here has.
        deploy(policy.replaceFirst("\"virus\"", "\"phone\"").replaceFirst("\"block\"", "\"pass\""), engine);
    }

    @AfterEach
    void asItWas() {
        deploy(policy, engine);
    }

    @Test
    void whatIsFoundInWhatIsPublicIsListedUntilItIsAnsweredOrWithdrawn() {
        JsonNode kept = published("ประกาศผลการคัดเลือก");
        JsonNode withdrawn = published("ประกาศรับสมัคร");
        Caller officer = signedIn("web-officer");
        assertThat(request(kept).at("/screening/state").asText()).isEqualTo("clean");

        deploy(policy, engine);
        screenAgain();

        assertThat(officer.get(PAGE).text())
                .contains("ประกาศผลการคัดเลือก", "ประกาศรับสมัคร", "หมายเลขโทรศัพท์")
                .contains(desk(kept) + "/withdraw", desk(kept) + "/findings")
                .doesNotContain(PHONE);
        assertThat(signedIn("admin").get(PAGE).text())
                .contains("ประกาศผลการคัดเลือก")
                .doesNotContain(desk(kept) + "/withdraw");
        JsonNode finding = request(kept).at("/screening/findings/0");
        assertThat(finding.get("kind").asText()).isEqualTo("phone");

        String page = desk(kept) + "/findings";
        assertThat(officer.get(desk(kept)).text()).contains(page);
        assertThat(officer.form(page, Map.of()).status()).isEqualTo(400);
        String answer = "answer." + finding.get("id").asText();
        assertThat(officer.form(page, Map.of(answer, "meant-to-be-public")).status())
                .isEqualTo(302);
        assertThat(request(kept).at("/screening/findings/0/answer/answer").asText())
                .isEqualTo("meant-to-be-public");
        assertThat(events(kept.get("id").asText())).endsWith("published", "findings-answered");
        ok(as("web-officer")
                .post(
                        "/api/requests/" + withdrawn.get("id").asText() + "/withdrawal",
                        "{\"reason\": \"มีหมายเลขโทรศัพท์ส่วนตัว\"}"));

        assertThat(officer.get(PAGE).text()).doesNotContain("ประกาศผลการคัดเลือก", "ประกาศรับสมัคร");
        screenAgain();
        assertThat(officer.get(PAGE).text()).doesNotContain("ประกาศผลการคัดเลือก", "ประกาศรับสมัคร");
        assertThat(officer.get(desk(kept)).text()).doesNotContain(page);
    }

    @Test
    void whoHasYetToDecideAnswersWhatIsFoundThen() {
        JsonNode waiting = given().submit("finance-staff", withPhone("ประกาศที่รอรับรอง"));
        String id = waiting.get("id").asText();
        deploy(policy, engine);
        screenAgain();

        assertThat(certification("finance-director", id, CERTIFIED).status()).isEqualTo(400);

        deploy(policy.replaceFirst("\"virus\"", "\"phone\""), engine);
        screenAgain();
        assertThat(certification("finance-director", id, CERTIFIED).text())
                .contains("เมื่อตรวจใหม่พบสิ่งที่ต้องไม่เผยแพร่");
        ok(certification("finance-director", id, RETURNED));
    }

    @Test
    void whatWasAnsweredBeforeItWasPublicIsNotAskedAgain() {
        deploy(policy, engine);
        JsonNode request = given().submit("finance-staff", withPhone("ประกาศที่ตอบแล้ว"));
        String id = request.get("id").asText();
        String answers = ", \"answers\": [{\"finding\": \"%s\", \"answer\": \"not-so\"}]}"
                .formatted(request.at("/screening/findings/0/id").asText());
        ok(certification("finance-director", id, CERTIFIED.replaceFirst("}\\s*$", answers)));
        ok(vetting("web-officer", id, PERMITTED.replaceFirst("}\\s*$", answers)));

        screenAgain();

        assertThat(signedIn("web-officer").get(PAGE).text()).doesNotContain("ประกาศที่ตอบแล้ว");
        String url = "/api/requests/" + id + "/answers";
        assertThat(as("web-officer").post(url, "{\"answers\": []}").text()).contains("ไม่มีสิ่งที่ตรวจพบซึ่งต้องตอบ");
        assertThat(as("finance-staff").post(url, "{\"answers\": []}").status()).isEqualTo(403);
    }

    @Test
    void administratorsBeginItAndWebOfficersReadWhatWasFound() {
        assertThat(signedIn("web-officer").form(PAGE, Map.of()).status()).isEqualTo(403);
        assertThat(signedIn("web-officer").get("/desk").text()).contains(PAGE);
        assertThat(signedIn("finance-director").get(PAGE).status()).isEqualTo(403);
        assertThat(signedIn("finance-director").get("/desk").text()).doesNotContain(PAGE);
        assertThat(as("web-officer").post(API, "").status()).isEqualTo(403);
        assertThat(anybody().post(API, "").status()).isEqualTo(401);
        assertThat(signedIn("admin").form(PAGE, Map.of()).status()).isEqualTo(302);
        runDue();
        assertThat(signedIn("admin").get(PAGE).text()).contains("ตรวจเมื่อ");
    }

    @Test
    void ofManyThatAreBegunAtOnceOneIs() throws Exception {
        assertThat(TogetherTest.atOnce(8, () -> as("admin").post(API, "")).stream()
                        .filter(answer -> answer.status() == 202))
                .hasSize(1);
        runDue();
    }

    private void screenAgain() {
        assertThat(as("admin").post(API, "").status()).isEqualTo(202);
        assertThat(as("admin").post(API, "").status()).isEqualTo(409);
        assertThat(as("admin").get(API).json().at("/0/endedAt").isNull()).isTrue();
        runDue();
        assertThat(as("admin").get(API).json().at("/0/endedAt").isNull()).isFalse();
    }

    private JsonNode published(String title) {
        JsonNode request = given().submit("finance-staff", withPhone(title));
        String id = request.get("id").asText();
        ok(certification("finance-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        return request;
    }

    private static ObjectNode withPhone(String title) {
        return submission(title).put("summary", "ติดต่อ โทร " + PHONE);
    }

    private JsonNode request(JsonNode request) {
        return request(request.get("id").asText());
    }

    private static String desk(JsonNode request) {
        return "/desk/requests/" + request.get("id").asText();
    }
}
