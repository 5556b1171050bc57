package prakat.organisation;

/**
 * An account of somebody with a part in the procedure.
 *
 * @param id the account's name
 * @param name the person's; the account's where it says none
 */
public record Staff(String id, String name) {}
