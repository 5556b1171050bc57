package prakat.process.deadline;

import java.util.Set;

/** The names in {@code processes/deadline.bpmn}; a test holds them against the model. */
public final class DeadlineModel {

    /** The process: one instance for each open task that has a deadline. */
    public static final String PROCESS = "deadline";

    /** Timer that holds the reminder until its time. */
    public static final String REMINDER_DUE = "reminderDue";

    /** Timer that holds the escalation until its time. */
    public static final String ESCALATION_DUE = "escalationDue";

    /** Message that the task is done, or there is nothing to do any more. */
    public static final String STEP_TAKEN = "stepTaken";

    private DeadlineModel() {}

    /** The variables that lie with the task itself, so that they go with it. */
    public static final class OfTheTask {
        /** The instance that watches over it. */
        public static final String WATCHED_BY = "watchedBy";

        private OfTheTask() {}
    }

    /** The variables of an instance. */
    public static final class Variables {
        public static final String TASK = "taskId";
        public static final String REQUEST = "request";
        public static final String NUMBER = "number";
        public static final String DUE_AT = "dueAt";
        public static final String REMINDER_AT = "reminderAt";
        public static final String ESCALATION_AT = "escalationAt";

        public static final Set<String> KEPT = Set.of(TASK, REQUEST, NUMBER, DUE_AT, REMINDER_AT, ESCALATION_AT);

        private Variables() {}
    }
}
