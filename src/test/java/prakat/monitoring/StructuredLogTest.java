package prakat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.json.JsonWriter;

/** What structured logs keep of what anybody has logged. */
class StructuredLogTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ending publications 12.3 of 2570-00001 at 127.0.0.1 | Ending publications 12.3 of 2570-00001 at 127.0.0.1
                    lazy initialized Registration@1b2c | lazy initialized Registration@1b2c
                    cannot read ประกาศ รายชื่อ ครู 2570.pdf as PDF | cannot read … 2570.pdf as PDF
                    550 <somchai.j@mail.example.go.th>: no such user | 550 <…>: no such user
                    ENGINE-16004 IllegalStateException: no user somchai | ENGINE-16004 IllegalStateException: …
                    threw exception [Cannot read somchai] with root cause | threw exception […
                    """)
    void nobodyIsNamedInAMessage(String logged, String kept) {
        assertThat(message(logged)).isEqualTo(kept);
    }

    @Test
    void ofFailuresInAMessageTheKindsAndPlacesAreLeft() {
        assertThat(
                        message(
                                """
                                ENGINE-REST-HTTP500 a.b.EngineException: No user somchai
                                of a group: user is null
                                	at java.base/a.b.C.d(C.java:1)
                                	at a.b.C.e(C.java:2)
                                Caused by: java.sql.SQLException: Key (somchai) exists
                                	at a.b.D.f(D.java:3)"""))
                .isEqualTo(
                        """
                        ENGINE-REST-HTTP500 a.b.EngineException: …
                        	at java.base/a.b.C.d(C.java:1)
                        	at a.b.C.e(C.java:2)
                        Caused by: java.sql.SQLException: …
                        	at a.b.D.f(D.java:3)""");
    }

    private static String message(String logged) {
        String json = JsonWriter.<String>of(members -> {
                    members.add("message", Function.identity());
                    new NobodyNamed().customize(of(members));
                })
                .writeToString(logged);
        return json.substring("{\"message\":\"".length(), json.length() - 2)
                .replace("\\n", "\n")
                .replace("\\t", "\t");
    }

    @SuppressWarnings("unchecked")
    private static JsonWriter.Members<Object> of(JsonWriter.Members<String> members) {
        return (JsonWriter.Members<Object>) (JsonWriter.Members<?>) members;
    }

    @Test
    void ofAFailureTheKindAndThePlaceAreKept() throws InterruptedException {
        assertThat(trace("http-1"))
                .startsWith("java.lang.IllegalStateException")
                .contains(
                        "at prakat.monitoring.StructuredLogTest",
                        "Caused by: java.sql.SQLException (SQLSTATE 23505, code 7)")
                .doesNotContain("somchai");
        assertThat(trace("main")).as("of the start").contains("no title for somchai");
    }

    private static String trace(String thread) throws InterruptedException {
        Throwable failure = new IllegalStateException(
                "no title for somchai", new SQLException("Key (requester)=(somchai) exists", "23505", 7));
        AtomicReference<String> trace = new AtomicReference<>();
        Thread logging = new Thread(() -> trace.set(new FramesOnly().printStackTraceToString(failure)), thread);
        logging.start();
        logging.join();
        return trace.get();
    }
}
