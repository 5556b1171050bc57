package prakat.organisation;

/** Somebody was given a task, or offered one, and not by the procedure. */
public record TaskHandedOut(String taskId) {}
