package prakat.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import prakat.Caller;

/** nginx, with files on disk that hold what a program answered. */
final class StaticSite implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private final Process process;
    private final URI address;

    private StaticSite(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** @param directory for all that it writes; is made */
    static StaticSite of(URI program, Collection<String> paths, Path directory)
            throws IOException, InterruptedException {
        for (String path : paths) {
            // A page has its files below it.
            String name = path.matches("/news/[^/]+") ? path + "/index.html" : path.equals("/") ? "/index.html" : path;
            Path file = directory.resolve("site" + name);
            Files.createDirectories(file.getParent());
            Files.write(file, Caller.anonymous(program).get(path).response().body());
        }
        int port = freePort();
        Process process = serve(
                port,
                directory,
                "root %s/site; location ~ ^/news/[^/]+$ { try_files $uri/index.html =404; }".formatted(directory));
        return new StaticSite(process, URI.create("http://127.0.0.1:" + port));
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /**
     * Starts nginx, and waits until it answers.
     *
     * @param directory for all that it writes
     * @param site what its configuration says of the one server
     */
    static Process serve(int port, Path directory, String site) throws IOException, InterruptedException {
        Path configuration = directory.resolve("nginx.conf");
        Files.writeString(
                configuration,
                """
                %3$s daemon off; pid %1$s/pid; error_log %1$s/error.log; worker_processes auto;
                events {}
                http {
                  access_log off; sendfile on; tcp_nopush on; open_file_cache max=100; keepalive_requests 10000000;
                  server { listen 127.0.0.1:%2$d; %4$s }
                }
                """
                        .formatted(
                                directory,
                                port,
                                "root".equals(System.getProperty("user.name")) ? "user root;" : "",
                                site));
        Process process = new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start();
        awaitOpen(port);
        return process;
    }

    private static void awaitOpen(int port) throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("nginx did not start");
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
