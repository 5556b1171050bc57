package prakat.screening.virus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.screening.Finding;

/** Who answers nothing, or nothing whole, has not looked; and nobody waits for it for longer than is set. */
@Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileAnswersTest {

    private static final Duration MOST = Duration.ofMillis(200);

    @TempDir
    Path directory;

    private ServerSocketChannel server;

    private interface Behaviour {
        void towards(SocketChannel caller) throws IOException, InterruptedException;
    }

    @AfterEach
    void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private UnixDomainSocketAddress path() {
        return UnixDomainSocketAddress.of(directory.resolve("clamd.ctl"));
    }

    /** Behaves so towards the one that calls, and hangs up. */
    private void serve(SocketAddress address, Behaviour behaviour) throws IOException {
        server = address instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        server.bind(address);
        Thread serving = new Thread(() -> {
            try (SocketChannel caller = server.accept()) {
                behaviour.towards(caller);
            } catch (IOException e) {
                // The other has hung up, or the test has ended.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        serving.setDaemon(true);
        serving.start();
    }

    /** A file of one byte: the command, its length, itself, and the end. */
    private static void hear(SocketChannel from) throws IOException {
        ByteBuffer heard = ByteBuffer.allocate("zINSTREAM\0".length() + 2 * Integer.BYTES + 1);
        while (heard.hasRemaining() && from.read(heard) >= 0) {
            // Until it is whole.
        }
    }

    private static void say(String what, SocketChannel to) throws IOException {
        to.write(StandardCharsets.UTF_8.encode(what));
    }

    private static void hang() throws InterruptedException {
        TimeUnit.MINUTES.sleep(1);
    }

    private Optional<List<Finding>> scanned(Object address, int size) throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[size]);
        return new VirusScan(new VirusScanSettings(address.toString(), MOST)) {
            @Override
            public boolean isUp() {
                // Nobody is asked before there is a file.
                return true;
            }
        }.scan(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "s",
                "stream: OK",
                "stream: OK\0stream: Eicar FOUND\0",
                "stream: OK\0 ",
                "stream: FOUND\0",
                "INSTREAM: Can't write to temporary file. ERROR\0",
                "HTTP/1.1 400 Bad Request\r\n\r\n"
            })
    void whatIsNoAnswerIsNoScan(String answer) throws IOException {
        serve(path(), caller -> {
            hear(caller);
            say(answer, caller);
        });

        assertThat(scanned(path(), 1)).isEmpty();
    }

    @Test
    void aWholeOneIs() throws IOException {
        serve(path(), caller -> {
            hear(caller);
            say("stream: OK\0", caller);
        });

        assertThat(scanned(path(), 1)).contains(List.of());
    }

    @Test
    void whoHangsUpAtOnceHasNotLooked() throws IOException {
        serve(path(), caller -> {});

        assertThat(scanned(path(), 20_000_000)).isEmpty();
    }

    @Test
    void whoHangsIsNotWaitedForLong() throws IOException {
        serve(path(), caller -> hang());

        assertThat(scanned(path(), 1)).isEmpty();
    }

    @Test
    void norOverTheNetwork() throws IOException {
        serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), caller -> hang());

        assertThat(scanned("127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort(), 1))
                .isEmpty();
    }

    @Test
    void norWhoHangsHalfWay() throws IOException {
        serve(path(), caller -> {
            say("stream: ", caller);
            hang();
        });

        assertThat(scanned(path(), 1)).isEmpty();
    }

    @Test
    void norWhoSaysMoreAndMoreSlowly() throws IOException {
        serve(path(), caller -> {
            while (true) {
                say("x", caller);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        });

        assertThat(scanned(path(), 1)).isEmpty();
    }

    @Test
    void norWhoSaysMoreAndMore() throws IOException {
        serve(path(), caller -> {
            while (true) {
                say("x".repeat(100_000), caller);
            }
        });

        assertThat(scanned(path(), 1)).isEmpty();
    }

    @Test
    void norWhoDoesNotListen() throws IOException {
        serve(path(), caller -> hang());

        assertThat(scanned(path(), 20_000_000)).isEmpty();
    }

    @Test
    void norWhoIsNotThere() throws IOException {
        assertThat(scanned(path(), 1)).isEmpty();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(scanned("127.0.0.1:" + port, 1)).isEmpty();
        assertThat(scanned("no-such-host.invalid:3310", 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd.ctl", "127.0.0.1", ":3310", "host:port", " "})
    void whatIsNoAddressIsRefusedAtTheStart(String address) {
        assertThatThrownBy(() -> new VirusScanSettings(address, MOST)).hasMessageContaining("clamd");
    }
}
