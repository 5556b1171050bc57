package prakat.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.camunda.bpm.engine.identity.User;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import prakat.Answer;
import prakat.Caller;
import prakat.OtherProgram;
import prakat.PostOffice;
import prakat.ProgramTest;
import prakat.background.Rush;
import prakat.background.Schedulers;
import prakat.input.Coded;
import prakat.organisation.Organisation;
import prakat.organisation.PasswordGuessed;
import prakat.publication.Publishing;
import prakat.publication.Withdrawal;
import prakat.request.record.EntryAdded;
import prakat.request.record.Event;

/** Who is told what, by a real mail server and a program that is called; each once. */
class NotificationTest extends ProgramTest {

    private static final String REASON = "ประชาชนยังใช้ข้อมูลนี้อยู่";

    @Autowired
    private Notifier notifier;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Organisation organisation;

    @Autowired
    private TransactionTemplate transaction;

    private final GreenMail postOffice = PostOffice.open();
    private final OtherProgram otherProgram = OtherProgram.get();

    @BeforeEach
    void nothingIsNew() throws Exception {
        postOffice.purgeEmailFromAllMailboxes();
        otherProgram.calls();
    }

    @AfterEach
    void everythingIsToldAndChosenAsBefore() {
        PostOffice.open();
        otherProgram.answers(204);
        jdbc.sql("delete from notification_preference").update();
        jdbc.sql("update message set state = 'DISCARDED' where state = 'FAILED'")
                .update();
    }

    @Test
    @Tag("database")
    void eachStepIsToldOnceToThoseWhomItConcerns() throws Exception {
        String id = submit("finance-staff", submission("งบทดลอง"));
        assertThat(told()).containsExactly("finance-director: รอท่านรับรอง: " + number(id) + " งบทดลอง");
        ok(certification("finance-director", id, RETURNED));
        assertThat(told()).containsExactly("finance-staff: ส่งกลับให้แก้ไข: " + number(id) + " งบทดลอง");
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("งบทดลอง 2").toString()));
        String what = ": " + number(id) + " งบทดลอง 2";
        assertThat(told()).containsExactly("finance-director: รอท่านรับรอง" + what);
        ok(certification("finance-director", id, CERTIFIED));
        assertThat(told())
                .containsExactly("web-officer-2: รอท่านกลั่นกรอง" + what, "web-officer: รอท่านกลั่นกรอง" + what);
        ok(vetting("web-officer", id, PERMITTED));
        assertThat(told()).containsExactly("finance-staff: เผยแพร่แล้ว" + what);

        extend(id);
        assertThat(told()).containsExactly("finance-director: รอท่านรับรองการขยายเวลา" + what);
        ok(as("finance-director").post("/api/requests/" + id + "/extension/certification", RETURNED));
        assertThat(told()).containsExactly("finance-staff: ไม่รับรองการขยายเวลา" + what);
        extend(id);
        told();
        ok(as("finance-director").post("/api/requests/" + id + "/extension/certification", CERTIFIED));
        assertThat(told())
                .containsExactly(
                        "web-officer-2: รอท่านกลั่นกรองการขยายเวลา" + what,
                        "web-officer: รอท่านกลั่นกรองการขยายเวลา" + what);
        ok(as("web-officer").post("/api/requests/" + id + "/extension/vetting", REFUSED));
        assertThat(told()).containsExactly("finance-staff: ไม่อนุญาตให้ขยายเวลา" + what);
        extend(id);
        ok(as("finance-director").post("/api/requests/" + id + "/extension/certification", CERTIFIED));
        ok(as("web-officer").post("/api/requests/" + id + "/extension/vetting", PERMITTED));
        assertThat(told())
                .as("what is done already is nothing that waits")
                .containsExactly("finance-staff: ขยายเวลาเผยแพร่แล้ว" + what);

        ok(as("web-officer").post("/api/requests/" + id + "/withdrawal", "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}"));
        assertThat(told()).containsExactly("finance-staff: ถอนออกจากเว็บไซต์" + what);
        assertThat(told()).isEmpty();
    }

    @Test
    void theEndOfThePeriodIsToldToItsOwner() throws Exception {
        String id = published(clock.instant().plus(Duration.ofDays(2)));
        told();
        clock.advance(Duration.ofDays(2));
        fire(id, "periodEnds");

        assertThat(told()).containsExactly("finance-staff: ครบกำหนดเผยแพร่แล้ว: " + number(id) + " ประกาศทดสอบ");
    }

    @ParameterizedTest
    @CsvSource({
        "reminded, finance-director: ใกล้ครบกำหนด (รับรองข้อมูล)",
        "escalated, deputy-director: รายงานงานเกินกำหนด (รับรองข้อมูล)|finance-director: เกินกำหนด (รับรองข้อมูล)",
        "reassigned, finance-staff: ท่านเป็นเจ้าของเรื่อง",
        "end-announced, finance-staff: ใกล้ครบกำหนดเผยแพร่",
        "replaced, finance-staff: ฉบับปรับปรุงเผยแพร่แล้ว",
        "update-requested, finance-staff: ขอให้ปรับปรุง"
    })
    void whatTheClockAndOthersBringIsToldToo(String event, String expected) throws Exception {
        String id = submit("finance-staff");
        told();
        record(id, event);

        assertThat(told())
                .containsExactly(Arrays.stream(expected.split("\\|"))
                        .map(one -> one + ": " + number(id) + " ประกาศทดสอบ")
                        .toArray(String[]::new));
    }

    @Test
    void aMailSaysTheSameInBothPartsAndLeadsToTheVeryTask() throws Exception {
        String id = submit("finance-staff", submission("งบทดลอง <2570> & สขร."));
        String link = "https://desk.example.org/desk/requests/" + id + "/tasks/" + task(id);
        runDue();
        MimeMessage mail = postOffice.getReceivedMessages()[0];

        assertThat(mail.getFrom()[0])
                .hasToString(
                        new jakarta.mail.internet.InternetAddress("website@example.org", "สพป.เชียงใหม่ เขต 3", "UTF-8")
                                .toString());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@example\\.org>");
        String plain = part(mail, "text/plain");
        Document html = Jsoup.parse(part(mail, "text/html"));
        assertThat(plain).contains("งบทดลอง <2570> & สขร.", number(id), "กลุ่มบริหารงานการเงินและสินทรัพย์", link);
        assertThat(html.text()).contains("งบทดลอง <2570> & สขร.", number(id), "กลุ่มบริหารงานการเงินและสินทรัพย์");
        assertThat(html.select("a").eachAttr("href"))
                .containsExactly(link, "https://desk.example.org/desk/notifications");
        assertThat(html.select("html").attr("lang")).isEqualTo("th");
        assertThat(plain + html.text())
                .as("nothing of the content, and nobody's name")
                .doesNotContain("รายละเอียดของ", "สรุปโดยย่อ", "เจ้าหน้าที่การเงิน");

        String path = link.substring("https://desk.example.org".length());
        Caller director = signedIn("finance-director");
        assertThat(director.get(path).header("Location").orElseThrow())
                .endsWith("/desk/requests/" + id + "/decide?step=certify");
        assertThat(signedIn("hr-director").get(path).status()).isEqualTo(404);
        ok(certification("finance-director", id, CERTIFIED));
        assertThat(director.get(path).header("Location").orElseThrow()).endsWith("/desk/requests/" + id);
        assertThat(director.get("/desk/requests/" + id).text()).contains("ไม่มีงานที่รอท่านพิจารณาแล้ว");
    }

    @Test
    void aReturnSaysWhy() throws Exception {
        String id = submit("finance-staff");
        told();
        ok(
                certification(
                        "finance-director",
                        id,
                        """
                {"outcome": "returned", "reasonCode": "incomplete", "reason": "ขาดเอกสารแนบของโครงการ",
                 "checklist": {"accurate": true, "complete": false},
                 "remarks": {"complete": "ไม่มีประกาศที่ลงนามแล้ว"}}"""));
        runDue();
        MimeMessage mail = postOffice.getReceivedMessages()[0];

        for (String part : List.of("text/plain", "text/html")) {
            assertThat(part(mail, part))
                    .contains(
                            "ขาดเอกสารแนบของโครงการ",
                            "ไม่ครบถ้วน",
                            "ไม่ผ่านเกณฑ์ “ครบถ้วน”: ไม่มีประกาศที่ลงนามแล้ว".split(": ")[1],
                            "https://desk.example.org/desk/requests/" + id + "/revise")
                    .doesNotContain("ไม่ผ่านเกณฑ์ “ถูกต้อง”");
        }
    }

    @Test
    void theOwnerIsOfferedThreeWaysBeforeTheEnd() throws Exception {
        String id = published();
        told();
        record(id, "end-announced");
        runDue();

        String desk = "https://desk.example.org/desk/requests/" + id;
        assertThat(Jsoup.parse(part(postOffice.getReceivedMessages()[0], "text/html"))
                        .select("main a")
                        .eachAttr("href"))
                .containsExactly(desk + "/extend", desk + "/update", desk);
    }

    @Test
    void nobodyIsToldOfTheirOwnAct() throws Exception {
        String id = submit("finance-director");
        assertThat(told()).containsExactly("deputy-director: รอท่านรับรอง: " + number(id) + " ประกาศทดสอบ");
        record(id, "escalated");
        assertThat(told())
                .as("late with it, and told of what is late: one mail")
                .containsExactly("deputy-director: เกินกำหนด (รับรองข้อมูล): " + number(id) + " ประกาศทดสอบ");
        ok(certification("deputy-director", id, CERTIFIED));
        ok(vetting("web-officer", id, PERMITTED));
        told();
        ok(as("finance-director")
                .post("/api/requests/" + id + "/withdrawal", "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}"));

        assertThat(told()).isEmpty();
    }

    @Test
    @Tag("database")
    void whatIsTurnedOffIsNotSentAndTheRestComesInTheLanguageThatWasChosen() throws Exception {
        Caller staff = signedIn("finance-staff");
        Document page = Jsoup.parse(staff.get("/desk/notifications").text());
        assertThat(page.select("input[name=on]").eachAttr("value"))
                .contains("published", "withdrawn")
                .doesNotContain("waiting", "escalated");
        assertThat(page.select("input[name=on]:not([checked])")).isEmpty();
        assertThat(page.text()).contains("แจ้งเสมอ", "finance-staff@example.org");
        assertThat(signedIn("deputy-director").get("/desk/notifications").text())
                .contains("value=\"escalated\"");

        Answer kept = staff.form("/desk/notifications", Map.of("on", "withdrawn", "language", "en"));

        assertThat(kept.status()).isEqualTo(302);
        page = Jsoup.parse(staff.get("/desk/notifications").text());
        assertThat(page.select("input[name=on][checked]").eachAttr("value")).containsExactly("withdrawn");
        String id = submit("finance-staff");
        ok(certification("finance-director", id, RETURNED));
        assertThat(told())
                .as("what waits is always told")
                .containsExactly("finance-staff: Returned to you: " + number(id) + " ประกาศทดสอบ");
        published();
        assertThat(told()).isEmpty();
    }

    @Test
    @Tag("database")
    void whileTheServerIsDownAMailIsTriedAgainLaterAndLaterAndThenGivenUp() throws Exception {
        submit("finance-staff");
        postOffice.stop();
        for (Duration pause : List.of(
                Duration.ZERO,
                Duration.ofSeconds(30),
                Duration.ofSeconds(150),
                Duration.ofSeconds(750),
                Duration.ofSeconds(3_750),
                Duration.ofSeconds(18_750),
                Duration.ofSeconds(93_750))) {
            int attempts = pause.isZero() ? 0 : newest().attempts();
            clock.advance(pause.dividedBy(2));
            runDue();
            assertThat(pause.isZero() || newest().attempts() == attempts)
                    .as("not before its time: " + pause)
                    .isTrue();
            clock.advance(pause.dividedBy(2).plusSeconds(1));
            runDue();
            assertThat(newest().attempts()).isEqualTo(attempts + 1);
        }

        assertThat(newest().state()).isEqualTo(Message.State.FAILED);
        assertThat(newest().lastError()).contains("Connection refused");
        PostOffice.open();
        clock.advance(Duration.ofDays(5));
        runDue();
        assertThat(received()).isEmpty();
    }

    @Test
    @Tag("database")
    void aMailThatFailedOnceIsSentAsSoonAsTheServerIsBack() throws Exception {
        String id = submit("finance-staff");
        postOffice.stop();
        runDue();
        PostOffice.open();
        clock.advance(Duration.ofSeconds(31));
        runDue();

        assertThat(received()).containsExactly("finance-director: รอท่านรับรอง: " + number(id) + " ประกาศทดสอบ");
        assertThat(newest().state()).isEqualTo(Message.State.SENT);
        assertThat(newest().lastError()).isNull();
    }

    @Test
    void aConnectionThatTheServerHasGivenUpCostsNoMailATry() throws Exception {
        submit("finance-staff");
        runDue();
        postOffice.stop();
        PostOffice.open();
        submit("finance-staff");
        runDue();

        // What it took before is gone with it.
        assertThat(received()).hasSize(1);
        assertThat(newest().attempts()).isEqualTo(1);
    }

    @Test
    @Tag("database")
    void whoCannotBeToldKeepsNobodyElseWaiting() throws Exception {
        String id = submit("finance-staff");
        told();
        String officers = ": รอท่านกลั่นกรอง: " + number(id) + " ประกาศทดสอบ";
        jdbc.sql("alter table message add constraint nothing_to_them check (recipient <> 'web-officer-2') "
                        + (onPostgres() ? "not valid" : "nocheck"))
                .update();
        try {
            ok(certification("finance-director", id, CERTIFIED));
            assertThat(told()).containsExactly("web-officer" + officers);
            String next = submit("hr-staff");
            assertThat(told()).containsExactly("hr-director: รอท่านรับรอง: " + number(next) + " ประกาศทดสอบ");
        } finally {
            jdbc.sql("alter table message drop constraint nothing_to_them").update();
        }
        clock.advance(Duration.ofSeconds(61));
        assertThat(told()).as("and the others once").containsExactly("web-officer-2" + officers);
    }

    @Test
    void aProgramThatDoesNotAnswerKeepsNoMailWaiting(
            @Autowired DataSource dataSource,
            @Autowired Webhooks webhooks,
            @Autowired MessageRepository messages,
            @Autowired MailServer mailServer)
            throws Exception {
        for (int i = 0; i < 3; i++) {
            published();
        }
        tellWithoutSending();
        jdbc.sql("update delivery_tasks set execution_time = ? where task_name <> 'mail'")
                .param(OffsetDateTime.ofInstant(clock.instant().minusSeconds(60), ZoneOffset.UTC))
                .update();
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Webhooks silent = spy(webhooks);
        doAnswer(call -> {
                    called.countDown();
                    answered.await();
                    return null;
                })
                .when(silent)
                .call(any());
        Schedulers running = new Schedulers(dataSource, clock) {};
        new DeliveryQueues(running, silent, new Delivery(messages, mailServer, silent, clock), new Rush(), clock);
        running.start();
        try {
            assertThat(called.await(30, TimeUnit.SECONDS)).as("it is called").isTrue();
            assertThat(postOffice.waitForIncomingEmail(30_000, 1))
                    .as("a mail arrives meanwhile")
                    .isTrue();
        } finally {
            answered.countDown();
            running.stop();
        }
    }

    @Test
    void whatWasTakenIsNotSentAgain(@Autowired Delivery delivery) throws Exception {
        submit("finance-staff");
        runDue();
        String sent = newest().id();

        delivery.deliver(sent);

        assertThat(received()).hasSize(1);
    }

    @Test
    @Tag("database")
    void severalNodesTellOfTheSameOnce() throws Exception {
        String id = submit("finance-staff");
        long entry = lastEntry();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> tell = () -> {
                notifier.tell(entry);
                return null;
            };
            // Of those that come too late some are refused, as by a node that was taken for dead.
            nodes.invokeAll(List.of(tell, tell, tell, tell));
        } finally {
            nodes.shutdown();
        }

        assertThat(told()).containsExactly("finance-director: รอท่านรับรอง: " + number(id) + " ประกาศทดสอบ");
    }

    @Test
    @Tag("database")
    void whatWasRolledBackIsNotTold() throws Exception {
        String id = published();
        told();
        transaction.executeWithoutResult(status -> {
            publishing.withdraw(
                    id,
                    organisation.person("web-officer").orElseThrow(),
                    () -> new Withdrawal("พบข้อผิดพลาดในตัวเลข", null, null));
            status.setRollbackOnly();
        });

        assertThat(status(id)).isEqualTo("published");
        assertThat(told()).isEmpty();
        assertThat(otherProgram.calls())
                .extracting(OtherProgram.Call::body)
                .noneMatch(body -> body.contains("withdrawn"));
    }

    @Test
    @Tag("database")
    void whatWasKeptIsSentOnceThereIsAServerUnlessItIsStale() throws Exception {
        String id = submit("finance-staff");
        told();
        String message = newest().id();
        stands(message, "KEPT", clock.instant());
        outbox.tidy();
        assertThat(told()).containsExactly("finance-director: รอท่านรับรอง: " + number(id) + " ประกาศทดสอบ");

        stands(message, "KEPT", clock.instant().minus(Duration.ofDays(8)));
        outbox.tidy();
        assertThat(told()).isEmpty();
        assertThat(newest(message).state()).isEqualTo(Message.State.UNDELIVERABLE);
    }

    @Test
    @Tag("database")
    void whatNobodyDeliversAnyMoreHasFailedAfterAWeek() throws Exception {
        submit("finance-staff");
        told();
        String message = newest().id();
        stands(message, "QUEUED", clock.instant().minus(Duration.ofDays(6)));
        outbox.tidy();
        assertThat(newest(message).state()).isEqualTo(Message.State.QUEUED);
        stands(message, "QUEUED", clock.instant().minus(Duration.ofDays(8)));
        outbox.tidy();
        assertThat(newest(message).state()).isEqualTo(Message.State.FAILED);
    }

    @Test
    @Tag("database")
    void aCallOfAProgramThatIsConfiguredNoMoreHasFailedAtOnce() {
        published();
        tellWithoutSending();
        String gone = "https://gone.example.org/";
        jdbc.sql("update message set recipient = ? where channel = 'WEBHOOK' and state = 'QUEUED'")
                .param(gone)
                .update();
        outbox.tidy();
        assertThat(signedIn("admin").get("/desk/failed-messages").text())
                .contains(gone, "no webhook of this address is configured");
        jdbc.sql("delete from message where recipient = ?").param(gone).update();
    }

    @Test
    void whoHasNoAddressKeepsNobodyBusy() throws Exception {
        address("finance-director", null);
        try {
            submit("finance-staff");
            assertThat(told()).isEmpty();
            assertThat(newest().state()).isEqualTo(Message.State.UNDELIVERABLE);
            assertThat(signedIn("finance-staff").get("/desk/mails").text()).contains("ไม่มีที่อยู่อีเมล");
            assertThat(signedIn("finance-director").get("/desk/notifications").text())
                    .contains("ยังไม่มีที่อยู่อีเมลของท่านในระบบ");
        } finally {
            address("finance-director", "finance-director@example.org");
        }
    }

    @Test
    @Tag("database")
    void whatWasSentLongAgoIsClearedOut() throws Exception {
        submit("finance-staff");
        told();
        String message = newest().id();
        outbox.tidy();
        assertThat(outbox.mail(message)).isPresent();
        clock.advance(Duration.ofDays(91));

        outbox.tidy();

        assertThat(outbox.mail(message)).isEmpty();
        assertThat(told()).as("and not told anew").isEmpty();
    }

    @Test
    void mailsAreShownOnAPageThatRunsNothing() throws Exception {
        String id = submit("finance-staff", submission("<b>งบทดลอง</b>"));
        runDue();
        Caller reader = signedIn("hr-staff");
        assertThat(reader.get("/desk/mails").text()).contains(number(id));
        String mail = "/desk/mails/" + newest().id();

        assertThat(Jsoup.parse(reader.get(mail).text()).select("iframe").attr("sandbox"))
                .contains("allow-popups")
                .doesNotContain("allow-scripts", "allow-same-origin");
        Answer html = reader.get(mail + "/html");
        assertThat(html.header("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(html.text()).contains("&lt;b&gt;งบทดลอง&lt;/b&gt;");
        assertThat(reader.get("/desk/mails/no-such-mail").status()).isEqualTo(404);
    }

    @Test
    void anotherProgramIsToldAndCanProveByWhom() throws Exception {
        String id = published();
        deliverAllIgnoringMails();

        OtherProgram.Call call = otherProgram.calls().get(0);
        assertSigned(call);
        JsonNode body = read(call.body());
        assertThat(body.get("event").asText()).isEqualTo("published");
        assertThat(body.get("id").asText()).isEqualTo(id);
        assertThat(body.get("number").asText()).isEqualTo(number(id));
        assertThat(body.get("url").asText()).endsWith("/news/" + number(id));
        assertThat(body.get("title").asText()).isEqualTo("ประกาศทดสอบ");
        assertThat(OffsetDateTime.parse(body.get("at").asText()).toInstant())
                .isBetween(clock.instant().minusSeconds(60), clock.instant());
        assertThat(call.delivery()).matches("[0-9a-f-]{36}");

        ok(as("web-officer").post("/api/requests/" + id + "/withdrawal", "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}"));
        Duration pause = Duration.ZERO;
        for (int refusal : new int[] {500, 302}) {
            otherProgram.answers(refusal);
            clock.advance(pause);
            runDue();
            pause = Duration.ofSeconds(31);
            assertThat(otherProgram.calls())
                    .as("redirects are not followed")
                    .extracting(OtherProgram.Call::path)
                    .containsExactly("/told");
        }
        otherProgram.answers(204);
        clock.advance(Duration.ofMinutes(3));
        runDue();
        List<OtherProgram.Call> calls = otherProgram.calls();
        assertThat(calls).hasSize(1);
        assertSigned(calls.get(0));
        assertThat(read(calls.get(0).body()).get("event").asText()).isEqualTo("withdrawn");
        assertThat(read(calls.get(0).body()).has("title")).isFalse();
    }

    private void extend(String id) {
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/extension",
                        JSON.createObjectNode()
                                .put(
                                        "publishUntil",
                                        clock.instant()
                                                .plus(Duration.ofDays(500))
                                                .toString())
                                .put("reason", REASON)
                                .toString()));
    }

    /** What steps of the procedure record that are not taken here. */
    private void record(String id, String event) {
        jdbc.sql(
                        """
                        insert into history_entry
                            (request_id, at, actor, actor_name, capacity, event, subject, round, content_sha256)
                        values (?, ?, 'system', 'system', 'system', ?, ?, 1, '')""")
                .params(
                        id,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        event,
                        "reassigned".equals(event) ? "finance-staff" : null)
                .update();
        transaction.executeWithoutResult(status -> events.publishEvent(
                new EntryAdded(lastEntry(), Coded.of(Event.class, event).orElseThrow(), null)));
    }

    private long lastEntry() {
        return jdbc.sql("select max(id) from history_entry").query(Long.class).single();
    }

    private void stands(String message, String state, Instant since) {
        jdbc.sql("update message set state = ?, state_since = ? where id = ?")
                .params(state, OffsetDateTime.ofInstant(since, ZoneOffset.UTC), message)
                .update();
    }

    /** Tells people of what is new, and sends nothing yet. */
    private void tellWithoutSending() {
        jdbc.sql("select task_instance from scheduled_tasks where task_name = 'tell'")
                .query(Long.class)
                .list()
                .forEach(notifier::tell);
    }

    private void address(String account, String address) {
        User user =
                engine.getIdentityService().createUserQuery().userId(account).singleResult();
        user.setEmail(address);
        engine.getIdentityService().saveUser(user);
    }

    private Message newest() {
        return newest(jdbc.sql("select id from message where channel = 'MAIL' order by history_entry_id desc"
                        + " fetch first 1 row only")
                .query(String.class)
                .single());
    }

    private Message newest(String id) {
        return outbox.mail(id).orElseThrow();
    }

    private void deliverAllIgnoringMails() throws Exception {
        runDue();
        postOffice.purgeEmailFromAllMailboxes();
    }

    /** What arrived since the last call: account and subject, sorted. */
    @Test
    void theOwnerIsToldOfManyWrongPasswords() throws Exception {
        events.publishEvent(new PasswordGuessed("finance-staff", "203.0.113.9", clock.instant()));
        // At another node, or from another address.
        events.publishEvent(new PasswordGuessed("finance-staff", "203.0.113.10", clock.instant()));
        events.publishEvent(new PasswordGuessed("no-such-account", "203.0.113.9", clock.instant()));
        runDue();
        MimeMessage mail = postOffice.getReceivedMessages()[0];
        assertThat(part(mail, "text/plain")).contains("บัญชี: finance-staff", "จากที่อยู่: 203.0.113.9");
        assertThat(told()).containsExactly("finance-staff: มีผู้พยายามเข้าสู่ระบบด้วยบัญชีของท่าน");

        clock.advance(Duration.ofDays(1).plusSeconds(1));
        events.publishEvent(new PasswordGuessed("finance-staff", "203.0.113.9", clock.instant()));
        runDue();
        assertThat(told()).as("once a day").hasSize(1);
    }

    @Test
    void whereNobodyCanDecideTheOfficeIsToldWhomToAppoint() throws Exception {
        String directors = "/engine-rest/group/hr-directors/members/hr-director";
        String deputies = "/engine-rest/group/deputy-directors/members/deputy-director";
        assertThat(as("admin").delete(directors).status()).isEqualTo(204);
        try {
            String id = submit("hr-staff", submission("ไม่มีผู้อำนวยการ"));
            assertThat(told())
                    .containsExactly(
                            "admin: กลุ่มยังไม่มีผู้อำนวยการ: " + number(id) + " ไม่มีผู้อำนวยการ",
                            "deputy-director: รอท่านรับรอง: " + number(id) + " ไม่มีผู้อำนวยการ");
            assertThat(as("admin").delete(deputies).status()).isEqualTo(204);
            String other = submit("hr-staff", submission("ไม่มีใคร"));
            assertThat(told()).containsExactly("admin: ไม่มีผู้รับรอง โปรดแต่งตั้ง: " + number(other) + " ไม่มีใคร");
        } finally {
            as("admin").put(directors, "{}");
            as("admin").put(deputies, "{}");
        }
    }

    @Test
    void whereNobodyIsLeftToVetTheOfficeIsToldWhomToAppoint() throws Exception {
        String officer = "/engine-rest/group/web-officers/members/web-officer-2";
        assertThat(as("admin").delete(officer).status()).isEqualTo(204);
        try {
            String id = submit("web-officer", submission("ของกลุ่มเอง"));
            told();
            ok(certification("ict-director", id, CERTIFIED));
            String toAppoint = ": ไม่มีผู้กลั่นกรอง โปรดแต่งตั้ง: " + number(id) + " ของกลุ่มเอง";
            assertThat(told()).containsExactly("admin" + toAppoint, "deputy-director" + toAppoint);
            assertThat(signedIn("web-officer").get("/desk/requests/" + id).text())
                    .contains("ยังไม่มีผู้ที่ทำงานนี้ได้");
        } finally {
            as("admin").put(officer, "{}");
        }
    }

    private List<String> told() throws Exception {
        runDue();
        List<String> received = received();
        postOffice.purgeEmailFromAllMailboxes();
        return received;
    }

    private List<String> received() throws MessagingException {
        List<String> received = new ArrayList<>();
        for (MimeMessage mail : postOffice.getReceivedMessages()) {
            String to = Arrays.stream(mail.getAllRecipients())
                    .map(Address::toString)
                    .collect(Collectors.joining(","));
            received.add(to.replace("@example.org", "") + ": " + mail.getSubject());
        }
        received.sort(null);
        return received;
    }

    private static String part(MimeMessage mail, String type) throws MessagingException, IOException {
        return part((MimeMultipart) mail.getContent(), type);
    }

    private static String part(MimeMultipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof MimeMultipart inner) {
                return part(inner, type);
            }
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
        }
        throw new AssertionError("no part " + type);
    }

    private static void assertSigned(OtherProgram.Call call) throws Exception {
        String second = call.signature().replaceAll("t=(\\d+),v1=[0-9a-f]{64}", "$1");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(OtherProgram.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal((second + "." + call.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(call.signature())
                .isEqualTo("t=" + second + ",v1=" + HexFormat.of().formatHex(expected));
    }
}
