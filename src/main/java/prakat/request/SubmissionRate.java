package prakat.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;

/** How much one person may submit in an hour: more than anybody does by hand. Each node counts for itself. */
@Component
class SubmissionRate {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Cache<String, Hour> hours =
            Caffeine.newBuilder().expireAfterWrite(HOUR.multipliedBy(2)).build();
    private final Settings settings;
    private final Clock clock;

    SubmissionRate(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The bound.
     *
     * @param perHour submissions of one person in an hour, newer versions included; more are refused until it is over
     */
    @ConfigurationProperties("prakat.submissions")
    record Settings(@DefaultValue("200") int perHour) {}

    private record Hour(Instant end, int submissions) {

        /** Not one that began by a clock that was ahead. */
        boolean holds(Instant now) {
            return end.isAfter(now) && !end.isAfter(now.plus(HOUR));
        }
    }

    /**
     * Counts a submission.
     *
     * @throws Refusal where there were too many in this hour
     */
    void count(String account) {
        Instant now = clock.instant();
        Hour hour = hours.asMap()
                .compute(
                        account,
                        (person, before) -> before == null || !before.holds(now)
                                ? new Hour(now.plus(HOUR), 1)
                                : new Hour(before.end(), before.submissions() + 1));
        if (hour.submissions() > settings.perHour()) {
            Duration wait = Duration.between(now, hour.end());
            throw Refusal.tooMany("too-many-submissions", wait, settings.perHour(), wait.toMinutes() + 1);
        }
    }
}
