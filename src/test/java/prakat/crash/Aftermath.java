package prakat.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import prakat.Answer;
import prakat.Caller;

/** The questions once everything is over: everything that was acknowledged is there, and nothing is there twice. */
final class Aftermath {

    /** The engine's lock on what a node had begun, and the scheduler's, with time to spare. */
    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(6);

    /** What people do: it is on the record as often as it was answered with yes. */
    private static final List<String> BY_PEOPLE = List.of(
            "submitted",
            "certification",
            "vetting",
            "revised",
            "withdrawn",
            "extension-requested",
            "extension-certification",
            "extension-vetting");

    private static final List<String> ENDS = List.of("taken-down", "withdrawn", "replaced");

    /** The subject of the mail to the owner, by event; who is told of anything else depends on what is done meanwhile. */
    private static final Map<String, String> TOPICS = Map.of(
            "published", "published",
            "taken-down", "ended",
            "withdrawn", "withdrawn",
            "replaced", "replaced",
            "extended", "extended");

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("notification", Locale.ROOT);
    private static final String ENDING = WORDS.getString("mail.ending.subject").replaceAll("\\{.*", "");

    private final Caller officer;
    private final Caller administrator;
    private final Path files;
    private final People people;
    private final Told told;
    private final Observations observations;
    private final Set<String> expected = new HashSet<>();

    /** @param files the directory of attachments */
    Aftermath(Nodes nodes, Path files, People people, Told told, Observations observations) {
        officer = nodes.at(0, "web-officer");
        administrator = nodes.at(0, "admin");
        this.files = files;
        this.people = people;
        this.told = told;
        this.observations = observations;
    }

    void check() throws Exception {
        waitForTakedowns();
        List<Acknowledged> all = people.acknowledged();
        Set<String> numbers = new HashSet<>();
        for (Acknowledged request : all) {
            if (!numbers.add(request.number())) {
                observations.violation(request.number() + " was given twice");
            }
            check(request);
        }
        int total = officer.get("/api/requests?size=1").json().get("total").asInt();
        if (total != all.size()) {
            observations.violation(total + " requests of " + all.size() + " that were acknowledged");
        }
        checkFiles(all);
        checkWhatWasTold();
        for (String metric : List.of("prakat.takedowns.overdue", "prakat.messages.failed")) {
            Answer answer = administrator.get("/actuator/metrics/" + metric);
            if (answer.json().at("/measurements/0/value").asDouble(-1) != 0) {
                observations.violation(metric + ": " + answer);
            }
        }
    }

    private void waitForTakedowns() throws InterruptedException {
        Instant last = people.acknowledged().stream()
                .map(Acknowledged::goneFrom)
                .max(Instant::compareTo)
                .orElseThrow();
        Instant end = last.plus(UNTIL_SETTLED);
        while (Instant.now().isBefore(last) || published() > 0 && Instant.now().isBefore(end)) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private int published() {
        return officer.get("/api/requests?status=published&size=1")
                .json()
                .get("total")
                .asInt();
    }

    private void check(Acknowledged request) {
        JsonNode found = officer.get(request.path()).json();
        if (!request.number().equals(found.path("number").asText())) {
            observations.violation(request.number() + " is lost");
            return;
        }
        for (int n = 1; n <= 2; n++) {
            Answer file = officer.get(request.path() + "/attachments/" + n);
            if (!Arrays.equals(request.version().file(), file.response().body())) {
                observations.violation("file " + n + " of " + request.number() + " is not what was sent: " + file);
            }
        }
        checkHistory(request, found);
        boolean ended = ENDS.contains(found.get("status").asText());
        if (ended != found.get("currentStep").isNull()) {
            observations.violation(request.number() + " is half made: " + found);
        }
    }

    private void checkHistory(Acknowledged request, JsonNode found) {
        Map<String, Integer> events = new HashMap<>();
        for (JsonNode entry : officer.get(request.path() + "/history").json()) {
            String event = entry.get("event").asText();
            events.merge(event, 1, Integer::sum);
            if ("taken-down".equals(event)) {
                Instant at = Instant.parse(entry.get("at").asText());
                observations.atLeast("seconds of the latest takedown", (int)
                        Duration.between(request.goneFrom(), at).toSeconds());
            }
            if (TOPICS.containsKey(event)) {
                String subject = WORDS.getString("mail." + TOPICS.get(event) + ".subject");
                expected.add(Told.mail(
                        "finance-staff",
                        MessageFormat.format(
                                subject, request.number(), found.get("title").asText())));
                if (!"extended".equals(event)) {
                    expected.add(Told.call(event, request.number()));
                }
            }
        }
        for (String event : BY_PEOPLE) {
            if (events.getOrDefault(event, 0) != request.times(event)) {
                observations.violation("%s: %s acknowledged %s times, on record are %s"
                        .formatted(request.number(), event, request.times(event), events));
            }
        }
        int ends = ENDS.stream().mapToInt(end -> events.getOrDefault(end, 0)).sum();
        int published = events.getOrDefault("published", 0);
        boolean permitted = request.shownUntil() != null;
        if (published > 1
                || ends != published
                || permitted && published + events.getOrDefault("period-missed", 0) != 1) {
            observations.violation(request.number() + ": on record are " + events);
        }
        int status = officer.get("/news/" + request.number()).status();
        if (published > 0 && status != (request.isUpdate() ? 301 : 410)) {
            observations.violation(request.number() + " is answered " + status + " after its end");
        }
    }

    /** What came in with a call that was refused in the end is nobody's; the sweep removes it a day later. */
    private void checkFiles(List<Acknowledged> all) throws IOException, NoSuchAlgorithmException {
        Set<String> known = new HashSet<>();
        for (Acknowledged request : all) {
            for (byte[] file : request.files()) {
                known.add(sha256(file));
            }
        }
        Set<String> spared = new HashSet<>();
        for (byte[] file : people.refused()) {
            spared.add(sha256(file));
        }
        try (Stream<Path> kept = Files.walk(files)) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (file.getParent().endsWith("incoming")) {
                    observations.add("half files left to the sweep");
                } else if (spared.contains(name)) {
                    observations.add("files left to the sweep");
                } else if (!known.contains(name)) {
                    observations.violation(name + " is nobody's file");
                }
            }
        }
    }

    private static String sha256(byte[] file) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    private void checkWhatWasTold() throws Exception {
        Instant end = Instant.now().plus(UNTIL_SETTLED);
        while (!told.all().keySet().containsAll(expected) && Instant.now().isBefore(end)) {
            TimeUnit.SECONDS.sleep(5);
        }
        Map<String, Integer> all = told.all();
        expected.stream()
                .filter(what -> !all.containsKey(what))
                .forEach(what -> observations.violation("nobody was told: " + what));
        all.forEach((what, times) -> {
            // An end that has moved is announced anew.
            if (times > 1 && !what.contains(ENDING)) {
                observations.violation("told " + times + " times: " + what);
            }
        });
        told.checkNothingWasSentTwice();
    }
}
