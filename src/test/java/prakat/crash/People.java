package prakat.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import prakat.Answer;
import prakat.Given;
import prakat.crash.Acknowledged.Version;

/**
 * The office's people at work, and readers of its website. They do what people and programs do where no answer came: they ask
 * again with the same key, or look how it stands. What was acknowledged to them is kept, to be asked for afterwards.
 */
final class People {

    private static final int WORKERS = Integer.getInteger("prakat.crash.workers", 4);
    private static final int READERS = 2;

    /** How long things stay on the website, in seconds: so that ends fall into the time in which nodes are away, too. */
    private static final int SHORTEST_STAY = 30;

    private static final int LONGEST_STAY = 120;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Nodes nodes;
    private final Calls calls;
    private final Observations observations;
    private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<byte[]> refused = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean working = true;

    People(Nodes nodes, Observations observations) {
        this.nodes = nodes;
        this.observations = observations;
        calls = new Calls(nodes, observations);
    }

    void begin() {
        for (int n = 0; n < WORKERS; n++) {
            threads.add(new Thread(this::work, "worker-" + n));
        }
        Readers readers = new Readers(nodes, calls, acknowledged, observations);
        for (int n = 0; n < READERS; n++) {
            threads.add(new Thread(() -> readers.read(() -> working), "reader-" + n));
        }
        new Visitors(nodes, calls, observations).threads(() -> working).forEach(threads::add);
        threads.forEach(Thread::start);
    }

    /** Lets everybody finish what they are at. */
    void end() throws InterruptedException {
        working = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Every request that was acknowledged. */
    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** The files of calls that were refused in the end, after earlier tries of theirs had got no answer. */
    List<byte[]> refused() {
        return List.copyOf(refused);
    }

    private void work() {
        while (working) {
            try {
                work(observations.add("submissions"));
            } catch (AssertionError e) {
                observations.violation(e.getMessage());
            }
            Calls.pause(100);
        }
    }

    /** One matter from its submission to whatever becomes of it. */
    private void work(int n) {
        Acknowledged request = submit("/api/requests", "เรื่องที่ " + n, null);
        if (request == null || n % 6 == 1 && !comesBack(request) || !publish(request)) {
            return;
        }
        switch (n % 6) {
            case 2 -> withdraw(request);
            case 3 -> extend(request);
            case 4 -> replace(request);
            default -> {}
        }
    }

    private boolean publish(Acknowledged request) {
        if (certify(request) && decide(request, "vetting", "web-officer", Given.PERMITTED)) {
            request.isShownUntil(request.version().until());
            return true;
        }
        return false;
    }

    private boolean certify(Acknowledged request) {
        return decide(request, "certification", "finance-director", Given.CERTIFIED);
    }

    private boolean comesBack(Acknowledged request) {
        if (!certify(request) || !decide(request, "vetting", "web-officer", Given.REFUSED)) {
            return false;
        }
        Version next = version(request.version().title() + " (ฉบับแก้ไข)");
        boolean revised = calls.take(request, "revised", next.until(), () -> nodes.anywhere("finance-staff")
                .post(request.path() + "/revisions", submission(next), files(next)));
        if (revised) {
            request.become(next);
        } else {
            refused.add(next.file());
        }
        return revised;
    }

    private void withdraw(Acknowledged request) {
        request.isShownUntil(Instant.now());
        if (decide(request, "withdrawal", "withdrawn", "web-officer", "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}")) {
            request.isGoneFrom(Instant.now());
        }
    }

    private void extend(Acknowledged request) {
        Instant later = request.version().until().plusSeconds(SHORTEST_STAY);
        String wish = JSON.createObjectNode()
                .put("publishUntil", later.toString())
                .put("reason", "ประชาชนยังใช้ข้อมูลนี้อยู่")
                .toString();
        if (decide(request, "extension", "extension-requested", "finance-staff", wish)
                && decide(
                        request,
                        "extension/certification",
                        "extension-certification",
                        "finance-director",
                        Given.CERTIFIED)) {
            request.isGoneFrom(later);
            if (decide(request, "extension/vetting", "extension-vetting", "web-officer", Given.PERMITTED)) {
                request.isShownUntil(later);
            }
        }
    }

    /** Both are at the address of the first one, and each may be what a reader sees. */
    private void replace(Acknowledged request) {
        Acknowledged update =
                submit(request.path() + "/updates", request.version().title() + " (ฉบับปรับปรุง)", request);
        if (update != null && certify(update)) {
            Instant first = request.version().until();
            Instant second = update.version().until();
            request.isShownUntil(first.isBefore(second) ? first : second);
            request.isGoneFrom(first.isBefore(second) ? second : first);
            if (decide(update, "vetting", "web-officer", Given.PERMITTED)) {
                update.isShownUntil(second);
            }
        }
    }

    /**
     * Proposes something.
     *
     * @param replaced null for none
     * @return null where its period, or that of what it replaces, was over before anybody could answer
     */
    private Acknowledged submit(String path, String title, Acknowledged replaced) {
        Version version = version(title);
        Answer answer = calls.untilAnswered(() -> nodes.anywhere("finance-staff")
                .post(path, submission(version), files(version), "Idempotency-Key", "survival " + title.hashCode()));
        if (answer.status() == 400 && !Instant.now().isBefore(version.until())
                || answer.status() == 409
                        && replaced != null
                        && !Instant.now().isBefore(replaced.version().until())) {
            observations.add("submissions that came too late for their period");
            refused.add(version.file());
            return null;
        }
        if (answer.status() != 201) {
            throw new AssertionError("a submission was answered " + answer);
        }
        JsonNode said = answer.json();
        String number = said.get("number").asText();
        Acknowledged request = new Acknowledged(
                said.get("id").asText(), number, replaced == null ? number : replaced.number(), version);
        acknowledged.add(request);
        return request;
    }

    private boolean decide(Acknowledged request, String call, String account, String decision) {
        return decide(request, call, call, account, decision);
    }

    private boolean decide(Acknowledged request, String call, String event, String account, String decision) {
        return calls.take(request, event, request.version().until(), () -> nodes.anywhere(account)
                .post(request.path() + "/" + call, decision));
    }

    private static Version version(String title) {
        byte[] file = (title + " " + ThreadLocalRandom.current().nextLong() + "\n")
                .repeat(200)
                .getBytes(StandardCharsets.UTF_8);
        int stay = ThreadLocalRandom.current().nextInt(SHORTEST_STAY, LONGEST_STAY);
        // Ends are kept to the second.
        Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(stay);
        return new Version(title, file, until);
    }

    private static String submission(Version version) {
        ObjectNode submission = Given.submission(version.title());
        return submission.put("publishUntil", version.until().toString()).toString();
    }

    /** The same bytes under two names. */
    private static Map<String, byte[]> files(Version version) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("ตาราง.txt", version.file());
        files.put("สำเนาตาราง.txt", version.file());
        return files;
    }
}
