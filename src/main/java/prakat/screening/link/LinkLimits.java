package prakat.screening.link;

import java.time.Duration;

/**
 * How long is waited for servers.
 *
 * @param connect until one accepts a connection, at each of its addresses
 * @param answer for each piece of its answer
 * @param link for all to which one link leads; who takes longer is not there for readers either
 * @param all for all links of one version; what is not known by then is not told
 */
record LinkLimits(Duration connect, Duration answer, Duration link, Duration all) {

    static final LinkLimits USUAL = new LinkLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(20));
}
