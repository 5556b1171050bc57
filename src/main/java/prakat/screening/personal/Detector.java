package prakat.screening.personal;

import java.util.function.Consumer;

/** How one kind is recognised. Tells what it is not sure of, too: what counts is decided elsewhere. */
interface Detector {

    /** Tells of all that there is in a text, in any order. */
    void find(Content content, Consumer<Hit> hits);
}
