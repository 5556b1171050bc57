package prakat.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduler that does each task that is a bean. */
@Configuration
class SchedulerConfiguration {

    /** Recurring tasks take one each at most; the rest are for what is done once. */
    private static final int THREADS = 8;

    @Bean
    @DependsOnDatabaseInitialization
    Scheduler scheduler(Schedulers schedulers, List<Task<?>> tasks) {
        return schedulers.create(Schedulers.TABLE, THREADS, tasks);
    }
}
