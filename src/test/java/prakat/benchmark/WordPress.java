package prakat.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * WordPress as it comes, with one post, behind nginx and PHP's process manager, on MariaDB: Debian's packages {@code wordpress
 * wordpress-theme-twentytwentythree mariadb-server php8.2-fpm php8.2-mysql}, run from a directory of its own.
 */
final class WordPress implements AutoCloseable {

    private static final Path CODE = Path.of("/usr/share/wordpress");
    private static final Path THEME = CODE.resolve("wp-content/themes/twentytwentythree");
    private static final Path PHP = Path.of("/usr/bin/php8.2");
    private static final Path MANAGER = Path.of("/usr/sbin/php-fpm8.2");
    private static final Path DATABASE = Path.of("/usr/sbin/mariadbd");
    private static final Path DATABASE_MAKER = Path.of("/usr/bin/mariadb-install-db");
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private final Path directory;
    private final List<Process> processes = new ArrayList<>();
    private URI post;

    private WordPress(Path directory) {
        this.directory = directory;
    }

    static boolean isThere() {
        return StaticSite.isThere()
                && Stream.of(CODE, THEME, PHP, MANAGER, DATABASE, DATABASE_MAKER)
                        .allMatch(Files::exists);
    }

    /**
     * @param directory for all that it writes; is made
     * @param body HTML of the post
     */
    static WordPress with(String title, String body, Path directory) throws IOException, InterruptedException {
        WordPress site = new WordPress(Files.createDirectories(directory));
        try {
            site.startDatabase();
            site.install(title, body);
            return site;
        } catch (IOException | InterruptedException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private void startDatabase() throws IOException, InterruptedException {
        run(
                DATABASE_MAKER.toString(),
                "--no-defaults",
                "--datadir=" + directory.resolve("data"),
                "--auth-root-authentication-method=normal");
        start(
                DATABASE.toString(),
                "--no-defaults",
                "--skip-networking",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + directory.resolve("data"),
                "--socket=" + directory.resolve("db"));
        await(directory.resolve("db"));
    }

    private void install(String title, String body) throws IOException, InterruptedException {
        int port = StaticSite.freePort();
        String address = "http://127.0.0.1:" + port;
        Path code = directory.resolve("site");
        run("cp", "-rL", CODE.toString(), code.toString());
        Files.writeString(
                code.resolve("wp-config.php"),
                """
                <?php
                define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
                define('DB_HOST', 'localhost:%1$s/db'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
                define('WP_HOME', '%2$s'); define('WP_SITEURL', '%2$s'); define('WP_HTTP_BLOCK_EXTERNAL', true);
                $table_prefix = 'wp_';
                require_once ABSPATH . 'wp-settings.php';
                """
                        .formatted(directory, address));
        Path content = Files.writeString(directory.resolve("post.html"), body);
        Path installer = Files.writeString(
                directory.resolve("install.php"),
                """
                <?php
                mysqli_query(mysqli_connect(null, 'root', '', null, 0, '%1$s/db'), 'create database wordpress');
                $_SERVER += ['HTTP_HOST' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET'];
                define('WP_INSTALLING', true);
                require '%1$s/site/wp-load.php';
                require ABSPATH . 'wp-admin/includes/upgrade.php';
                wp_install('Office', 'web-officer', 'web-officer@example.go.th', true, '', 'only-for-this-run');
                echo "\\n", wp_insert_post(['post_title' => '%2$s', 'post_status' => 'publish',
                    'post_content' => file_get_contents('%3$s')]);
                """
                        .formatted(directory, title, content));
        String said = run(PHP.toString(), installer.toString());
        post = URI.create(address + "/?p=" + said.substring(said.lastIndexOf('\n') + 1));
        serve(port, code);
    }

    private void serve(int port, Path code) throws IOException, InterruptedException {
        Path pools = Files.writeString(
                directory.resolve("fpm.conf"),
                """
                [global]
                error_log = %1$s/fpm.log
                [www]
                listen = %1$s/php
                pm = static
                pm.max_children = 8
                %2$s
                """
                        .formatted(directory, IS_ROOT ? "user = root\ngroup = root" : ""));
        List<String> manager = new ArrayList<>(List.of(MANAGER.toString(), "-F", "-y", pools.toString()));
        if (IS_ROOT) {
            manager.add("-R");
        }
        start(manager.toArray(String[]::new));
        await(directory.resolve("php"));
        processes.add(StaticSite.serve(
                port,
                directory,
                """
                root %1$s; index index.php;
                location / { try_files $uri $uri/ /index.php?$args; }
                location ~ \\.php$ { include /etc/nginx/fastcgi_params; fastcgi_pass unix:%2$s/php;
                  fastcgi_param HTTP_HOST $http_host;
                  fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name; }
                """
                        .formatted(code, directory)));
    }

    /** The page of its post. */
    URI post() {
        return post;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    private void start(String... command) throws IOException {
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("out.log").toFile()))
                .start());
    }

    private void await(Path socket) throws IOException, InterruptedException {
        for (int tries = 0; !Files.exists(socket); tries++) {
            if (tries > 600) {
                throw new IllegalStateException(Files.readString(directory.resolve("out.log")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
    }
}
