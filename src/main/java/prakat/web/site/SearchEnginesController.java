package prakat.web.site;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import prakat.publication.Selection;
import prakat.publication.Teaser;
import prakat.publication.Website;
import prakat.web.PublicAddress;

/** {@code robots.txt} and the sitemap. */
@RestController
class SearchEnginesController {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** A sitemap holds 50,000 addresses at most. */
    private static final int MOST_PAGES = 49;

    private static final int PAGE_SIZE = 1000;

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
        for (Teaser teaser : teasers()) {
            write(xml, base + "/news/" + teaser.number(), teaser.publishedAt().toString());
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

    private List<Teaser> teasers() {
        List<Teaser> teasers = new ArrayList<>();
        List<Teaser> page;
        do {
            page = website.visible(Selection.ALL, teasers.size() / PAGE_SIZE, PAGE_SIZE);
            teasers.addAll(page);
        } while (page.size() == PAGE_SIZE && teasers.size() < MOST_PAGES * PAGE_SIZE);
        return teasers;
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
