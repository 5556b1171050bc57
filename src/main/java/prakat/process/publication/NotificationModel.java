package prakat.process.publication;

/** The names in {@code processes/notification.bpmn}; a test holds them against the model. */
public final class NotificationModel {

    /** The process. */
    public static final String PROCESS = "notification";

    /** Service task that sends a message. */
    public static final String DELIVER = "deliver";

    /** Variable: id of the message. */
    public static final String MESSAGE = "message";

    /** Variable: number of the request that it is about, by which people find it in Cockpit. */
    public static final String NUMBER = "number";

    private NotificationModel() {}
}
