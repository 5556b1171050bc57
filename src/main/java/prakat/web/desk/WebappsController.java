package prakat.web.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import prakat.organisation.Office;

/** What Tasklist, Cockpit, Admin and Welcome, which are not our pages, need to know of the office and of the reader. */
@RestController
class WebappsController {

    private final Office office;
    private final ObjectMapper json;

    WebappsController(Office office, ObjectMapper json) {
        this.office = office;
        this.json = json;
    }

    /** A script that they import: the office's names and colour, and the reader's language, which no script can read by itself. */
    @GetMapping("/forms/office.js")
    ResponseEntity<byte[]> office(Locale locale) throws JsonProcessingException {
        Map<String, String> known = Map.of(
                "language", locale.getLanguage(),
                "name", office.name().in(locale),
                "shortName", office.shortName().in(locale),
                "zone", office.zone().getId(),
                "accent", office.colours().accent());
        String script = "export default " + json.writeValueAsString(known) + ";\n";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .body(script.getBytes(StandardCharsets.UTF_8));
    }
}
