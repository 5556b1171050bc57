package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Who submits what is published already is told so, and by which number. */
class NearCopyTest extends ProgramTest {

    private static final String TITLE = "ประชาสัมพันธ์การรับบริจาคหนังสือเข้าห้องสมุดโรงเรียนขนาดเล็ก ประจำปี 2569";

    private static final String TEXT =
            "<p>ขอเชิญชวนบุคลากรและประชาชนร่วมบริจาคหนังสือที่ยังอยู่ในสภาพดีเพื่อส่งมอบให้ห้องสมุดของโรงเรียนขนาดเล็กในสังกัด"
                    + " นำส่งได้ที่กลุ่มอำนวยการ ชั้น 1 ในวันและเวลาราชการ</p>";

    @Autowired
    @Qualifier("fingerprinting")
    private RecurringTask<Void> fingerprinting;

    @Test
    void whatIsNearlyTheSameAsSomethingOnTheWebsiteIsSaidWithItsNumber() {
        JsonNode published = published(TITLE);
        String number = published.get("number").asText();

        JsonNode finding = nearCopies(TITLE.replace("2569", "๒๕๖๙"), TEXT.replace("ยังอยู่ใน", "มี"))
                .get(0);
        assertThat(finding.get("action").asText()).isEqualTo("note");
        assertThat(finding.at("/place/field").asText()).isEqualTo("body");
        assertThat(finding.get("excerpt").asText()).isEqualTo(number + " " + TITLE);
        assertThat(nearCopies(TITLE.replace("2569", "2570"), TEXT))
                .as("the next one")
                .isEmpty();

        String newer = "/api/requests/" + published.get("id").asText() + "/updates";
        JsonNode update =
                as("finance-staff").post(newer, content(TITLE, TEXT).toString()).json();
        assertThat(update.get("replaces").isNull()).isFalse();
        assertThat(nearCopies(update)).as("what it takes the place of").isEmpty();

        ok(as("web-officer")
                .post(
                        "/api/requests/" + published.get("id").asText() + "/withdrawal",
                        """
                        {"reason": "ข้อมูลซ้ำกับประกาศฉบับก่อน"}"""));
        assertThat(nearCopies(TITLE, TEXT)).as("off the website").isEmpty();
    }

    @Test
    void whatWasPublishedBeforeThereWereFingerprintsIsFoundToo() {
        String title = TITLE.replace("หนังสือ", "คอมพิวเตอร์");
        published(title);
        jdbc.sql("delete from fingerprint").update();
        assertThat(nearCopies(title, TEXT)).isEmpty();

        fingerprinting.executeRecurringly(null, null);

        assertThat(nearCopies(title, TEXT)).hasSize(1);
    }

    private JsonNode published(String title) {
        return given().permit(given().certify(given().submit("finance-staff", content(title, TEXT))));
    }

    private List<JsonNode> nearCopies(String title, String text) {
        return nearCopies(given().submit("hr-staff", content(title, text)));
    }

    private List<JsonNode> nearCopies(JsonNode request) {
        return request(request.get("id").asText()).at("/screening").findParents("kind").stream()
                .filter(finding -> finding.get("kind").asText().equals("near-copy"))
                .toList();
    }

    private static ObjectNode content(String title, String text) {
        return submission(title).put("summary", "ขอเชิญร่วมบริจาค").put("body", text);
    }
}
