package prakat.screening.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests as somebody whom no server knows: without cookies, passwords and a word of where a link stands. It follows no
 * redirects, reads no more than it must, and looks up each name once for each request: it connects to an address that was let
 * through then, and to no other.
 */
final class AnonymousClient {

    private static final String NAME = "Prakat (tries links before they are published)";

    /** In bytes, of a page. */
    private static final int MOST_READ = 65_536;

    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_HEADER = 16_384;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Destinations destinations;
    private final CloseableHttpClient http;
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, work -> Links.daemon(work, "link-timer"));

    /** Whether any server ever accepted a connection. */
    private volatile boolean hasReached;

    /** @param most requests at a time */
    AnonymousClient(Destinations destinations, LinkLimits limits, int most) {
        this.destinations = destinations;
        timer.setRemoveOnCancelPolicy(true);
        http = HttpClients.custom()
                .setConnectionManager(connections(limits, most))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setAuthenticationEnabled(false).build())
                .setUserAgent(NAME)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                // What is sent as one byte may be a gigabyte once it is unpacked.
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connections(LinkLimits limits, int most) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_HEADER)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.answer()))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(limits.answer()))
                        .build())
                .build();
    }

    /**
     * What a server said, as far as it matters.
     *
     * @param location to which it sends on; empty where it does not
     * @param isBusy whether it asks to come again later
     * @param page the beginning of what it sent; "" where that was not to be read
     */
    record Reply(int status, Optional<String> location, boolean hasCookie, boolean isBusy, String page) {}

    /**
     * Asks a server.
     *
     * @param method {@code HEAD}, or {@code GET}
     * @param readsPage whether what it sends is read
     * @param until by {@link System#nanoTime}; the connection is closed then, whatever it is doing
     * @throws IOException where nobody answered in a way that can be read
     */
    Reply ask(String method, WebAddress address, boolean readsPage, long until) throws IOException {
        InetAddress[] servers = destinations.of(address.host());
        // No look-up can be ended before it ends by itself.
        if (System.nanoTime() >= until) {
            throw new SocketTimeoutException("looked up too slowly");
        }
        for (int i = 0; ; i++) {
            try {
                return ask(method, address, servers[i], readsPage, until);
            } catch (ConnectException | ConnectTimeoutException | NoRouteToHostException e) {
                if (i == servers.length - 1) {
                    throw e;
                }
            }
        }
    }

    private Reply ask(String method, WebAddress address, InetAddress server, boolean readsPage, long until)
            throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, address.uri());
        HttpHost host = new HttpHost(address.scheme(), server, address.host(), address.port());
        HttpClientContext context = HttpClientContext.create();
        ScheduledFuture<?> end = timer.schedule(request::cancel, until - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return reply(http.executeOpen(host, request, context), readsPage);
        } catch (IllegalStateException e) {
            throw new IOException("it was ended as it began", e);
        } finally {
            // Closes the connection as it is; to close the answer would be to read the rest of it.
            request.cancel();
            end.cancel(false);
            if (context.getEndpointDetails() != null) {
                hasReached = true;
            }
        }
    }

    private static Reply reply(ClassicHttpResponse response, boolean readsPage) throws IOException {
        Optional<String> location = Optional.ofNullable(response.getFirstHeader(HttpHeaders.LOCATION))
                .filter(header -> REDIRECTS.contains(response.getCode()))
                // It was read byte by byte, and many say Thai names as they are.
                .map(header ->
                        new String(header.getValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        byte[] page = readsPage && response.getEntity() != null
                ? response.getEntity().getContent().readNBytes(MOST_READ)
                : new byte[0];
        return new Reply(
                response.getCode(),
                location,
                response.containsHeader(HttpHeaders.SET_COOKIE),
                response.containsHeader(HttpHeaders.RETRY_AFTER),
                new String(page, StandardCharsets.UTF_8));
    }

    /** Whether any server ever accepted a connection: where none did, it may be us who are kept from all of them. */
    boolean hasReachedAnybody() {
        return hasReached;
    }

    void stop() {
        timer.shutdownNow();
    }
}
