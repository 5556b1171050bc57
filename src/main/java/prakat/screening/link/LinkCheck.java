package prakat.screening.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prakat.screening.link.AnonymousClient.Reply;

/**
 * Goes where a link leads, from server to server, and says what a reader would find. What could as well lie with us is no answer:
 * servers that turn programs away, names that no name server told us of, networks that we are kept from.
 */
final class LinkCheck {

    private static final Logger log = LoggerFactory.getLogger(LinkCheck.class);

    private static final int MOST_REDIRECTS = 5;

    private final AnonymousClient client;
    private final Destinations destinations;
    private final Duration longest;
    private final AtomicBoolean isTold = new AtomicBoolean();

    LinkCheck(AnonymousClient client, Destinations destinations, Duration longest) {
        this.client = client;
        this.destinations = destinations;
        this.longest = longest;
    }

    /** Takes as long as a link may. */
    LinkAnswer of(WebAddress link) {
        long until = System.nanoTime() + longest.toNanos();
        Set<WebAddress> been = new HashSet<>();
        boolean hasCookie = false;
        WebAddress at = link;
        while (been.size() <= MOST_REDIRECTS && been.add(at)) {
            if (at.isInternal()) {
                return LinkAnswer.INTERNAL;
            }
            if (SignIn.isAt(at)) {
                return LinkAnswer.RESTRICTED;
            }
            if (!destinations.ports().contains(at.port())) {
                return LinkAnswer.UNKNOWN;
            }
            Reply reply;
            try {
                reply = ask(at, until);
            } catch (IOException e) {
                return failed(e, at, System.nanoTime() >= until);
            }
            if (reply.location().isEmpty()) {
                return found(reply, at, link);
            }
            hasCookie |= reply.hasCookie();
            Optional<WebAddress> next = at.to(reply.location().get());
            if (next.isEmpty()) {
                return LinkAnswer.UNKNOWN;
            }
            at = next.get();
        }
        // Who is given a cookie and keeps it may be sent elsewhere.
        return been.contains(at) && !hasCookie ? LinkAnswer.BROKEN : LinkAnswer.UNKNOWN;
    }

    private Reply ask(WebAddress at, long until) throws IOException {
        boolean isSharedDrive = SharedDrives.contains(at.host());
        if (!isSharedDrive) {
            try {
                Reply reply = client.ask("HEAD", at, false, until);
                if (reply.status() < 400) {
                    return reply;
                }
            } catch (IOException e) {
                if (isBeforeRequest(e) || System.nanoTime() >= until) {
                    throw e;
                }
            }
        }
        // Many servers know no HEAD, and say so in many ways.
        return client.ask("GET", at, isSharedDrive, until);
    }

    private static boolean isBeforeRequest(IOException e) {
        return isOneOf(
                e,
                UnknownHostException.class,
                ConnectException.class,
                ConnectTimeoutException.class,
                NoRouteToHostException.class,
                SSLException.class);
    }

    private static LinkAnswer found(Reply reply, WebAddress at, WebAddress link) {
        boolean isSharedDrive = SharedDrives.contains(at.host());
        int status = reply.status();
        if (status < 300) {
            if (SignIn.isAskedBy(reply.page())) {
                return LinkAnswer.RESTRICTED;
            }
            return isSharedDrive && !SharedDrives.contains(link.host()) ? LinkAnswer.CHANGEABLE : LinkAnswer.FINE;
        }
        if (status == 401 || status == 403 && isSharedDrive) {
            return LinkAnswer.RESTRICTED;
        }
        // Others say 403, 429 and much else to programs, and show people the page.
        boolean isBroken = status == 404 || status == 410 || status >= 500 && status < 600 && !reply.isBusy();
        return isBroken ? LinkAnswer.BROKEN : LinkAnswer.UNKNOWN;
    }

    private LinkAnswer failed(IOException e, WebAddress at, boolean isOver) {
        if (e instanceof Destinations.NotAsked notAsked) {
            return notAsked.isInternal() ? LinkAnswer.INTERNAL : LinkAnswer.UNKNOWN;
        }
        if (e instanceof UnknownHostException) {
            return sureIf(destinations.isDenied().test(at.host()));
        }
        if (e instanceof SSLException) {
            // A browser may know the issuer, or look for it.
            return brokenIf(Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .noneMatch(CertPathBuilderException.class::isInstance));
        }
        if (e instanceof ConnectException) {
            return sureIf(String.valueOf(e.getMessage()).contains("refused"));
        }
        return sureIf(client.hasReachedAnybody());
    }

    /** Where it is not, and nobody was ever reached, it is told once that this machine may be kept from the Internet. */
    private LinkAnswer sureIf(boolean isSure) {
        if (!isSure && !client.hasReachedAnybody() && isTold.compareAndSet(false, true)) {
            log.warn(
                    "No server outside was reached: links that readers cannot open may not be found from this machine");
        }
        return brokenIf(isSure);
    }

    private static LinkAnswer brokenIf(boolean isSure) {
        return isSure ? LinkAnswer.BROKEN : LinkAnswer.UNKNOWN;
    }

    private static boolean isOneOf(IOException e, Class<?>... kinds) {
        return Stream.of(kinds).anyMatch(kind -> kind.isInstance(e));
    }
}
