package prakat.web.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import prakat.organisation.Organisation;
import prakat.organisation.Person;
import prakat.organisation.office.Office;

/** What Tasklist, Cockpit, Admin and Welcome, which are not our pages, need to know of the office and of the reader. */
@RestController
class WebappsController {

    /** Keys in the bundles, by the names under which the scripts have the words. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("desk", "desk.title"),
            Map.entry("help", "help.title"),
            Map.entry("otherLanguage", "page.other-language"),
            Map.entry("allDone", "decide.all-done"),
            Map.entry("taskGone", "refusal.somebody-was-faster"),
            Map.entry("searchTasks", "webapps.search"),
            Map.entry("tasksFound", "webapps.found"),
            Map.entry("group", "publication.group"),
            Map.entry("anyGroup", "desk.any-group"),
            Map.entry("passwordRefused", "webapps.password-refused"),
            Map.entry("unreachable", "webapps.unreachable"));

    private final Office office;
    private final Organisation organisation;
    private final ObjectMapper json;
    private final MessageSource messages;

    WebappsController(Office office, Organisation organisation, ObjectMapper json, MessageSource messages) {
        this.office = office;
        this.organisation = organisation;
        this.json = json;
        this.messages = messages;
    }

    /**
     * A group whose tasks a reader may have.
     *
     * @param name as the engine has it, in the office's language
     * @param label its name in the reader's language
     */
    record GroupChoice(String name, String label) {}

    /**
     * A script that they import: the office's short name and colour, the reader's language, the words of our scripts in it, and
     * what there is to choose from for this reader.
     */
    @GetMapping("/forms/office.js")
    ResponseEntity<byte[]> office(Principal caller, Locale locale) throws JsonProcessingException {
        Optional<Person> reader = organisation.person(caller.getName());
        Map<String, Object> known = Map.of(
                "language", locale.getLanguage(),
                "administrator", reader.filter(Person::administrator).isPresent(),
                "groups", reader.map(person -> groups(person, locale)).orElse(List.of()),
                "shortName", office.shortName().in(locale),
                "accent", office.colours().accent(),
                "words", words(locale));
        String script = "export default " + json.writeValueAsString(known) + ";\n";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .body(script.getBytes(StandardCharsets.UTF_8));
    }

    private List<GroupChoice> groups(Person reader, Locale locale) {
        return office.groups().stream()
                .filter(group -> reader.seesGroup(group.code()))
                .map(group -> new GroupChoice(group.name().th(), group.name().in(locale)))
                .toList();
    }

    private Map<String, String> words(Locale locale) {
        return WORDS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, word -> messages.getMessage(word.getValue(), null, locale)));
    }
}
