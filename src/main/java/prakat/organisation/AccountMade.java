package prakat.organisation;

/**
 * An account is about to be made. Somebody else may have had one of that id before: what was theirs is not the new
 * person's, and whoever keeps something by account lets go of it now.
 *
 * @param account id
 */
public record AccountMade(String account) {}
