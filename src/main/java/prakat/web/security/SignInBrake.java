package prakat.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import prakat.organisation.PasswordGuessed;

/**
 * Slows down whoever guesses passwords. What counts is how often a password was wrong for one account from one address, so
 * that a stranger keeps no owner out: no account is ever locked. Each node counts for itself, and a restart forgets.
 */
@Component
class SignInBrake {

    /** Anybody mistypes. */
    private static final int FREE = 5;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** After so many from one address, the owner is told. */
    private static final int TOLD = 10;

    private static final int MOST_KEPT = 100_000;

    private final Cache<Guesser, Wrong> guessers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(MOST_KEPT)
            .build();

    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignInBrake(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** In whatever case the account was written. */
    private record Guesser(String address, String account) {

        static Guesser of(String address, String account) {
            return new Guesser(address, account.toLowerCase(Locale.ROOT));
        }
    }

    private record Wrong(int times, Instant until) {}

    /** Too soon after too many wrong passwords; the password was not looked at. */
    static final class TooSoon extends AuthenticationException {

        private final Duration wait;

        TooSoon(Duration wait) {
            super("too many wrong passwords");
            this.wait = wait;
        }

        /** How long to wait, in whole seconds and at least one. */
        long seconds() {
            return Math.max(1, wait.plusMillis(999).toSeconds());
        }
    }

    /**
     * Makes sure that this address may try the account now.
     *
     * @throws TooSoon where it has to wait
     */
    void ensureNotTooSoon(String address, String account) {
        Wrong wrong = guessers.getIfPresent(Guesser.of(address, account));
        Instant now = clock.instant();
        Duration wait = wrong == null ? Duration.ZERO : Duration.between(now, wrong.until());
        // Longer is what a clock said that was ahead.
        if (wait.toNanos() > 0 && wait.compareTo(LONGEST_WAIT) <= 0) {
            throw new TooSoon(wait);
        }
    }

    /** The password was wrong. */
    void wrong(String address, String account) {
        Instant now = clock.instant();
        Wrong wrong = guessers.asMap()
                .merge(
                        Guesser.of(address, account),
                        new Wrong(1, now),
                        (before, first) -> new Wrong(before.times() + 1, now.plus(waitAfter(before.times() + 1))));
        if (wrong.times() == TOLD) {
            events.publishEvent(new PasswordGuessed(account, address, now));
        }
    }

    /** The password was right. */
    void right(String address, String account) {
        guessers.invalidate(Guesser.of(address, account));
    }

    private static Duration waitAfter(int times) {
        if (times < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(times - FREE, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
