package prakat.screening.link;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The links of the whole program in tests: nobody outside is asked, but a server of the tests' own by the name of
 * {@link #HOST}, which knows the page {@code /there} and waits with each answer until it may.
 */
public final class TriedLinks {

    public static final String HOST = "linked.example.org";

    private static final LinkLimits LIMITS = new LinkLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private static volatile CountDownLatch mayAnswer = new CountDownLatch(0);

    private static final Website SITE = new Website((head, out) -> {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Website.says(head.contains(" /there ") ? 200 : 404).to(head, out);
    });

    private TriedLinks() {}

    public static Links links() {
        return new Links(
                address -> address.host().equals(HOST),
                new Destinations(
                        name -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        InetAddress::isLoopbackAddress,
                        Set.of(SITE.port()),
                        name -> true),
                LIMITS);
    }

    /** A link to a page of the server. */
    public static String to(String page) {
        return "http://" + HOST + ":" + SITE.port() + page;
    }

    /** Has the server wait with what it says. */
    public static void hold() {
        mayAnswer = new CountDownLatch(1);
    }

    /** Has it say what it waits with. */
    public static void release() {
        mayAnswer.countDown();
    }
}
