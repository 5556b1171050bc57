package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls of {@code /api} on a request of {@code finance-staff}: what is answered follows from the contract's rules, which
 * stand here a second time, as a table. Who may and in which states are two questions, asked one after the other. So
 * every account makes every call in one state in which it is allowed and in one in which it is not, and one account
 * that may makes it in every state.
 */
class MatrixTest extends ProgramTest {

    private static final List<String> ACCOUNTS = List.of(
            "finance-staff",
            "finance-staff-2",
            "finance-director",
            "hr-staff",
            "hr-director",
            "ict-staff",
            "ict-director",
            "web-officer",
            "web-officer-2",
            "deputy-director",
            "admin");

    private static final Set<String> SEE = Set.of(
            "finance-staff",
            "finance-staff-2",
            "finance-director",
            "web-officer",
            "web-officer-2",
            "deputy-director",
            "admin");

    private static final String EXTENSION =
            """
            {"publishUntil": "%s", "reason": "ประชาชนยังใช้ข้อมูลนี้อยู่"}"""
                    .formatted(Instant.now().plus(Duration.ofDays(20)));

    /** States, and the status under which the API shows each. */
    enum State {
        AWAITING_CERTIFICATION,
        AWAITING_VETTING,
        RETURNED,
        SCHEDULED,
        PUBLISHED,
        TAKEN_DOWN,
        WITHDRAWN,
        CANCELLED,
        EXTENSION_AWAITING_CERTIFICATION,
        EXTENSION_AWAITING_VETTING;

        String code() {
            return isOnWebsite()
                    ? "published"
                    : name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        boolean isOnWebsite() {
            return this == PUBLISHED || name().startsWith("EXTENSION");
        }
    }

    /** Calls: path, body ("" for GET), who may, in which states. */
    enum Call {
        GET_REQUEST("", "", SEE, State.values()),
        GET_HISTORY("/history", "", SEE, State.values()),
        GET_REVISIONS("/revisions", "", SEE, State.values()),
        CERTIFY("/certification", CERTIFIED, Set.of("finance-director"), State.AWAITING_CERTIFICATION),
        RETURN("/certification", RETURNED, Set.of("finance-director"), State.AWAITING_CERTIFICATION),
        PERMIT("/vetting", PERMITTED, Set.of("web-officer", "web-officer-2"), State.AWAITING_VETTING),
        REFUSE("/vetting", REFUSED, Set.of("web-officer", "web-officer-2"), State.AWAITING_VETTING),
        REVISE("/revisions", submission("แก้ไข").toString(), Set.of("finance-staff"), State.RETURNED),
        CANCEL(
                "/cancellation",
                "{}",
                Set.of("finance-staff"),
                State.AWAITING_CERTIFICATION,
                State.AWAITING_VETTING,
                State.RETURNED,
                State.SCHEDULED),
        WITHDRAW(
                "/withdrawal",
                "{\"reason\": \"พบข้อผิดพลาดในตัวเลข\"}",
                Set.of("finance-director", "web-officer", "web-officer-2"),
                State.PUBLISHED,
                State.EXTENSION_AWAITING_CERTIFICATION,
                State.EXTENSION_AWAITING_VETTING),
        EXTEND("/extension", EXTENSION, Set.of("finance-staff"), State.PUBLISHED),
        CERTIFY_EXTENSION(
                "/extension/certification",
                CERTIFIED,
                Set.of("finance-director"),
                State.EXTENSION_AWAITING_CERTIFICATION),
        PERMIT_EXTENSION(
                "/extension/vetting",
                PERMITTED,
                Set.of("web-officer", "web-officer-2"),
                State.EXTENSION_AWAITING_VETTING);

        private final String path;
        private final String body;
        private final Set<String> who;
        private final Set<State> when;

        Call(String path, String body, Set<String> who, State... when) {
            this.path = path;
            this.body = body;
            this.who = who;
            this.when = Set.of(when);
        }

        /** A state in which it may be made. */
        State allowed() {
            return Stream.of(State.values()).filter(when::contains).findFirst().orElseThrow();
        }

        /** A state in which it may not; null where there is none. */
        State forbidden() {
            return Stream.of(State.values())
                    .filter(state -> !when.contains(state))
                    .findFirst()
                    .orElse(null);
        }

        /** An account that may make it. */
        String one() {
            return ACCOUNTS.stream().filter(who::contains).findFirst().orElseThrow();
        }

        int expected(String account, State state) {
            if (!SEE.contains(account)) {
                return 404;
            }
            if (!who.contains(account)) {
                return 403;
            }
            return when.contains(state) ? 200 : 409;
        }
    }

    private final Map<State, String> prepared = new EnumMap<>(State.class);

    @TestFactory
    Stream<DynamicContainer> whoMayAndInWhichStates() {
        return Stream.of(State.values())
                .map(state -> DynamicContainer.dynamicContainer(
                        state.name(), Stream.of(Call.values()).flatMap(call -> tests(state, call))));
    }

    private Stream<DynamicTest> tests(State state, Call call) {
        List<String> accounts = state == call.allowed() || state == call.forbidden() ? ACCOUNTS : List.of(call.one());
        return accounts.stream()
                .map(account -> DynamicTest.dynamicTest(account + " " + call, () -> check(state, call, account)));
    }

    private void check(State state, Call call, String account) {
        int expected = call.expected(account, state);
        String id = prepared.computeIfAbsent(state, this::prepare);
        boolean changes = expected == 200 && !call.body.isEmpty();
        if (changes) {
            prepared.remove(state);
        }
        String path = "/api/requests/" + id + call.path;
        Answer answer =
                call.body.isEmpty() ? as(account).get(path) : as(account).post(path, call.body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(expected);
        if (!changes) {
            assertThat(status(id)).isEqualTo(state.code());
        }
        backToNow();
    }

    private String prepare(State state) {
        Instant now = clock.instant();
        var submission = submission("ตารางสิทธิ์");
        if (state == State.SCHEDULED) {
            submission.put("publishFrom", now.plus(Duration.ofDays(1)).toString());
        }
        submission.put("publishUntil", now.plus(Duration.ofDays(9)).toString());
        String id = submit("finance-staff", submission);
        switch (state) {
            case AWAITING_CERTIFICATION -> {}
            case AWAITING_VETTING -> ok(certification("finance-director", id, CERTIFIED));
            case RETURNED -> ok(certification("finance-director", id, RETURNED));
            case CANCELLED -> ok(as("finance-staff").post("/api/requests/" + id + "/cancellation", "{}"));
            case SCHEDULED,
                    PUBLISHED,
                    TAKEN_DOWN,
                    WITHDRAWN,
                    EXTENSION_AWAITING_CERTIFICATION,
                    EXTENSION_AWAITING_VETTING -> {
                ok(certification("finance-director", id, CERTIFIED));
                ok(vetting("web-officer", id, PERMITTED));
            }
        }
        if (state.isOnWebsite() && state != State.PUBLISHED) {
            ok(as("finance-staff").post("/api/requests/" + id + Call.EXTEND.path, Call.EXTEND.body));
        }
        if (state == State.EXTENSION_AWAITING_VETTING) {
            ok(as("finance-director")
                    .post("/api/requests/" + id + Call.CERTIFY_EXTENSION.path, Call.CERTIFY_EXTENSION.body));
        }
        if (state == State.WITHDRAWN) {
            ok(as("web-officer").post("/api/requests/" + id + Call.WITHDRAW.path, Call.WITHDRAW.body));
        }
        if (state == State.TAKEN_DOWN) {
            clock.advance(Duration.ofDays(9));
            fire(id, "periodEnds");
        }
        assertThat(status(id)).isEqualTo(state.code());
        return id;
    }
}
