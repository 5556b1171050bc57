package prakat.screening.link;

import prakat.screening.FindingKind;

/** What came of asking where a link leads. */
enum LinkAnswer {
    /** What is meant, as far as can be seen. */
    FINE(null, 1),
    /** Nothing: for readers neither. */
    BROKEN(FindingKind.LINK_BROKEN, 0.9),
    /** The office's own network, as seen from in there: the name may mean something else outside. */
    INTERNAL(FindingKind.LINK_INTERNAL, 0.5),
    /** Somebody who asks readers to sign in. */
    RESTRICTED(FindingKind.LINK_RESTRICTED, 0.9),
    /** A shared drive, to which the link's own server sent on. */
    CHANGEABLE(FindingKind.LINK_CHANGEABLE, 1),
    /** Somebody who does not answer programs, or nobody that could be asked from here. */
    UNKNOWN(null, 1);

    private final FindingKind kind;
    private final double confidence;

    LinkAnswer(FindingKind kind, double confidence) {
        this.kind = kind;
        this.confidence = confidence;
    }

    /** What it is for a person who decides; null for nothing. */
    FindingKind kind() {
        return kind;
    }

    /** How sure that is, from 0 to 1. */
    double confidence() {
        return confidence;
    }
}
