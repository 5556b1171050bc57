package prakat.notification;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Connections to the mail server, each for one mail after the other: to greet the server, to agree with it on a cipher and to
 * sign in take longer than the mail. Whoever sends takes one that is free, or begins another one.
 */
@Component
class MailConnections {

    private static final Logger log = LoggerFactory.getLogger(MailConnections.class);

    /** Servers wait for five minutes, by RFC 5321, and have other guests. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(5);

    /** Some servers take no more mails than a thousand by one connection. */
    private static final int MOST_MAILS = 100;

    /** An office that says by which sockets its server is reached gets these. */
    private static final Predicate<String> OWN_WAY =
            Pattern.compile("mail\\.smtp\\.(socks|socketFactory)\\..*").asMatchPredicate();

    private final GenericObjectPool<Connection> connections;

    MailConnections(ObjectProvider<JavaMailSenderImpl> server) {
        GenericObjectPoolConfig<Connection> settings = new GenericObjectPoolConfig<>();
        settings.setMaxTotal(-1);
        settings.setTestOnBorrow(true);
        settings.setMinEvictableIdleDuration(LONGEST_IDLE);
        settings.setTimeBetweenEvictionRuns(LONGEST_IDLE);
        settings.setNumTestsPerEvictionRun(-1);
        settings.setJmxEnabled(false);
        connections = new GenericObjectPool<>(new Connecting(server), settings);
    }

    private static final class Connection {

        private final Transport server;
        private int mails;

        private Connection(Transport server) {
            this.server = server;
        }
    }

    /**
     * Has the mail server take it.
     *
     * @throws MailSendException where it was not taken
     */
    void send(MimeMessage mail) {
        Connection connection;
        try {
            connection = connections.borrowObject();
        } catch (Exception e) {
            throw new MailSendException("the mail server cannot be reached", e);
        }
        boolean isForMore = false;
        try {
            connection.server.sendMessage(mail, mail.getAllRecipients());
            connection.mails++;
            isForMore = connection.mails < MOST_MAILS;
        } catch (MessagingException e) {
            throw new MailSendException("the mail was not taken", e);
        } finally {
            giveBack(connection, isForMore);
        }
    }

    private void giveBack(Connection connection, boolean isForMore) {
        if (isForMore) {
            connections.returnObject(connection);
            return;
        }
        try {
            connections.invalidateObject(connection);
        } catch (Exception e) {
            throw new IllegalStateException("a connection cannot be given up", e);
        }
    }

    @PreDestroy
    void close() {
        connections.close();
    }

    private static final class Connecting extends BasePooledObjectFactory<Connection> {

        private final ObjectProvider<JavaMailSenderImpl> server;

        private Connecting(ObjectProvider<JavaMailSenderImpl> server) {
            this.server = server;
        }

        @Override
        public Connection create() throws MessagingException {
            JavaMailSenderImpl settings = server.getObject();
            Session session = settings.getSession();
            if (session.getProperties().stringPropertyNames().stream().noneMatch(OWN_WAY)) {
                session.getProperties().put("mail.smtp.socketFactory", new PromptSockets());
            }
            String protocol = settings.getProtocol();
            Transport transport = protocol == null ? session.getTransport() : session.getTransport(protocol);
            transport.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
            return new Connection(transport);
        }

        @Override
        public PooledObject<Connection> wrap(Connection connection) {
            return new DefaultPooledObject<>(connection);
        }

        /** It asks the server. */
        @Override
        public boolean validateObject(PooledObject<Connection> connection) {
            return connection.getObject().server.isConnected();
        }

        /** A server that is gone takes no leave; what it has taken is taken, and what has failed has failed for its own reason. */
        @Override
        public void destroyObject(PooledObject<Connection> connection) {
            try {
                connection.getObject().server.close();
            } catch (MessagingException e) {
                log.debug("the mail server took no leave", e);
            }
        }
    }
}
