package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** In a process of its own, with the program's own connections to a database in a file. Public, for H2 to call it. */
public class ClosedDatabaseTest {

    private static Connection one;

    @TempDir
    Path directory;

    /** Before a statement, and in the midst of one. */
    @ParameterizedTest
    @ValueSource(strings = {"select 1", "create table t as select closing()"})
    void aDatabaseThatClosesItselfEndsTheProgramWithALineAndACode(String next) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClosedDatabaseTest.class.getName(),
                        "jdbc:h2:file:" + directory.resolve("prakat"),
                        next)
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(log).isEqualTo(75);
        assertThat(log.lines().filter(line -> line.contains("The embedded database has closed itself")))
                .hasSize(1);
        assertThat(log).contains("as usual").doesNotContain("went on");
    }

    /** The program, as far as it matters here. */
    public static void main(String[] arguments) throws IOException, SQLException {
        HikariDataSource dataSource = new Binder(ConfigurationPropertySources.from(
                        new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))))
                .bind("spring.datasource.hikari", Bindable.ofInstance(new HikariDataSource()))
                .get();
        dataSource.setJdbcUrl(arguments[0]);
        one = dataSource.getConnection();
        try (Statement other = dataSource.getConnection().createStatement()) {
            other.execute("create alias closing for \"%s.close\"".formatted(ClosedDatabaseTest.class.getName()));
            try {
                other.execute("select no_such_column");
            } catch (SQLException e) {
                System.out.println("as usual: " + e.getMessage());
            }
            if (arguments[1].equals("select 1")) {
                close();
            }
            other.execute(arguments[1]);
        }
        System.out.println("went on");
    }

    /** What H2 does by itself where memory runs out or a write fails. */
    public static int close() throws SQLException {
        if (!one.isClosed()) {
            one.createStatement().execute("shutdown immediately");
        }
        return 1;
    }
}
