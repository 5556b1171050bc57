package prakat.demo;

/** What becomes of a request. */
enum Fate {
    PUBLISHED,
    /** The director returns it once. */
    RETURNED,
    /** The web officer refuses it once. */
    REFUSED,
    /** Both do, one after the other. */
    RETURNED_AND_REFUSED,
    /** The director takes too long. */
    CERTIFIED_LATE,
    /** It waits for a start in the future. */
    SCHEDULED,
    /** Its requester gives it up before anybody has decided. */
    CANCELLED,
    /** Its requester gives it up when it comes back. */
    GIVEN_UP,
    /** A web officer takes it off the website. */
    WITHDRAWN,
    /** Its owner gets more time for it. */
    EXTENDED,
    /** Its owner has asked for more time, and nobody has decided. */
    EXTENSION_ASKED,
    /** A newer version takes its place. */
    UPDATED,
    /** Nobody has certified it. */
    SUBMITTED,
    /** Nobody has vetted it. */
    CERTIFIED,
    /** Nobody has revised it. */
    SENT_BACK
}
