package prakat.process;

/** The names in {@code processes/notification.bpmn}; a test holds them against the model. */
final class NotificationModel {

    /** The process. */
    static final String PROCESS = "notification";

    /** Service task that sends a message. */
    static final String DELIVER = "deliver";

    /** Variable: id of the message. */
    static final String MESSAGE = "message";

    /** Variable: number of the request that it is about, by which people find it in Cockpit. */
    static final String NUMBER = "number";

    private NotificationModel() {}
}
