package prakat.request.record;

/**
 * To whom a request is given whose owner has left.
 *
 * @param user account of another member of its group
 * @param reason at least ten characters
 */
public record Reassignment(String user, String reason) {}
