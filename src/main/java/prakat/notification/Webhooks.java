package prakat.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import prakat.input.SetupException;
import prakat.notification.mail.NotificationSettings;
import prakat.organisation.office.Office;
import prakat.request.PublicationRequest;
import prakat.request.record.Event;
import prakat.request.record.HistoryEntry;

/**
 * Calls other programs when something is published, replaced, taken down or withdrawn. A call is signed: its header
 * {@code Prakat-Signature} is {@code t=<seconds since 1970>,v1=<HMAC-SHA256 of "<t>.<body>" in hexadecimal>}.
 */
@Component
class Webhooks {

    static final String SIGNATURE = "Prakat-Signature";
    static final String DELIVERY = "Prakat-Delivery";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Set<Event> WITH_TITLE = Set.of(Event.PUBLISHED, Event.REPLACED);
    private static final Set<Event> TOLD = Set.of(Event.PUBLISHED, Event.REPLACED, Event.TAKEN_DOWN, Event.WITHDRAWN);

    private final List<WebhookTarget> targets;
    private final NotificationSettings settings;
    private final Office office;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST_WAIT)
            .followRedirects(Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Webhooks(Configured configured, NotificationSettings settings, Office office, ObjectMapper json, Clock clock) {
        this.targets = configured.webhooks();
        this.settings = settings;
        this.office = office;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The programs to call.
     *
     * @param webhooks programs that are called when something is published, replaced, taken down or withdrawn, each with an
     *     address of its own: {@code PRAKAT_WEBHOOKS_0_URL}, {@code PRAKAT_WEBHOOKS_0_SECRET}, then 1 and so on
     */
    @ConfigurationProperties("prakat")
    record Configured(@DefaultValue List<WebhookTarget> webhooks) {

        Configured {
            webhooks = List.copyOf(webhooks);
            if (webhooks.stream().map(WebhookTarget::url).distinct().count() < webhooks.size()) {
                throw new SetupException("PRAKAT_WEBHOOKS: an address stands there twice");
            }
        }
    }

    /** The addresses of all programs that are called. */
    List<String> urls() {
        return targets.stream().map(WebhookTarget::url).toList();
    }

    /** The calls that the entry asks for; none for most. */
    List<Message> callsFor(long entryId, HistoryEntry entry, PublicationRequest request) {
        return TOLD.contains(entry.event())
                ? targets.stream()
                        .map(target -> Message.webhook(
                                entryId,
                                request.number(),
                                target.url(),
                                entry.event().code(),
                                body(entry, request),
                                clock.instant()))
                        .toList()
                : List.of();
    }

    private String body(HistoryEntry entry, PublicationRequest request) {
        ObjectNode body = json.createObjectNode()
                .put("event", entry.event().code())
                .put("id", request.id())
                .put("number", request.number())
                .put("url", settings.siteAddress() + "/news/" + request.number())
                .put(
                        "at",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at().atZone(office.zone())));
        // Nothing of the content of what is off the website.
        if (WITH_TITLE.contains(entry.event())) {
            body.put("title", request.current().title());
        }
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    /**
     * Calls a program that is configured.
     *
     * @throws UncheckedIOException where the call was not taken
     */
    void call(Message message) {
        WebhookTarget configured = targets.stream()
                .filter(target -> target.url().equals(message.recipient()))
                .findFirst()
                .orElseThrow();
        long second = clock.instant().getEpochSecond();
        HttpRequest call = HttpRequest.newBuilder(URI.create(message.recipient()))
                .timeout(LONGEST_WAIT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Prakat")
                .header(DELIVERY, message.id())
                .header(SIGNATURE, "t=" + second + ",v1=" + hmac(configured.secret(), second + "." + message.plain()))
                .POST(BodyPublishers.ofString(message.plain()))
                .build();
        try {
            HttpResponse<Void> answer = http.send(call, BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(message.recipient() + " answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
