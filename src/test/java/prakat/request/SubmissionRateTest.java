package prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import prakat.MovableClock;
import prakat.input.Refusal;

class SubmissionRateTest {

    private final MovableClock clock = new MovableClock();
    private final SubmissionRate rate = new SubmissionRate(new SubmissionRate.Settings(2), clock);

    @Test
    void whoSubmitsTooOftenWaitsForTheRestOfTheHourAndNobodyElseDoes() {
        rate.count("finance-staff");
        clock.advance(Duration.ofMinutes(20));
        rate.count("finance-staff");
        assertThatThrownBy(() -> rate.count("finance-staff"))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
                    assertThat(refusal.retryAfterSeconds()).hasValueSatisfying(wait -> assertThat(Integer.valueOf(wait))
                            .isBetween(39 * 60, 40 * 60));
                });
        rate.count("hr-staff");
        clock.advance(Duration.ofMinutes(40));
        rate.count("finance-staff");
    }

    @Test
    void anHourThatAClockBeganWhichWasADayAheadKeepsNobodyWaiting() {
        clock.advance(Duration.ofDays(1));
        rate.count("finance-staff");
        rate.count("finance-staff");
        clock.advance(Duration.ofDays(-1));
        rate.count("finance-staff");
    }
}
