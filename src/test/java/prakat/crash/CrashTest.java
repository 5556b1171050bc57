package prakat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prakat.Answer;
import prakat.Caller;
import prakat.PostOffice;
import prakat.crash.Survival.Acknowledged;

/**
 * Real processes, killed under load again and again: nothing that was acknowledged is lost, and nothing happens twice.
 * {@code mvn verify -Pcrash} runs it; {@code -Dprakat.crash.kills} says how often, {@code -Dprakat.crash.seed} when.
 */
@Tag("program")
@Tag("crash")
class CrashTest {

    private static final int KILLS = Integer.getInteger("prakat.crash.kills", 100);
    private static final long SEED = Long.getLong("prakat.crash.seed", new Random().nextLong());

    /** The engine's lock on what a killed node had begun, and the outbox's, with time to spare. */
    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private final List<String> violations = new ArrayList<>();
    private Survival survival;

    @Test
    void oneNodeWithTheEmbeddedDatabase() throws Exception {
        survive("demo", 1, Map.of());
    }

    @Test
    void twoNodesWithPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            survive(
                    "demo,postgres",
                    2,
                    Map.of(
                            "PRAKAT_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                            "PRAKAT_DB_USER", "postgres",
                            "PRAKAT_DB_PASSWORD", "postgres"));
        }
    }

    private void survive(String profiles, int nodes, Map<String, String> database) throws Exception {
        GreenMail mails = PostOffice.open();
        mails.purgeEmailFromAllMailboxes();
        Map<String, String> environment = new HashMap<>(database);
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", String.valueOf(PostOffice.PORT));
        environment.put("PRAKAT_MAIL_FROM", "website@example.org");
        survival = new Survival(directory, profiles, environment);
        System.out.println("Crash test with -Dprakat.crash.seed=" + SEED);
        try {
            survival.live(nodes, KILLS, SEED);
            List<Acknowledged> all = survival.acknowledged();
            settle(all, mails);
            violations.addAll(survival.violations());
            everythingIsThereOnce(all);
            countFilesLeftToTheSweep(all);
            everybodyWasToldOnce(all, mails);
            System.out.println("SURVIVED " + profiles + " " + survival.counts());
            assertThat(violations).isEmpty();
        } finally {
            survival.stop();
        }
    }

    /** Until every takedown is on record and no mail has come for a while. */
    private void settle(List<Acknowledged> all, GreenMail mails) throws InterruptedException {
        Caller officer = Caller.basic(survival.program(), "web-officer");
        Instant end = Instant.now().plus(UNTIL_SETTLED);
        Instant last =
                all.stream().map(Acknowledged::until).max(Instant::compareTo).orElseThrow();
        int before = -1;
        int now = mails.getReceivedMessages().length;
        while (Instant.now().isBefore(end)
                && (Instant.now().isBefore(last) || published(officer) > 0 || now > before)) {
            TimeUnit.SECONDS.sleep(15);
            before = now;
            now = mails.getReceivedMessages().length;
        }
    }

    private static int published(Caller officer) {
        return officer.get("/api/requests?status=published&size=1")
                .json()
                .get("total")
                .asInt();
    }

    private void everythingIsThereOnce(List<Acknowledged> all) {
        Caller officer = Caller.basic(survival.program(), "web-officer");
        Set<String> numbers = new HashSet<>();
        long latest = 0;
        for (Acknowledged request : all) {
            if (!numbers.add(request.number())) {
                violations.add(request.number() + " was given twice");
            }
            String path = "/api/requests/" + request.id();
            JsonNode found = officer.get(path).json();
            if (!request.number().equals(found.path("number").asText())) {
                violations.add(request.number() + " is lost");
                continue;
            }
            if (!Arrays.equals(
                    request.file(),
                    officer.get(path + "/attachments/1").response().body())) {
                violations.add("the file of " + request.number() + " is not what was sent");
            }
            Map<String, Integer> events = new HashMap<>();
            Instant takenDown = null;
            for (JsonNode entry : officer.get(path + "/history").json()) {
                events.merge(entry.get("event").asText(), 1, Integer::sum);
                if ("taken-down".equals(entry.get("event").asText())) {
                    takenDown = Instant.parse(entry.get("at").asText());
                }
            }
            events.forEach((event, times) -> {
                if (times > 1) {
                    violations.add(request.number() + ": " + event + " " + times + " times");
                }
            });
            Stream.concat(Stream.of("submitted"), request.decisions().stream())
                    .filter(event -> !events.containsKey(event))
                    .forEach(event -> violations.add(request.number() + ": " + event + " is lost"));
            if (events.containsKey("published")) {
                if (takenDown == null) {
                    violations.add(request.number() + ": its takedown is not on record");
                } else {
                    latest = Math.max(
                            latest, Duration.between(request.until(), takenDown).toSeconds());
                }
                Answer page = officer.get("/news/" + request.number());
                if (page.status() != 410) {
                    violations.add(request.number() + " is answered " + page.status() + " after its end");
                }
            }
        }
        survival.counts().set("seconds of the latest takedown", (int) latest);
        int total = officer.get("/api/requests?size=1").json().get("total").asInt();
        if (total != all.size()) {
            violations.add(total + " requests of " + all.size() + " that were acknowledged");
        }
    }

    /** What came in with a call that was never answered with yes is nobody's; the sweep removes it a day later. */
    private void countFilesLeftToTheSweep(List<Acknowledged> all) throws IOException, NoSuchAlgorithmException {
        Set<String> known = new HashSet<>();
        for (Acknowledged request : all) {
            known.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(request.file())));
        }
        survival.counts().set("files left to the sweep", 0);
        try (Stream<Path> files = Files.walk(directory.resolve("data/files"))) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().endsWith("incoming"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !known.contains(name))
                    .forEach(name -> survival.counts().add("files left to the sweep"));
        }
    }

    /** A mail whose sender was killed before it could note that it was sent goes out twice, and no other. */
    private void everybodyWasToldOnce(List<Acknowledged> all, GreenMail mails) throws MessagingException {
        Map<String, Integer> told = new HashMap<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            told.merge(mail.getAllRecipients()[0] + " " + mail.getSubject(), 1, Integer::sum);
        }
        int twice = told.values().stream().mapToInt(times -> times - 1).sum();
        survival.counts().set("mails", told.size());
        survival.counts().set("mails sent twice", twice);
        if (twice > KILLS) {
            violations.add(twice + " mails were sent twice");
        }
        // Who had decided before the mail was written is not asked to any more.
        survival.counts().set("requests whose director was not told any more", (int) all.stream()
                .filter(request -> told.keySet().stream()
                        .noneMatch(mail -> mail.startsWith("finance-director")
                                && mail.contains("รอท่านรับรอง: " + request.number())))
                .count());
    }
}
