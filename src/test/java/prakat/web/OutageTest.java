package prakat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** With a database that goes away in the midst of a transaction. */
class OutageTest {

    private static final String DATABASE = "jdbc:h2:mem:outage";

    @Test
    void onlyAfterACommitThatFailedNobodyKnowsWhatIsStored() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(DATABASE);
            Connection connection = pool.getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table t (n int)");
                statement.execute("insert into t values (1)");
                try (Connection other = DriverManager.getConnection(DATABASE)) {
                    other.createStatement().execute("shutdown immediately");
                }

                Throwable ofStatement = catchThrowable(() -> statement.execute("insert into t values (2)"));
                assertThat(told(ofStatement)).isEqualTo("database-away");
            }
            Throwable ofCommit = catchThrowable(connection::commit);
            assertThat(told(ofCommit)).isEqualTo("outcome-unknown");
        }
    }

    private static String told(Throwable failure) {
        assertThat(failure).isInstanceOf(SQLException.class);
        return Outage.refusal(new DataAccessResourceFailureException("as callers get it", failure))
                .orElseThrow()
                .code();
    }
}
