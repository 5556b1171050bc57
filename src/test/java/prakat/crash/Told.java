package prakat.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import prakat.PostOffice;

/** What people and programs were told: a mail server and a program that is called, and what came to them. */
final class Told implements AutoCloseable {

    /** How many a node sends at once, and with that how many answers it can lose. */
    private static final int MAILS_AT_ONCE = 4;

    private static final int CALLS_AT_ONCE = 2;

    private final Observations observations;
    private final GreenMail mails = PostOffice.open();
    private final Queue<Delivery> calls = new ConcurrentLinkedQueue<>();
    private final HttpServer program;

    /**
     * Something that came.
     *
     * @param id stays the same where it is sent again
     * @param what to whom it came, and what it says
     */
    private record Delivery(String id, String what) {}

    Told(Observations observations) throws Exception {
        this.observations = observations;
        mails.purgeEmailFromAllMailboxes();
        program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.setExecutor(Executors.newCachedThreadPool());
        program.createContext("/", this::take);
        program.start();
    }

    /** Tells a node where mails and calls go. */
    Map<String, String> environment() {
        return Map.of(
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT", String.valueOf(PostOffice.PORT),
                "PRAKAT_MAIL_FROM", "website@example.org",
                "PRAKAT_WEBHOOKS_0_URL",
                        "http://127.0.0.1:" + program.getAddress().getPort() + "/told",
                "PRAKAT_WEBHOOKS_0_SECRET", "a secret for the crash test");
    }

    private void take(HttpExchange call) throws IOException {
        var body = new ObjectMapper().readTree(call.getRequestBody());
        calls.add(new Delivery(
                call.getRequestHeaders().getFirst("Prakat-Delivery"),
                call(body.path("event").asText(), body.path("number").asText())));
        call.sendResponseHeaders(204, -1);
        call.close();
    }

    /** How a call is named. */
    static String call(String event, String number) {
        return event + " " + number;
    }

    /** How a mail is named. */
    static String mail(String account, String subject) {
        return account + ": " + subject;
    }

    /** How often each thing was told; what was sent again counts once. */
    Map<String, Integer> all() throws MessagingException {
        Map<String, Integer> told = new HashMap<>();
        deliveries().keySet().forEach(delivery -> told.merge(delivery.what(), 1, Integer::sum));
        return told;
    }

    /** Nothing was sent twice but where the answer to the first time was lost with its node. */
    void checkNothingWasSentTwice() throws MessagingException {
        int mailsAgain = 0;
        int callsAgain = 0;
        for (Map.Entry<Delivery, Integer> sent : deliveries().entrySet()) {
            if (sent.getKey().id().startsWith("<")) {
                observations.add("mails");
                mailsAgain += sent.getValue() - 1;
            } else {
                observations.add("webhook calls");
                callsAgain += sent.getValue() - 1;
            }
        }
        observations.set("mails sent again", mailsAgain);
        observations.set("webhook calls sent again", callsAgain);
        int interrupted = observations.count("nodes interrupted");
        if (mailsAgain > interrupted * MAILS_AT_ONCE || callsAgain > interrupted * CALLS_AT_ONCE) {
            observations.violation(mailsAgain + " mails and " + callsAgain + " webhook calls were sent again");
        }
    }

    private Map<Delivery, Integer> deliveries() throws MessagingException {
        Map<Delivery, Integer> deliveries = new HashMap<>();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            String account = mail.getAllRecipients()[0].toString().replaceAll("@.*", "");
            deliveries.merge(new Delivery(mail.getMessageID(), mail(account, mail.getSubject())), 1, Integer::sum);
        }
        calls.forEach(call -> deliveries.merge(call, 1, Integer::sum));
        return deliveries;
    }

    @Override
    public void close() {
        program.stop(0);
    }
}
