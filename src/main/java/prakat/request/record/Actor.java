package prakat.request.record;

import prakat.organisation.Person;
import prakat.organisation.office.Capacity;

/**
 * Who did something, as the record keeps it.
 *
 * @param id account
 * @param name the person's name at that time
 * @param capacity in which they acted
 */
public record Actor(String id, String name, Capacity capacity) {

    /** The procedure itself. */
    public static final Actor SYSTEM = new Actor("system", "system", Capacity.SYSTEM);

    /** A person in a capacity. */
    public static Actor of(Person person, Capacity capacity) {
        return new Actor(person.id(), person.name(), capacity);
    }
}
