package prakat.web.site;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import prakat.disclosure.DisclosureLists;
import prakat.publication.Website;
import prakat.web.PublicAddress;

/** {@code robots.txt} and the sitemap. */
@RestController
class SearchEnginesController {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** A sitemap holds 50,000 addresses at most, those of lists among them. */
    private static final int MOST = 49_000;

    private static final String ROBOTS =
            """
            User-agent: *
            Disallow: /api/
            Disallow: /camunda/
            Disallow: /desk
            Disallow: /engine-rest/
            Disallow: /login
            Disallow: /verify

            Sitemap: %s/sitemap.xml
            """;

    private final Website website;
    private final DisclosureLists disclosure;
    private final PublicAddress address;

    SearchEnginesController(Website website, DisclosureLists disclosure, PublicAddress address) {
        this.website = website;
        this.disclosure = disclosure;
        this.address = address;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(ROBOTS.formatted(address.base()));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap() throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("urlset");
        xml.writeDefaultNamespace(SITEMAP);
        String base = address.base();
        write(xml, base + "/", null);
        for (String page : disclosurePages()) {
            write(xml, base + page, null);
        }
        for (Website.Place place : website.places(MOST)) {
            write(xml, base + "/news/" + place.number(), place.since().toString());
        }
        xml.writeEndDocument();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(text.toString());
    }

    private List<String> disclosurePages() {
        return disclosure.inForce().isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(DisclosureController.ADDRESS),
                                disclosure.years().stream().map(year -> DisclosureController.ADDRESS + "/" + year))
                        .toList();
    }

    private static void write(XMLStreamWriter xml, String address, String changed) throws XMLStreamException {
        xml.writeStartElement("url");
        xml.writeStartElement("loc");
        xml.writeCharacters(address);
        xml.writeEndElement();
        if (changed != null) {
            xml.writeStartElement("lastmod");
            xml.writeCharacters(changed);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
