package prakat.screening.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says byte by byte what a test wants it to. */
final class Website implements AutoCloseable {

    /** What it says to a request. */
    interface Answer {
        void to(String head, OutputStream out) throws IOException;
    }

    /** With which a client begins to speak of keys. */
    private static final int TLS = 22;

    private final ServerSocket socket;
    private final Answer answer;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    Website(String address, Answer answer) {
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Links.daemon(this::accept, "website").start();
    }

    Website(Answer answer) {
        this("127.0.0.1", answer);
    }

    /** An answer without a body. */
    static Answer says(int status, String... headers) {
        String head = "HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\nConnection: close\r\n"
                + String.join(
                        "",
                        List.of(headers).stream().map(header -> header + "\r\n").toList()) + "\r\n";
        return (request, out) -> out.write(head.getBytes(StandardCharsets.UTF_8));
    }

    static Answer sendsOnTo(String location) {
        return says(302, "Location: " + location);
    }

    static Answer shows(String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(request.startsWith("HEAD") ? new byte[0] : bytes);
        };
    }

    /** The same again and again, until nobody listens. */
    static Answer saysEndlessly(String first, String then, int pause) {
        return (request, out) -> {
            out.write(first.getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(then.getBytes(StandardCharsets.UTF_8));
                out.flush();
                pause(pause);
            }
        };
    }

    static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** What came before each body, the oldest first; of what is encrypted, nothing. */
    List<String> heads() {
        return heads;
    }

    /** Until somebody ends a connection before all was said. */
    void awaitHangUp() throws InterruptedException {
        assertThat(hungUp.await(20, TimeUnit.SECONDS)).as("hung up").isTrue();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                Links.daemon(() -> answer(connection), "website").start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            String head = head(new BufferedInputStream(connection.getInputStream()));
            heads.add(head);
            answer.to(head, connection.getOutputStream());
        } catch (IOException e) {
            hungUp.countDown();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || next == TLS && head.isEmpty()) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
