package prakat.process.reconciliation;

import prakat.input.Coded;

/** What request, engine and website can disagree on. */
enum Difference implements Coded {
    /** The engine has no running instance for a request that is not over. */
    INSTANCE_GONE,
    /** The instance waits at another step than the request says, or its timer is gone. */
    WRONG_STEP,
    /** The timer that ends the stay on the website, or begins it, is set for another instant than the request says. */
    TIMER_MOVED,
    /** A timer that is due was tried in vain too often. */
    TIMER_FAILED,
    /** Somebody suspended the instance, and what is due does not happen. */
    SUSPENDED,
    /** The website shows something else than the request allows, or until another instant. */
    WEBSITE_DIFFERS,
    /** There are messages that nobody took, however often they were sent; about no request. */
    MESSAGES_FAILED;
}
