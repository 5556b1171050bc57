package prakat.process.publication;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * For which members of each of the engine's groups open tasks were last put in step. All nodes share it, as properties of the
 * engine: who was added on one node may be taken out on another.
 */
@Component
class OfferedGroups {

    private static final String PROPERTY = "offered.";

    /** Tasks of the group are looked at once more: what began before the change may have ended after it. */
    private static final String ONCE_MORE = "+";

    private final ManagementService managementService;

    OfferedGroups(@Lazy ManagementService managementService) {
        this.managementService = managementService;
    }

    /**
     * The groups whose tasks are to be looked at.
     *
     * @param members accounts, by group
     */
    Set<String> changed(Map<String, List<String>> members) {
        Map<String, String> before = managementService.getProperties();
        return members.keySet().stream()
                .filter(group -> !digest(members.get(group).toString()).equals(before.get(property(group))))
                .collect(Collectors.toSet());
    }

    /** Tasks of these groups were put in step. */
    void note(Set<String> groups, Map<String, List<String>> members) {
        Map<String, String> before = managementService.getProperties();
        for (String group : groups) {
            String settled = digest(members.get(group).toString());
            String next = settled + ONCE_MORE;
            managementService.setProperty(property(group), next.equals(before.get(property(group))) ? settled : next);
        }
    }

    /** Short enough for the engine's table, however long the group's name is. */
    private static String property(String group) {
        return PROPERTY + digest(group);
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
