package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program as an office installs it, in processes of its own. */
@Tag("program")
@Execution(ExecutionMode.CONCURRENT)
class InstallationTest {

    private static final String BASE = "dc=office,dc=example";
    private static final String PASSWORD = Caller.PASSWORD;

    @TempDir
    Path directory;

    @Test
    void theOfficesDirectoryReplacesTheAccountsAndItsPoliciesOurs() throws Exception {
        String policy = Files.readString(Path.of("processes/publication-policy.dmn"));
        Files.writeString(
                directory.resolve("publication-policy.dmn"), policy.replace("<text>730</text>", "<text>731</text>"));
        InMemoryDirectoryServer ldap = directoryServer();
        ldap.startListening();
        Map<String, String> environment = Map.of(
                "LOGGING_STRUCTURED_FORMAT_CONSOLE",
                "ecs",
                "PRAKAT_SUBMISSIONS_PER_HOUR",
                "1",
                "PRAKAT_LDAP_URL",
                "ldap://127.0.0.1:" + ldap.getListenPort() + "/",
                "PRAKAT_LDAP_BASE",
                BASE,
                "PRAKAT_LDAP_USER",
                "uid=reader," + BASE,
                "PRAKAT_LDAP_PASSWORD",
                PASSWORD,
                "PRAKAT_LDAP_PEOPLE",
                "ou=people",
                "PRAKAT_LDAP_GROUPS",
                "ou=groups");
        try (Program program = Program.start(directory, "ldap", environment)) {
            URI uri = program.up();
            Caller staff = Caller.basic(uri, "law-staff");
            // A day longer than our policy lets news stay.
            Instant until = Instant.now().plus(Duration.ofDays(731)).minus(Duration.ofHours(1));
            JsonNode request = made(staff.post(
                    "/api/requests",
                    Given.submission("ระเบียบใหม่")
                            .put("publishUntil", until.toString())
                            .toString()));
            String path = "/api/requests/" + request.get("id").asText();
            assertThat(request.at("/requester/name").asText()).isEqualTo("เจ้าหน้าที่ กฎหมาย");
            assertThat(request.at("/group/code").asText()).isEqualTo("law");
            assertThat(Caller.basic(uri, "audit-director").get(path).status()).isEqualTo(404);

            Caller director = Caller.session(uri, "law-director");
            assertThat(director.get("/camunda/api/engine/engine/default/task").json())
                    .hasSize(1);
            assertThat(Caller.basic(uri, "law-director")
                            .post(path + "/certification", Given.CERTIFIED)
                            .status())
                    .isEqualTo(200);
            Answer permitted = Caller.basic(uri, "site-keeper").post(path + "/vetting", Given.PERMITTED);
            assertThat(permitted.json().get("status").asText()).isEqualTo("published");
            assertThat(staff.get(path + "/history").text())
                    .as("as much of a long name as the record keeps")
                    .contains("\"เจ้าหน้าที่ เว็บไซต์ เว็บไซต์");

            assertThat(Caller.session(uri, "keeper-of-all")
                            .get("/camunda/app/cockpit/default/")
                            .status())
                    .isEqualTo(200);
            assertThat(Caller.basic(uri, "finance-staff").get("/api/requests").status())
                    .as("nobody whom the directory does not know")
                    .isEqualTo(401);

            assertThat(Caller.session(uri, "law-director").get("/desk/mails").status())
                    .as("mails are nobody else's to read")
                    .isEqualTo(404);
            assertThat(program.log())
                    .contains("Mails are kept and not sent: set SPRING_MAIL_HOST and PRAKAT_MAIL_FROM")
                    .contains("the address by which each reader came, which anybody can make up");

            onlyOneAnHour(staff, Caller.session(uri, "law-staff"));
            theLogSaysWhichRequestAndNeverWho(program, request.get("number").asText());

            ldap.modify(
                    group("law-directors"),
                    new com.unboundid.ldap.sdk.Modification(
                            ModificationType.ADD, "member", "uid=audit-director,ou=people," + BASE));
            assertThat(Caller.basic(uri, "audit-director").get(path).status())
                    .as("a change in the directory counts from the next call on")
                    .isEqualTo(200);
        } finally {
            ldap.shutDown(true);
        }
    }

    /** From the submission on, whatever does the work: calls, and what is done beside them. */
    private static void theLogSaysWhichRequestAndNeverWho(Program program, String number) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : program.log().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines.stream()
                        .filter(line -> line.at("/prakat/number").asText().equals(number))
                        .map(line -> line.at("/message").asText()))
                .contains(
                        "On the record of " + number + ": submitted",
                        "On the record of " + number + ": certification certified",
                        "On the record of " + number + ": published",
                        "A mail about " + number
                                + " cannot be sent, as its reader has no mail address: Admin or the directory can say one");
        assertThat(program.log())
                .doesNotContain("law-staff", "law-director", "audit-director", "site-keeper", "keeper-of-all", PASSWORD)
                .doesNotContainPattern("[ก-๛]");
    }

    /** As the environment says here; a program and a person read how long to wait. */
    private static void onlyOneAnHour(Caller program, Caller person) {
        Answer again =
                program.post("/api/requests", Given.submission("อีกเรื่อง").toString());
        assertThat(again.status()).isEqualTo(429);
        assertThat(Integer.parseInt(again.header("Retry-After").orElseThrow())).isBetween(3400, 3600);
        assertThat(again.json().get("detail").asText()).matches("ส่งคำขอเกิน 1 เรื่อง.* (58|59|60) นาที.*");

        Matcher draft = Pattern.compile("/desk/new/([0-9a-f-]{36})")
                .matcher(person.get("/desk/new").text());
        assertThat(draft.find()).isTrue();
        Answer page = person.form(
                draft.group(),
                Map.of(
                        "draft", draft.group(1),
                        "saves", "0",
                        "title", "อีกเรื่อง",
                        "summary", "สรุป",
                        "body", "<p>รายละเอียด</p>",
                        "category", "news"));
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("ส่งคำขอเกิน 1 เรื่อง", "value=\"อีกเรื่อง\"");
    }

    @Test
    void whatIsMissingIsSaidInOneLine() throws Exception {
        try (Program program = Program.start(directory, "", Map.of())) {
            assertThat(program.fallen())
                    .contains("There is no administrator yet: set PRAKAT_ADMIN_ID and PRAKAT_ADMIN_PASSWORD")
                    .doesNotContain("\tat ");
        }
    }

    private static JsonNode made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static InMemoryDirectoryServer directoryServer() throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
        config.setSchema(null);
        InMemoryDirectoryServer ldap = new InMemoryDirectoryServer(config);
        ldap.add(new Entry("dn: " + BASE, "objectClass: domain", "dc: office"));
        ldap.add("dn: uid=reader," + BASE, "objectClass: account", "uid: reader", "userPassword: " + PASSWORD);
        ldap.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
        ldap.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
        person(ldap, "law-staff", "กฎหมาย");
        person(ldap, "law-director", "กฎหมาย");
        person(ldap, "audit-director", "ตรวจสอบ");
        person(ldap, "site-keeper", "เว็บไซต์" + " เว็บไซต์".repeat(40));
        person(ldap, "keeper-of-all", "ระบบ");
        group(ldap, "law", "law-staff", "law-director");
        group(ldap, "law-directors", "law-director");
        group(ldap, "audit", "audit-director");
        group(ldap, "audit-directors", "audit-director");
        group(ldap, "ict", "site-keeper");
        group(ldap, "web-officers", "site-keeper");
        group(ldap, "camunda-admin", "keeper-of-all");
        return ldap;
    }

    private static void person(InMemoryDirectoryServer ldap, String id, String name)
            throws LDAPException, LDIFException {
        ldap.add(
                "dn: uid=" + id + ",ou=people," + BASE,
                "objectClass: inetOrgPerson",
                "uid: " + id,
                "cn: " + id,
                "givenName: เจ้าหน้าที่",
                "sn: " + name,
                "userPassword: " + PASSWORD);
    }

    private static void group(InMemoryDirectoryServer ldap, String name, String... members)
            throws LDAPException, LDIFException {
        Entry entry = new Entry(group(name));
        entry.addAttribute("objectClass", "groupOfNames");
        entry.addAttribute("cn", name);
        entry.addAttribute(
                "member",
                java.util.Arrays.stream(members)
                        .map(member -> "uid=" + member + ",ou=people," + BASE)
                        .toList());
        ldap.add(entry);
    }

    private static String group(String name) {
        return "cn=" + name + ",ou=groups," + BASE;
    }
}
