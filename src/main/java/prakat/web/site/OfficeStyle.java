package prakat.web.site;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import prakat.organisation.office.Colours;
import prakat.organisation.office.Office;

/** The office's colours and logo, under addresses that change with their content, so that browsers may cache them. */
@Controller
class OfficeStyle {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final byte[] style;
    private final byte[] logo;
    private final String styleVersion;
    private final String logoVersion;

    OfficeStyle(Office office) {
        Colours colours = office.colours();
        style = ":root { --accent: %s; --banner: %s; }\n"
                .formatted(colours.accent(), colours.banner())
                .getBytes(StandardCharsets.UTF_8);
        logo = office.logoPng();
        styleVersion = DigestUtils.md5DigestAsHex(style);
        logoVersion = DigestUtils.md5DigestAsHex(logo);
    }

    String styleHref() {
        return "/assets/office-" + styleVersion + ".css";
    }

    String logoHref() {
        return "/assets/office-" + logoVersion + ".png";
    }

    @GetMapping("/assets/office-{version:[0-9a-f]+}.css")
    ResponseEntity<byte[]> style(@PathVariable String version) {
        return known(version, styleVersion, CSS, style);
    }

    @GetMapping("/assets/office-{version:[0-9a-f]+}.png")
    ResponseEntity<byte[]> logo(@PathVariable String version) {
        return known(version, logoVersion, MediaType.IMAGE_PNG, logo);
    }

    /** For tabs that show no page, such as a PDF. */
    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> icon() {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .eTag(logoVersion)
                .body(logo);
    }

    private static ResponseEntity<byte[]> known(String asked, String version, MediaType type, byte[] content) {
        if (!version.equals(asked)) {
            // Not a refusal of the site, whose error page needs a frame that assets do not have.
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(type).body(content);
    }
}
