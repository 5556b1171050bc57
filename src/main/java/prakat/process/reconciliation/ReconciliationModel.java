package prakat.process.reconciliation;

/** The names in {@code processes/reconciliation.bpmn}; a test holds them against the model. */
public final class ReconciliationModel {

    /** The process: one instance for each difference that nobody has settled yet. */
    public static final String PROCESS = "reconciliation";

    /** Waits until the difference is no longer found; the incident is at this element. */
    static final String UNSETTLED = "unsettled";

    /** Message that the difference is no longer found. */
    static final String DIFFERENCE_SETTLED = "differenceSettled";

    /** Variable: id of the request that differs; empty where it is about none. */
    static final String REQUEST = "request";

    /** Variable: its number; empty where it is about none. */
    static final String NUMBER = "number";

    /** Variable: what differs, a code of {@link Difference}. */
    static final String DIFFERENCE = "difference";

    /** Type of the incident, by which Cockpit names it. */
    static final String INCIDENT = "difference";

    private ReconciliationModel() {}
}
