package prakat.demo;

import static prakat.demo.Fate.CANCELLED;
import static prakat.demo.Fate.CERTIFIED;
import static prakat.demo.Fate.CERTIFIED_LATE;
import static prakat.demo.Fate.EXTENDED;
import static prakat.demo.Fate.EXTENSION_ASKED;
import static prakat.demo.Fate.GIVEN_UP;
import static prakat.demo.Fate.PUBLISHED;
import static prakat.demo.Fate.REFUSED;
import static prakat.demo.Fate.RETURNED;
import static prakat.demo.Fate.RETURNED_AND_REFUSED;
import static prakat.demo.Fate.SCHEDULED;
import static prakat.demo.Fate.SENT_BACK;
import static prakat.demo.Fate.SUBMITTED;
import static prakat.demo.Fate.UPDATED;
import static prakat.demo.Fate.WITHDRAWN;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import prakat.demo.Topics.Topic;
import prakat.organisation.office.FiscalPeriod;

/** Which requests are made: of what, on which day, and what becomes of each; for the same day always the same. */
final class Plan {

    private static final long SEED = 2569;

    /** Days on which nothing much is under way any more. */
    private static final int SETTLED_DAYS = 20;

    /** Days after which a newer version is due at the latest, with its own way to the website. */
    private static final int UPDATE_DAYS = 120;

    private static final int SHORT_STAY = 120;

    /** Of a hundred requests; the rest is published without more. */
    private static final List<Fate> USUAL = Stream.of(
                    of(15, RETURNED),
                    of(8, REFUSED),
                    of(3, RETURNED_AND_REFUSED),
                    of(5, CERTIFIED_LATE),
                    of(5, SCHEDULED),
                    of(3, CANCELLED),
                    of(2, GIVEN_UP),
                    of(3, WITHDRAWN),
                    of(56, PUBLISHED))
            .flatMap(List::stream)
            .toList();

    /** What is under way today, and how many days ago it was proposed; one of each twelve requests is one of these. */
    private static final List<UnderWay> UNDER_WAY = List.of(
            new UnderWay(SUBMITTED, 1),
            new UnderWay(CERTIFIED, 3),
            new UnderWay(SCHEDULED, 4),
            new UnderWay(SUBMITTED, 12),
            new UnderWay(EXTENSION_ASKED, 55),
            new UnderWay(SENT_BACK, 6),
            new UnderWay(SUBMITTED, 2),
            new UnderWay(CERTIFIED, 13),
            new UnderWay(SCHEDULED, 6),
            new UnderWay(SUBMITTED, 4),
            new UnderWay(SENT_BACK, 18),
            new UnderWay(CERTIFIED, 5));

    private static final int ONE_UNDER_WAY_OF = 12;

    private record UnderWay(Fate fate, int daysAgo) {}

    /**
     * A request that is made.
     *
     * @param day on which it is proposed, or the next working day
     * @param n its running number among those of its topic in its fiscal year
     * @param seed of what is drawn for it
     */
    record Proposal(Topic topic, LocalDate day, int n, Fate fate, long seed) {}

    private record Candidate(Topic topic, LocalDate day, double rank) {}

    private Plan() {}

    /**
     * The requests in the order of their days.
     *
     * @param number how many there are in all, newer versions included
     * @param today the last day; see {@link #firstDay} for the first one
     */
    static List<Proposal> of(List<Topic> topics, int number, LocalDate today) {
        Random random = new Random(SEED);
        int underWay = number / ONE_UNDER_WAY_OF;
        int updates = number / 30;
        List<Candidate> settled =
                settled(topics, number - underWay - updates, firstDay(today), today.minusDays(SETTLED_DAYS), random);
        List<Fate> fates = fates(settled, updates, today, random);
        List<Proposal> all = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < settled.size(); i++) {
            Candidate one = settled.get(i);
            all.add(proposal(one.topic(), one.day(), fates.get(i), counts, random));
        }
        int more = updates - Collections.frequency(fates, UPDATED);
        for (int i = 0; i < underWay + more; i++) {
            UnderWay now = UNDER_WAY.get(i % UNDER_WAY.size());
            Topic topic = topic(now, topics, today, random);
            all.add(proposal(topic, today.minusDays(now.daysAgo()), now.fate(), counts, random));
        }
        all.sort(Comparator.comparing(Proposal::day));
        return all;
    }

    /** What becomes of each; at most so many are updated. */
    private static List<Fate> fates(List<Candidate> settled, int updates, LocalDate today, Random random) {
        List<Fate> fates = new ArrayList<>();
        int left = updates;
        for (Candidate one : settled) {
            boolean isOld = one.day().isBefore(today.minusDays(UPDATE_DAYS));
            boolean isShort = one.topic().days() > 0 && one.topic().days() <= SHORT_STAY;
            if (left > 0 && isOld && !isShort && random.nextInt(6) == 0) {
                fates.add(UPDATED);
                left--;
            } else {
                fates.add(isShort && random.nextInt(8) == 0 ? EXTENDED : USUAL.get(random.nextInt(USUAL.size())));
            }
        }
        return fates;
    }

    private static Topic topic(UnderWay now, List<Topic> topics, LocalDate today, Random random) {
        boolean ends = now.fate() == EXTENSION_ASKED;
        List<Topic> fitting = topics.stream()
                .filter(topic -> topic.isNumbered() && (!ends || topic.days() == 60))
                .filter(topic -> isIn(today, topic))
                .toList();
        return fitting.isEmpty() ? topics.get(0) : fitting.get(random.nextInt(fitting.size()));
    }

    /** On which the fiscal year began that was before the one of that day. */
    static LocalDate firstDay(LocalDate today) {
        return FiscalPeriod.of(today).first().minusYears(1);
    }

    private static List<Candidate> settled(
            List<Topic> topics, int number, LocalDate first, LocalDate until, Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (int round = 0; candidates.size() < number; round++) {
            for (Topic topic : topics) {
                for (YearMonth month = YearMonth.from(first);
                        !month.isAfter(YearMonth.from(until));
                        month = month.plusMonths(1)) {
                    LocalDate day = month.atDay(1 + random.nextInt(28));
                    double rank = round + random.nextDouble() * (topic.every() ? 0.3 : 1);
                    if (isIn(day, topic) && !day.isAfter(until) && (round == 0 || topic.isNumbered())) {
                        candidates.add(new Candidate(topic, day, rank));
                    }
                }
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::rank))
                .limit(number)
                .sorted(Comparator.comparing(Candidate::day))
                .toList();
    }

    private static boolean isIn(LocalDate day, Topic topic) {
        return topic.months().isEmpty() || topic.months().contains(day.getMonthValue());
    }

    private static Proposal proposal(
            Topic topic, LocalDate day, Fate fate, Map<String, Integer> counts, Random random) {
        int n = counts.merge(FiscalPeriod.of(day).year() + topic.title(), 1, Integer::sum);
        return new Proposal(topic, day, n, fate, random.nextLong());
    }

    private static List<Fate> of(int percent, Fate fate) {
        return Collections.nCopies(percent, fate);
    }
}
