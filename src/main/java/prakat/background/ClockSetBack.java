package prakat.background;

/** The machine's clock was set back: times that were written before may lie further ahead than they should. */
public record ClockSetBack() {}
