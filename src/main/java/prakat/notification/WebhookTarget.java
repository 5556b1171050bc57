package prakat.notification;

import java.net.URI;
import java.util.Set;
import prakat.input.SetupException;

/**
 * A program that is called when something is published, taken down or withdrawn.
 *
 * @param url https, or http on this very machine
 * @param secret by which the program knows that the call is ours; 16 characters or more
 */
record WebhookTarget(String url, String secret) {

    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_URL = 500;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Refuses, on start, an address that others could listen to, and a secret that could be guessed. */
    WebhookTarget {
        url = url == null ? "" : url.strip();
        if (url.length() > LONGEST_URL || !isSafe(url)) {
            throw new SetupException(
                    "PRAKAT_WEBHOOKS: an address begins with https://, or with http:// on this machine: " + url);
        }
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            throw new SetupException(
                    "PRAKAT_WEBHOOKS: a secret of " + SHORTEST_SECRET + " characters or more is needed for " + url);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return url;
    }

    private static boolean isSafe(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
