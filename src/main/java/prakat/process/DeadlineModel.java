package prakat.process;

import java.util.Set;

/** The names in {@code processes/deadline.bpmn}; a test holds them against the model. */
final class DeadlineModel {

    /** The process: one instance for each open task that has a deadline. */
    static final String PROCESS = "deadline";

    /** Timer that holds the reminder until its time. */
    static final String REMINDER_DUE = "reminderDue";

    /** Timer that holds the escalation until its time. */
    static final String ESCALATION_DUE = "escalationDue";

    /** Message that the task is done, or there is nothing to do any more. */
    static final String STEP_TAKEN = "stepTaken";

    private DeadlineModel() {}

    /** The variables that lie with the task itself, so that they go with it. */
    static final class OfTheTask {
        /** The instance that watches over it. */
        static final String WATCHED_BY = "watchedBy";

        /** True once the deputy directors were told. */
        static final String ESCALATED = "escalated";

        private OfTheTask() {}
    }

    /** The variables of an instance. */
    static final class Variables {
        static final String TASK = "taskId";
        static final String REQUEST = "request";
        static final String NUMBER = "number";
        static final String DUE_AT = "dueAt";
        static final String REMINDER_AT = "reminderAt";
        static final String ESCALATION_AT = "escalationAt";

        static final Set<String> KEPT = Set.of(TASK, REQUEST, NUMBER, DUE_AT, REMINDER_AT, ESCALATION_AT);

        private Variables() {}
    }
}
