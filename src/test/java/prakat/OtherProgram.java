package prakat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A program that is told by webhooks, one for all tests: it keeps what it is told, and answers as it is told to. */
public final class OtherProgram {

    public static final String SECRET = "a-secret-for-the-tests";

    private static final OtherProgram ONE = new OtherProgram();

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private final HttpServer server;

    /** What it was told. */
    public record Call(String path, String signature, String delivery, String body) {}

    private OtherProgram() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            calls.add(new Call(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Prakat-Signature"),
                    exchange.getRequestHeaders().getFirst("Prakat-Delivery"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        server.start();
    }

    public static OtherProgram get() {
        return ONE;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    public void answers(int status) {
        answer.set(status);
    }

    /** What it was told since the last call. */
    public List<Call> calls() {
        List<Call> all = List.copyOf(calls);
        calls.clear();
        return all;
    }
}
