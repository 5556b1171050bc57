package prakat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** nginx in front of two nodes, as the example in {@code src/deploy/nginx} has it; on other ports, with a certificate of its own. */
final class Nginx implements AutoCloseable {

    private static final Path EXAMPLE = Path.of("src/deploy/nginx").toAbsolutePath();
    private static final String PASSWORD = "prakat";

    private final Process process;
    private final URI address;
    private final HttpClient http;

    private Nginx(Process process, URI address, HttpClient http) {
        this.process = process;
        this.address = address;
        this.http = http;
    }

    /** Whether this machine has it; where {@code CI} is true, it has to. */
    static boolean isThere() {
        return executable().isPresent() || "true".equals(System.getenv("CI"));
    }

    private static Optional<Path> executable() {
        return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param directory for all that it writes; is made */
    static Nginx start(Path directory, URI one, URI other) throws Exception {
        Files.createDirectories(directory);
        KeyStore keys = keys(directory.resolve("keys.p12"));
        pem(
                directory.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("nginx", PASSWORD.toCharArray()).getEncoded());
        pem(
                directory.resolve("certificate.pem"),
                "CERTIFICATE",
                keys.getCertificate("nginx").getEncoded());
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        int port = freePort();
        String site = Files.readString(EXAMPLE.resolve("prakat.conf"))
                .replace("127.0.0.1:8080", one.getAuthority())
                .replace("127.0.0.1:8081", other.getAuthority())
                .replaceAll("listen \\[::]:.*", "")
                .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";")
                .replace("listen 443 ssl http2;", "listen 127.0.0.1:" + port + " ssl;")
                .replace("www.example.go.th", "localhost")
                .replace(
                        "/etc/ssl/prakat/fullchain.pem",
                        directory.resolve("certificate.pem").toString())
                .replace(
                        "/etc/ssl/prakat/privkey.pem",
                        directory.resolve("key.pem").toString())
                .replace("/etc/nginx/prakat-pages", EXAMPLE.resolve("pages").toString())
                .replace(
                        "/var/lib/nginx/prakat-cache",
                        directory.resolve("cache").toString());
        Path whole = directory.resolve("nginx.conf");
        Files.writeString(
                whole,
                """
                %3$s daemon off; pid %1$s/pid; error_log %1$s/error.log;
                events {}
                http {
                  access_log %1$s/access.log;
                  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                  %2$s
                }
                """
                        .formatted(directory, site, isRoot ? "user root;" : ""));
        Process process = new ProcessBuilder(
                        executable().orElseThrow().toString(),
                        "-c",
                        whole.toString(),
                        "-e",
                        directory.resolve("error.log").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, URI.create("https://localhost:" + port), trusting(keys));
        nginx.awaitStart(directory);
        return nginx;
    }

    private void awaitStart(Path directory) throws Exception {
        for (int tries = 0; !Files.exists(directory.resolve("pid")); tries++) {
            if (tries > 100 || !process.isAlive()) {
                throw new AssertionError("nginx did not start: " + Files.readString(directory.resolve("out.log")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    URI address() {
        return address;
    }

    /** Somebody who signs in through it. */
    Caller session(String account) {
        return Caller.session(http, address, account);
    }

    /** One of the public. */
    Caller anybody() {
        return Caller.anonymous(http, address);
    }

    private static KeyStore keys(Path file) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "nginx",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD))
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void pem(Path file, String kind, byte[] encoded) throws IOException {
        String lines = Base64.getMimeEncoder().encodeToString(encoded);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
    }

    private static HttpClient trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("nginx", keys.getCertificate("nginx"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
