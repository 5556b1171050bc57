package prakat.process.publication;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import prakat.notification.Outbox;

/** What {@code processes/notification.bpmn} calls, as {@code ${notification.…}}. */
@Component("notification")
public class Notification {

    private final Outbox outbox;

    Notification(Outbox outbox) {
        this.outbox = outbox;
    }

    /** {@code deliver}: once it was taken, it is never sent again. */
    public void deliver(DelegateExecution execution) {
        outbox.deliver((String) execution.getVariable(NotificationModel.MESSAGE));
    }
}
