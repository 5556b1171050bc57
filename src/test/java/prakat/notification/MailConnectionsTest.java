package prakat.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails by connections that a server ends as it likes. */
class MailConnectionsTest {

    /** After which line of the caller's the server hangs up; what it answers to that first, or null for nothing. */
    private record HangUp(String line, String answer) {}

    private final AtomicInteger greeted = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final MailConnections connections;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    MailConnectionsTest() throws IOException {
        sender.setHost("127.0.0.1");
        sender.setPort(server.getLocalPort());
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        connections = new MailConnections(beans.getBeanProvider(JavaMailSenderImpl.class));
    }

    @AfterEach
    void close() throws IOException {
        connections.close();
        server.close();
    }

    @Test
    void aHundredMailsGoByOneConnection() throws Exception {
        serve(new HangUp("never", null));
        send(101);

        assertThat(taken).hasValue(101);
        assertThat(greeted).hasValue(2);
    }

    @Test
    void aServerThatHangsUpAfterEachMailHasTakenThemAll() throws Exception {
        serve(new HangUp(".", "250 taken"));
        send(3);

        assertThat(taken).hasValue(3);
        assertThat(greeted).hasValue(3);
    }

    @Test
    void aServerThatHangsUpDuringAMailHasNotTakenIt() throws Exception {
        serve(new HangUp(".", null));

        assertThatThrownBy(() -> send(1)).isInstanceOf(MailSendException.class);
        assertThat(taken).hasValue(0);
    }

    @Test
    void whereTheOfficeNamesAProxyNoMailGoesAroundIt() throws Exception {
        serve(new HangUp("never", null));
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            sender.getJavaMailProperties().put("mail.smtp.socks.host", "127.0.0.1");
            sender.getJavaMailProperties().put("mail.smtp.socks.port", String.valueOf(nobody.getLocalPort()));
        }

        assertThatThrownBy(() -> send(1)).isInstanceOf(MailSendException.class);
        assertThat(greeted).hasValue(0);
    }

    private void send(int mails) throws Exception {
        for (int n = 0; n < mails; n++) {
            MimeMessage mail = sender.createMimeMessage();
            mail.setFrom("website@example.org");
            mail.setRecipients(MimeMessage.RecipientType.TO, "finance-staff@example.org");
            mail.setText("ประกาศ", StandardCharsets.UTF_8.name());
            mail.saveChanges();
            connections.send(mail);
        }
    }

    private void serve(HangUp hangUp) {
        CompletableFuture.runAsync(() -> {
            while (!server.isClosed()) {
                try (Socket caller = server.accept()) {
                    greeted.incrementAndGet();
                    talk(caller, hangUp);
                } catch (IOException e) {
                    // The caller hung up, or the test is over.
                }
            }
        });
    }

    private void talk(Socket caller, HangUp hangUp) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream answers = caller.getOutputStream();
        say(answers, "220 here");
        boolean isInMail = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            boolean isEnd = line.equals(".");
            if (line.equals(hangUp.line())) {
                if (hangUp.answer() != null) {
                    taken.incrementAndGet();
                    say(answers, hangUp.answer());
                }
                return;
            }
            if (isInMail && !isEnd) {
                continue;
            }
            if (isEnd) {
                taken.incrementAndGet();
            }
            isInMail = line.equals("DATA");
            say(answers, isInMail ? "354 go on" : "250 well");
        }
    }

    private static void say(OutputStream answers, String line) throws IOException {
        answers.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        answers.flush();
    }
}
