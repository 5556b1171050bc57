package prakat.screening.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name does not exist only where a name server that knows the Internet says so. */
class NameServerTest {

    private static final int IPV4 = 1;
    private static final int NS = 2;
    private static final int IPV6 = 28;

    private static final int FOUND = 0;
    private static final int FAILED = 2;
    private static final int NO_SUCH_NAME = 3;
    private static final int REFUSED = 5;

    private DatagramSocket socket;
    private volatile boolean knowsTheInternet = true;

    @BeforeEach
    void start() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Links.daemon(this::answer, "name-server").start();
    }

    @AfterEach
    void stop() {
        socket.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gone.example.org,    true",
        "mail.example.org,    true",
        "www.example.org,     false",
        "new.example.org,     false",
        "failed.example.org,  false",
        "refused.example.org, false"
    })
    void itDeniesWhatItKnowsNoServerOf(String host, boolean isDenied) {
        assertThat(denies(host)).isEqualTo(isDenied);
    }

    @Test
    void itDeniesNothingWhereItKnowsOnlyTheOfficesNetwork() {
        knowsTheInternet = false;

        assertThat(denies("gone.example.org")).isFalse();
    }

    private boolean denies(String host) {
        return new NameServer("dns://127.0.0.1:" + socket.getLocalPort()).denies(host);
    }

    private void answer() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    /** A question is 12 bytes, the parts of the name with their lengths, a 0, and two bytes each for kind and class. */
    private byte[] answer(byte[] asked) {
        int end = 12;
        while (asked[end] != 0) {
            end += asked[end] + 1;
        }
        int kind = asked[end + 2];
        byte[] question = Arrays.copyOf(asked, end + 5);
        return switch (new String(asked, 13, asked[12], StandardCharsets.UTF_8)) {
            case "" -> knowsTheInternet ? found(question, NS, new byte[] {1, 'a', 0}) : said(question, NO_SUCH_NAME);
            case "gone" -> said(question, NO_SUCH_NAME);
            case "failed" -> said(question, FAILED);
            case "refused" -> said(question, REFUSED);
            case "www" -> kind == IPV4 ? found(question, IPV4, new byte[4]) : said(question, FOUND);
            case "new" -> kind == IPV6 ? found(question, IPV6, new byte[16]) : said(question, FOUND);
            default -> said(question, FOUND);
        };
    }

    private static byte[] found(byte[] question, int kind, byte[] data) {
        byte[] said = said(question, FOUND);
        said[7] = 1;
        return ByteBuffer.allocate(said.length + 12 + data.length)
                .put(said)
                // Of the name that stands in the question, for an hour.
                .put(new byte[] {(byte) 0xC0, 12, 0, (byte) kind, 0, 1, 0, 0, 14, 16, 0, (byte) data.length})
                .put(data)
                .array();
    }

    private static byte[] said(byte[] question, int code) {
        byte[] said = question.clone();
        said[2] = (byte) 0x81;
        said[3] = (byte) (0x80 | code);
        return said;
    }
}
