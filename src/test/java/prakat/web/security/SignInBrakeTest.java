package prakat.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import prakat.organisation.PasswordGuessed;
import prakat.web.security.SignInBrake.TooSoon;

/** How long who guesses passwords has to wait. */
class SignInBrakeTest {

    private static final String HERE = "203.0.113.9";
    private static final String THERE = "203.0.113.10";

    private Instant now = Instant.parse("2026-11-28T02:00:00Z");
    private final List<Object> told = new ArrayList<>();
    private final SignInBrake brake = new SignInBrake(told::add, new Clock() {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void whoMistypesDoesNotWaitAndWhoGuessesWaitsLongerAndLonger() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            brake.wrong(HERE, "admin");
            waits.add(wait(HERE, "admin"));
            now = now.plus(Duration.ofMinutes(15));
        }
        assertThat(waits)
                .containsExactly(0L, 0L, 0L, 0L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L);
        assertThat(wait(HERE, "admin")).isZero();
    }

    @Test
    void theOwnerElsewhereAndOtherAccountsDoNotWait() {
        for (int i = 0; i < 1000; i++) {
            brake.wrong(HERE, "Admin");
        }
        assertThat(wait(HERE, "admin")).as("however it is written").isEqualTo(900);
        assertThat(wait(THERE, "admin")).isZero();
        assertThat(wait(HERE, "finance-staff")).isZero();
    }

    @Test
    void theRightPasswordBeginsAnew() {
        for (int i = 0; i < 9; i++) {
            brake.wrong(HERE, "admin");
        }
        brake.right(HERE, "admin");
        brake.wrong(HERE, "admin");
        assertThatCode(() -> brake.ensureNotTooSoon(HERE, "admin")).doesNotThrowAnyException();
    }

    @Test
    void nobodyWaitsForAClockThatWasADayAhead() {
        for (int i = 0; i < 9; i++) {
            brake.wrong(HERE, "admin");
        }
        now = now.minus(Duration.ofDays(1));
        assertThat(wait(HERE, "admin")).isZero();
    }

    @Test
    void theOwnerIsToldOfEachAddressOnce() {
        for (String address : List.of(HERE, THERE)) {
            for (int i = 0; i < 30; i++) {
                brake.wrong(address, "admin");
            }
        }
        assertThat(told)
                .containsExactly(new PasswordGuessed("admin", HERE, now), new PasswordGuessed("admin", THERE, now));
    }

    private long wait(String address, String account) {
        TooSoon tooSoon = catchThrowableOfType(TooSoon.class, () -> brake.ensureNotTooSoon(address, account));
        return tooSoon == null ? 0 : tooSoon.seconds();
    }
}
