package prakat.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import prakat.Answer;

/** Calls whose answer may be lost, and what their callers do then. */
final class Calls {

    private static final Duration LONGEST_WITHOUT_ANSWER = Duration.ofMinutes(5);

    private static final Duration LATEST_503 = Duration.ofSeconds(5);

    /** Not ready, or without room. */
    private static final Set<Integer> NOT_NOW = Set.of(503, 507);

    private static final Set<String> KINDS = Set.of("text/html", "application/problem+json");

    /** What is nobody's business but ours: a stack trace, a class, a statement. */
    private static final Pattern INSIDES = Pattern.compile("\tat |java\\.|org\\.|Exception|SQL|\"timestamp\"");

    /** Somebody was faster, as where a period's end is moved while it is announced. */
    private static final String COLLISION = "มีผู้ดำเนินการเรื่องนี้ไปก่อนแล้ว";

    private static final int MOST_COLLISIONS = 3;

    private final Nodes nodes;
    private final Observations observations;

    Calls(Nodes nodes, Observations observations) {
        this.nodes = nodes;
        this.observations = observations;
    }

    /** Asks again until there is an answer. */
    Answer untilAnswered(Supplier<Answer> call) {
        Instant end = Instant.now().plus(LONGEST_WITHOUT_ANSWER);
        while (Instant.now().isBefore(end)) {
            Answer answer = once(call);
            if (answer != null) {
                return answer;
            }
            pause(100);
        }
        throw new AssertionError("no answer for " + LONGEST_WITHOUT_ANSWER);
    }

    /**
     * Does something with a request once. Where no answer comes, the record says whether it was done; where the program itself
     * did something with it at the same moment, it is asked again as the answer says.
     *
     * @param until up to a second before it can be done
     * @return false where it was refused after that
     */
    boolean take(Acknowledged request, String event, Instant until, Supplier<Answer> call) {
        Instant end = Instant.now().plus(LONGEST_WITHOUT_ANSWER);
        int collisions = 0;
        while (Instant.now().isBefore(end)) {
            Answer answer = once(call);
            if (answer != null && answer.status() == 200) {
                request.happened(event);
                observations.add(event);
                return true;
            }
            if (isOnRecord(request, event)) {
                request.happened(event);
                observations.add(event + ", its answer lost");
                return true;
            }
            if (answer != null && answer.text().contains(COLLISION) && collisions++ < MOST_COLLISIONS) {
                observations.add(event + ", collided");
                continue;
            }
            if (answer != null && Instant.now().isBefore(until.minusSeconds(1))) {
                throw new AssertionError(request.number() + ": " + event + " was answered " + answer);
            }
            if (answer != null) {
                observations.add(event + ", too late");
                return false;
            }
        }
        throw new AssertionError(request.number() + ": no " + event + " went through");
    }

    private boolean isOnRecord(Acknowledged request, String event) {
        int times = 0;
        for (JsonNode entry : untilAnswered(() -> nodes.anywhere("web-officer").get(request.path() + "/history"))
                .json()) {
            times += event.equals(entry.path("event").asText()) ? 1 : 0;
        }
        return times > request.times(event);
    }

    /** @return null where nothing came back, or only that the program is not ready */
    Answer once(Supplier<Answer> call) {
        Instant asked = Instant.now();
        try {
            Answer answer = call.get();
            if (answer.status() < 500) {
                return answer;
            }
            note(answer, Duration.between(asked, Instant.now()));
        } catch (UncheckedIOException e) {
            observations.add("calls without an answer");
        }
        return null;
    }

    /** A node that stops or starts, or has no database or no room, says so in good time; anything else is a fault. */
    private void note(Answer answer, Duration after) {
        observations.add("answers " + answer.status());
        observations.atLeast("milliseconds until the latest 503", (int) after.toMillis());
        if (after.compareTo(LATEST_503) > 0) {
            observations.add("answers 503 later than " + LATEST_503);
            System.out.println(
                    "LATE by " + after + " of " + Thread.currentThread().getName() + ": " + answer);
        }
        if (!NOT_NOW.contains(answer.status())
                || answer.header("Retry-After").isEmpty()
                || !KINDS.contains(answer.header("Content-Type").orElse("").replaceAll(";.*", ""))
                || INSIDES.matcher(answer.text()).find()) {
            observations.violation("answered " + answer);
        }
    }

    /** Leaves the machine to others for a moment: the nodes that start are on it, too. */
    static void pause(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
