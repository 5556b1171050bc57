package prakat.organisation;

/** Somebody is something else in the office than before: open tasks may be others' to take. */
public record OrganisationChanged() {}
