package prakat.request.draft;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import prakat.organisation.AccountMade;
import prakat.organisation.office.Office;

/** Throws drafts away to which nobody comes back. */
@Service
@Transactional
public class ForgottenDrafts {

    /** How long a draft lies before it is thrown away. */
    private static final Duration KEPT = Duration.ofDays(90);

    /** How long one lies in which nothing was ever typed. */
    private static final Duration EMPTY_KEPT = Duration.ofDays(1);

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);

    private final DraftRepository drafts;
    private final Clock clock;

    ForgottenDrafts(DraftRepository drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> discardingDrafts(ForgottenDrafts forgotten, Office office) {
        return Tasks.recurring("forgotten-drafts", Schedules.daily(office.zone(), AT_NIGHT))
                .execute((task, context) -> forgotten.discard());
    }

    /** Throws away what nobody has touched for a long time. */
    public void discard() {
        Instant now = clock.instant();
        drafts.deleteUntouchedSince(now.minus(KEPT), now.minus(EMPTY_KEPT));
    }

    @EventListener
    void discardOfFormer(AccountMade made) {
        drafts.deleteOf(made.account());
    }
}
