package prakat.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import prakat.input.Coded;
import prakat.notification.mail.MailText;
import prakat.notification.mail.Notification;

/** A mail to one person, or a call of one program: written once, and sent once. */
@Entity
public class Message {

    @Id
    private String id;

    /** Null where it is about no request, as its number. */
    private Long historyEntryId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String kind;
    private String recipient;
    private String address;
    private String language;
    private String number;
    private String subject;
    private String plain;
    private String html;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant stateSince;
    private int attempts;
    private String lastError;
    private Instant createdAt;

    /** By which way it goes. */
    enum Channel {
        MAIL,
        WEBHOOK
    }

    /** Where it stands. */
    public enum State implements Coded {
        /** Until a mail server is configured. */
        KEPT,
        /** It is being delivered, or waits for the next try. */
        QUEUED,
        /** It was taken. */
        SENT,
        /** It could not be delivered by any of its tries. */
        FAILED,
        /** It failed, and an administrator discarded it. */
        DISCARDED,
        /** There is no address, or it is too old to be of use. */
        UNDELIVERABLE
    }

    /** For JPA. */
    protected Message() {}

    private Message(Channel channel, String kind, Long historyEntryId, String number, String recipient, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.channel = channel;
        this.kind = kind;
        this.historyEntryId = historyEntryId;
        this.number = number;
        this.recipient = recipient;
        this.createdAt = at;
        this.stateSince = at;
    }

    /**
     * A mail.
     *
     * @param address null where none is known
     */
    static Message mail(
            long historyEntryId, Notification notification, String account, String address, MailText text, Instant at) {
        Message message = new Message(
                Channel.MAIL,
                notification.kind().code(),
                historyEntryId,
                notification.request().number(),
                account,
                at);
        message.say(text, address);
        return message;
    }

    /** A mail about the reader's account, and no request. */
    static Message ofAccount(String account, String address, MailText text, Instant at) {
        Message message = new Message(Channel.MAIL, "account", null, null, account, at);
        message.say(text, address);
        return message;
    }

    private void say(MailText text, String to) {
        address = to;
        language = text.language();
        subject = text.subject();
        plain = text.plain();
        html = text.html();
        state = to == null ? State.UNDELIVERABLE : State.QUEUED;
    }

    /** A call of a program. */
    static Message webhook(long historyEntryId, String number, String url, String event, String json, Instant at) {
        Message message = new Message(Channel.WEBHOOK, "webhook", historyEntryId, number, url, at);
        message.language = "en";
        message.subject = event;
        message.plain = json;
        message.state = State.QUEUED;
        return message;
    }

    Channel channel() {
        return channel;
    }

    /** Whether it is a call of a program, and not a mail. */
    public boolean isWebhook() {
        return channel == Channel.WEBHOOK;
    }

    /** A UUID. */
    public String id() {
        return id;
    }

    /** The account that it is for; the address of a program that is called. */
    public String recipient() {
        return recipient;
    }

    /** The mail address that was known when it was written; null where none was. */
    public String address() {
        return address;
    }

    /** {@code th} or {@code en}. */
    public String language() {
        return language;
    }

    /** Of the request that it is about; null where it is about none. */
    public String number() {
        return number;
    }

    /** On one line. */
    public String subject() {
        return subject;
    }

    /** The whole of it as plain text; JSON where a program is called. */
    public String plain() {
        return plain;
    }

    /** The same as HTML; null where a program is called. */
    public String html() {
        return html;
    }

    /** Where it stands. */
    public State state() {
        return state;
    }

    /** How often it was tried. */
    public int attempts() {
        return attempts;
    }

    /** When it was written. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Since when it stands there. */
    public Instant stateSince() {
        return stateSince;
    }

    /** Whether it was not sent because the program that was backed up may have sent it. */
    public boolean isHeldBack() {
        return FailedMessages.HELD_BACK.equals(lastError);
    }

    /** Why the last try failed, in the other side's words; null where none has, or it was taken. */
    public String lastError() {
        return lastError;
    }
}
