package prakat.request.screening;

/**
 * A version was screened after the transaction in which it was proposed: those who certify can be told of it only now.
 *
 * @param proposal id of the entry of the record with which it was proposed
 */
public record ScreenedLater(long proposal) {}
