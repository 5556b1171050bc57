package prakat.screening.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Place;

/**
 * Says which links readers cannot open: what a link says itself, and what the servers say to which links lead. They are asked in
 * the background; what they said is kept for a while in this node's memory.
 */
@Component
public class Links {

    private static final Logger log = LoggerFactory.getLogger(Links.class);

    private static final int THREADS = 8;

    /** Of one version; more are not asked for. */
    private static final int MOST = 50;

    private static final int MOST_KEPT = 10_000;
    private static final Duration KEPT = Duration.ofHours(1);

    /** What is wrong may have been put right before it is proposed again. */
    private static final Duration KEPT_IF_WRONG = Duration.ofMinutes(5);

    private final Predicate<WebAddress> isAsked;
    private final AnonymousClient client;
    private final LinkCheck check;
    private final LinkLimits limits;
    private final Map<WebAddress, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> daemon(work, "links"));
    private final Cache<WebAddress, LinkAnswer> known = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfter(Expiry.writing(
                    (WebAddress address, LinkAnswer answer) -> answer == LinkAnswer.FINE ? KEPT : KEPT_IF_WRONG))
            .build();

    /** @param ourWebsite is not asked: from within the office, its name may lead elsewhere than from outside */
    @Autowired
    Links(LinkSettings settings, @Value("${prakat.address:}") String ourWebsite) {
        this(
                address -> settings.check()
                        && WebAddress.of(ourWebsite)
                                .filter(ours -> ours.host().equals(address.host()))
                                .isEmpty(),
                Destinations.PUBLIC,
                LinkLimits.USUAL);
    }

    /** @param isAsked whether anybody is asked at all for what leads there */
    Links(Predicate<WebAddress> isAsked, Destinations destinations, LinkLimits limits) {
        this.isAsked = isAsked;
        this.limits = limits;
        this.client = new AnonymousClient(destinations, limits, THREADS);
        this.check = new LinkCheck(client, destinations, limits.link());
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What is known of links without asking anybody; those of which the same can be said are counted. */
    public List<Finding> find(String field, List<String> links) {
        Map<Finding, Integer> found = new LinkedHashMap<>();
        links.stream()
                .filter(WebAddress::isMeant)
                .flatMap(link -> WebAddress.of(link)
                        .map(address -> find(field, link, address))
                        .orElseGet(
                                () -> Stream.of(finding(FindingKind.LINK_BROKEN, field, WebAddress.excerpt(link), 1))))
                .forEach(finding -> found.merge(finding, 1, Integer::sum));
        List<Finding> findings = new ArrayList<>();
        found.forEach((one, count) ->
                findings.add(new Finding(one.kind(), one.place(), one.excerpt(), count, one.confidence())));
        return findings;
    }

    private Stream<Finding> find(String field, String link, WebAddress address) {
        if (address.isInternal()) {
            return Stream.of(finding(FindingKind.LINK_INTERNAL, field, WebAddress.excerpt(link), 1));
        }
        Stream<Finding> seen = SharedDrives.contains(address.host())
                ? Stream.of(finding(FindingKind.LINK_CHANGEABLE, field, address.host(), 1))
                : Stream.empty();
        Stream<Finding> asked = Optional.ofNullable(known.getIfPresent(address))
                .filter(answer -> answer.kind() != null)
                .map(answer -> finding(answer.kind(), field, WebAddress.excerpt(link), answer.confidence()))
                .stream();
        return Stream.concat(seen, asked);
    }

    private static Finding finding(FindingKind kind, String field, String excerpt, double confidence) {
        return new Finding(kind, Place.field(field), excerpt, 1, confidence);
    }

    /** Whether all is known of these links that could be. */
    public boolean areKnown(List<String> links) {
        return unknown(links).findAny().isEmpty();
    }

    /** Asks for what is not known of them; completed once it is, or enough time has passed. */
    public CompletableFuture<Void> ask(List<String> links) {
        long until = System.nanoTime() + limits.all().toNanos();
        return CompletableFuture.allOf(
                        unknown(links).map(link -> ask(link, until)).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, limits.all().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Stream<WebAddress> unknown(List<String> links) {
        return links.stream()
                .filter(WebAddress::isMeant)
                .flatMap(link -> WebAddress.of(link).stream())
                .filter(address -> !address.isInternal() && isAsked.test(address))
                .distinct()
                .limit(MOST)
                .filter(address -> known.getIfPresent(address) == null);
    }

    /** Nobody waits any more for a link whose turn has not come by then. */
    private CompletableFuture<Void> ask(WebAddress link, long until) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> earlier = underWay.putIfAbsent(link, done);
        if (earlier != null) {
            return earlier;
        }
        threads.execute(() -> {
            try {
                if (System.nanoTime() < until) {
                    known.put(link, check.of(link));
                }
            } catch (RuntimeException e) {
                log.error("A link could not be tried", e);
            } finally {
                underWay.remove(link);
                done.complete(null);
            }
        });
        return done;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
        client.stop();
    }
}
