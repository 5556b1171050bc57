package prakat.screening;

import prakat.input.Coded;

/** What follows from something that was found. */
public enum Consequence implements Coded {
    /** Nothing; nobody is told of it. */
    PASS,
    /** People see it, and need not answer. */
    NOTE,
    /** The request goes on, and who lets it go on has to say why that is right. */
    WARN,
    /** The request goes back to its owner. */
    BLOCK
}
