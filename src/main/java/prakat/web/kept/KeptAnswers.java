package prakat.web.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import prakat.organisation.office.Office;
import prakat.publication.WebsiteChanges;

/**
 * Answers that were given before, each for as long as it is what a reader would get: until the website changes, by whatever
 * node, and until the next end of anything on it.
 */
@Component
class KeptAnswers {

    /** In bytes. */
    private static final int MOST = 16 * 1024 * 1024;

    /** After that, what changes with a new release of another node is seen here, too: a category's name. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** By how much the clock may be set back while an answer is being made, and nothing that has ended be shown again. */
    private static final Duration SET_BACK = Duration.ofSeconds(5);

    private final WebsiteChanges changes;
    private final Office office;
    private final Clock clock;

    private final Cache<Question, Kept> answers = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Question question, Kept kept) ->
                    question.size() + kept.answer().size())
            .build();

    KeptAnswers(WebsiteChanges changes, Office office, Clock clock) {
        this.changes = changes;
        this.office = office;
        this.clock = clock;
    }

    /**
     * What the answer depends on.
     *
     * @param site scheme, host and port by which the reader came
     * @param path as it was asked for, with what stands behind it
     */
    record Question(String site, String path, Locale language) {

        /** About how much memory it takes, in bytes. */
        int size() {
            return 2 * (site.length() + path.length());
        }
    }

    /** A clock that was set back to before it was made would let a reader find more. */
    private record Kept(KeptAnswer answer, long changes, Instant since, Instant until) {

        boolean holds(Instant now) {
            return !now.isBefore(since) && now.isBefore(until);
        }
    }

    /** An answer that is about to be made: what it is made of is as it is now, or newer. */
    final class Making {

        private final Question question;
        private final long changesBefore;
        private final Instant begun = clock.instant();
        private final Instant until;

        private Making(Question question, long changesBefore) {
            this.question = question;
            this.changesBefore = changesBefore;
            Instant longest = begun.plus(LONGEST);
            Instant nextDay = office.start(office.day(begun).plusDays(1));
            Instant nextEnd = changes.nextEnd(begun.minus(SET_BACK)).orElse(longest);
            until = earlier(nextEnd, earlier(nextDay, longest));
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        /** Keeps what was made, unless something has ended meanwhile. */
        void keep(KeptAnswer answer) {
            Kept kept = new Kept(answer, changesBefore, begun, until);
            if (kept.holds(clock.instant())) {
                answers.put(question, kept);
            }
        }
    }

    /** How many changes there were; of answers, only those are right that were made after them. */
    long changes() {
        return changes.count();
    }

    /** The answer that was made after so many changes, or more of them, and that still holds. */
    Optional<KeptAnswer> find(Question question, long atLeast) {
        return Optional.ofNullable(answers.getIfPresent(question))
                .filter(kept -> kept.changes() >= atLeast && kept.holds(clock.instant()))
                .map(Kept::answer)
                .filter(KeptAnswer::isThere);
    }

    /** @param changesBefore as many as there were before anything of the answer was read */
    Making begin(Question question, long changesBefore) {
        return new Making(question, changesBefore);
    }
}
