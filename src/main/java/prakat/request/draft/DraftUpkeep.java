package prakat.request.draft;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import prakat.organisation.Office;

/** Throws away forgotten drafts, at night. */
@Configuration
class DraftUpkeep {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);

    @Bean
    RecurringTask<Void> discardingDrafts(Drafts drafts, Office office) {
        return Tasks.recurring("forgotten-drafts", Schedules.daily(office.zone(), AT_NIGHT))
                .execute((task, context) -> drafts.discardForgotten());
    }
}
