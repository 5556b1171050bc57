package prakat.organisation;

import java.util.Set;

/**
 * An account and what it is in the office at this moment.
 *
 * @param id the account's name
 * @param name as on the record
 * @param staffOf codes of the groups in which the person works, as staff or as director
 * @param directorOf codes of the groups that the person directs
 * @param actingFor codes of the groups for whose absent directors the person acts
 * @param webOfficer keeps the website
 * @param deputyDirector of the whole office
 * @param administrator of the system
 */
public record Person(
        String id,
        String name,
        Set<String> staffOf,
        Set<String> directorOf,
        Set<String> actingFor,
        boolean webOfficer,
        boolean deputyDirector,
        boolean administrator) {

    /** Whether the person has any part in the procedure: the public's accounts, if there ever are any, have none. */
    public boolean isStaff() {
        return !staffOf.isEmpty() || webOfficer || deputyDirector || administrator;
    }

    /** Whether the person may read every group's requests. */
    public boolean seesAllGroups() {
        return webOfficer || deputyDirector || administrator;
    }

    /** Whether the person may read that group's requests, for the person's part in it or in the office. */
    public boolean seesGroup(String group) {
        return seesAllGroups() || staffOf.contains(group) || actingFor.contains(group);
    }

    /** Whether the person acts for an absent director of that group. */
    boolean actsFor(String group) {
        return actingFor.contains(group);
    }

    /** Whether the person directs that group; who acts for its director does not. */
    boolean directs(String group) {
        return directorOf.contains(group);
    }
}
