package prakat.organisation;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who is offered a task.
 *
 * @param groups the engine's groups whose members may take it
 * @param users single accounts that may take it, where a group would include the requester
 */
public record Candidates(List<String> groups, List<String> users) {

    /** The members of one group. */
    public static Candidates group(String group) {
        return new Candidates(List.of(group), List.of());
    }

    /** Single accounts. */
    public static Candidates users(List<String> users) {
        return new Candidates(List.of(), List.copyOf(users));
    }

    /** Groups, then users. */
    public List<String> all() {
        return Stream.concat(groups.stream(), users.stream()).toList();
    }
}
