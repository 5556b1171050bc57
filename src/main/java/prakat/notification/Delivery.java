package prakat.notification;

import java.time.Clock;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import prakat.notification.Message.Channel;
import prakat.notification.Message.State;
import prakat.request.LoggedRequest;

/**
 * Delivers one message and notes the result. No transaction is open while another machine is waited for, so that no
 * connection to the database is held: a message is sent twice only where it was taken and that could not be noted.
 */
@Component
class Delivery {

    private static final int LONGEST_ERROR = 1000;

    private final MessageRepository messages;
    private final MailServer mailServer;
    private final Webhooks webhooks;
    private final Clock clock;

    Delivery(MessageRepository messages, MailServer mailServer, Webhooks webhooks, Clock clock) {
        this.messages = messages;
        this.mailServer = mailServer;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** It was not delivered, and why; it is tried again. */
    static final class NotDelivered extends RuntimeException {

        /** Without a stack trace, which would say nothing, and without the other side's words, which name people. */
        NotDelivered(Message message, Throwable why) {
            super(
                    "%s of %s, with the reason at /desk/failed-messages: %s"
                            .formatted(
                                    message.isWebhook() ? "call" : "mail",
                                    message.number(),
                                    why.getClass().getSimpleName()),
                    null,
                    false,
                    false);
        }
    }

    /**
     * Sends a message that is in its queue; one that was sent, discarded or removed meanwhile is left alone.
     *
     * @throws NotDelivered where it was not delivered
     */
    void deliver(String messageId) {
        messages.findById(messageId)
                .filter(message -> message.state() == State.QUEUED)
                .ifPresent(this::deliver);
    }

    private void deliver(Message message) {
        LoggedRequest.is(message.number());
        if (message.channel() == Channel.MAIL && !mailServer.isReady()) {
            messages.move(message.id(), State.QUEUED, State.KEPT, clock.instant());
            return;
        }
        try {
            send(message);
        } catch (RuntimeException e) {
            messages.noteFailure(message.id(), error(e));
            throw new NotDelivered(message, NestedExceptionUtils.getMostSpecificCause(e));
        }
        messages.noteSent(message.id(), clock.instant());
    }

    private void send(Message message) {
        if (message.channel() == Channel.MAIL) {
            mailServer.send(message);
        } else {
            webhooks.call(message);
        }
    }

    /** No try is left. */
    void giveUp(String messageId) {
        messages.move(messageId, State.QUEUED, State.FAILED, clock.instant());
    }

    /** What the other side said, as far as anybody knows. */
    private static String error(RuntimeException failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String error = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }
}
