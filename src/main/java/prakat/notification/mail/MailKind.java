package prakat.notification.mail;

import prakat.input.Coded;

/** The kinds of mails. People may turn off each but the first. */
public enum MailKind implements Coded {
    /** Something waits for the reader, a request that came back included. */
    WAITING,
    /** What the reader proposed is on the website, or took the place of an older version there. */
    PUBLISHED,
    /** The end of a publication's period is near. */
    ENDING,
    /** The period has ended. */
    ENDED,
    /** It was taken off before its time. */
    WITHDRAWN,
    /** What was decided on the reader's wish to keep something on the website for longer. */
    EXTENSION,
    /** The reader is a request's new owner. */
    REASSIGNED,
    /** Something was not done in time; for the deputy directors. */
    ESCALATED;

    /** Whether people may turn it off. */
    public boolean isOptional() {
        return this != WAITING;
    }
}
