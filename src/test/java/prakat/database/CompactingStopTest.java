package prakat.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactingStopTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void registerFiles() {
        DurableFiles.register();
    }

    @Test
    void aFileThatHasGrownIsSmallAgainWithAllThatIsInIt() throws Exception {
        CompactingStop atStop = new CompactingStop();
        try (HikariDataSource pool = pool()) {
            execute(pool, "create table kept (n bigint); insert into kept values (1), (2)");
            for (int n = 0; n < 4; n++) {
                execute(pool, "create table grown as select secure_rand(1000000) bytes from system_range(1, 12)");
                execute(pool, "drop table grown");
            }
            assertThat(size()).isGreaterThan(32 << 20);
            assertThat(atStop.requiresDestruction(pool)).isTrue();
            atStop.postProcessBeforeDestruction(pool, "dataSource");
        }
        assertThat(size()).isLessThan(1 << 20);
        // As after a kill in the midst of the next one.
        Files.write(file(".mv.db.tempFile"), new byte[100_000]);

        try (HikariDataSource pool = pool();
                Connection connection = pool.getConnection();
                ResultSet kept = connection.createStatement().executeQuery("select sum(n) from kept")) {
            kept.next();
            assertThat(kept.getInt(1)).isEqualTo(3);
        }
        assertThat(file(".mv.db.tempFile")).doesNotExist();
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:durable:" + directory.resolve("prakat") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        pool.setUsername("prakat");
        pool.setPassword("");
        return pool;
    }

    private static void execute(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long size() throws IOException {
        return Files.size(file(".mv.db"));
    }

    private Path file(String kind) {
        return directory.resolve("prakat" + kind);
    }
}
