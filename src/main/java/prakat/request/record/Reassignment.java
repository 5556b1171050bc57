package prakat.request.record;

/**
 * The next owner of a request whose owner has left.
 *
 * @param user account of another member of its group
 * @param reason at least ten characters
 */
public record Reassignment(String user, String reason) {}
