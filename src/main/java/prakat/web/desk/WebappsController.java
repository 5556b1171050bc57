package prakat.web.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import prakat.organisation.office.Office;

/** What Tasklist, Cockpit, Admin and Welcome, which are not our pages, need to know of the office and of the reader. */
@RestController
class WebappsController {

    private final Office office;
    private final ObjectMapper json;
    private final MessageSource messages;

    WebappsController(Office office, ObjectMapper json, MessageSource messages) {
        this.office = office;
        this.json = json;
        this.messages = messages;
    }

    /** A script that they import: the office's names and colour, the reader's language, and the words of our scripts in it. */
    @GetMapping("/forms/office.js")
    ResponseEntity<byte[]> office(Locale locale) throws JsonProcessingException {
        Map<String, Object> known = Map.of(
                "language", locale.getLanguage(),
                "name", office.name().in(locale),
                "shortName", office.shortName().in(locale),
                "zone", office.zone().getId(),
                "accent", office.colours().accent(),
                "words", words(locale));
        String script = "export default " + json.writeValueAsString(known) + ";\n";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .body(script.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> words(Locale locale) {
        return Map.of(
                "desk", messages.getMessage("desk.title", null, locale),
                "help", messages.getMessage("help.title", null, locale),
                "otherLanguage", messages.getMessage("page.other-language", null, locale),
                "propose", messages.getMessage("desk.submit", null, locale),
                "proposeHow", messages.getMessage("webapps.propose-how", null, locale),
                "passwordRefused", messages.getMessage("webapps.password-refused", null, locale),
                "unreachable", messages.getMessage("webapps.unreachable", null, locale));
    }
}
