package prakat.background;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Gives no connection while the database is known to be away: a call that is in hand then, and asks for one for its session,
 * its task and its record, would wait for each of them as long as the pool lets it.
 */
final class WatchedDataSource extends DelegatingDataSource {

    /** SQLSTATE: the client is unable to establish the connection. */
    private static final String UNABLE_TO_CONNECT = "08001";

    /** Looked up once: for a small statement, the container takes longer to find it than the database to answer. */
    private final Supplier<DatabaseWatch> watch;

    private WatchedDataSource(DataSource pool, ObjectProvider<DatabaseWatch> watch) {
        super(pool);
        this.watch = SingletonSupplier.of(watch::getObject);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (watch.get().isAway()) {
            throw new SQLTransientConnectionException("The database is away", UNABLE_TO_CONNECT);
        }
        return super.getConnection();
    }

    /** Puts it before the pool. */
    @Component
    @Profile("postgres")
    static class Wrapping implements BeanPostProcessor {

        private final ObjectProvider<DatabaseWatch> watch;

        Wrapping(ObjectProvider<DatabaseWatch> watch) {
            this.watch = watch;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource pool ? new WatchedDataSource(pool, watch) : bean;
        }
    }
}
