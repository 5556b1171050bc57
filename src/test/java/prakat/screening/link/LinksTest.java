package prakat.screening.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static prakat.screening.link.Website.says;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Place;

/** What is told of the links of a submission. */
class LinksTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private static Links links(boolean check, Website site) {
        return links(check, site, LONG);
    }

    private static Links links(boolean check, Website site, Duration all) {
        return new Links(
                address -> check,
                new Destinations(
                        name -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        InetAddress::isLoopbackAddress,
                        Set.of(site.port()),
                        name -> true),
                new LinkLimits(LONG, LONG, LONG, all));
    }

    @Test
    void whatIsAskedOnceIsKnown() {
        try (Website site = new Website(says(404))) {
            Links links = links(true, site);
            List<String> all = List.of(
                    "http://www.example.org:" + site.port() + "/a?b=c#d",
                    "http://www.example.org:" + site.port() + "/a?b=c#e");

            assertThat(links.areKnown(all)).isFalse();
            assertThat(links.find("body", all)).isEmpty();

            links.ask(all).join();
            links.ask(all).join();

            assertThat(links.areKnown(all)).isTrue();
            assertThat(site.heads()).as("a HEAD and a GET").hasSize(2);
            assertThat(links.find("body", all))
                    .extracting(Finding::kind, Finding::place, Finding::count)
                    .containsOnly(tuple(FindingKind.LINK_BROKEN, Place.field("body"), 2));
        }
    }

    @Test
    void whatALinkSaysItselfIsToldThoughNobodyIsAsked() {
        try (Website site = new Website(says(404))) {
            Links links = links(false, site);
            List<String> all = List.of(
                    "http://www.example.org:" + site.port(),
                    "http://192.168.1.10/งาน",
                    "http://user:secret@10.0.0.1/1234567890121",
                    "http://www..example.org",
                    "mailto:a@example.org",
                    "/news/2570-00001");

            assertThat(links.areKnown(all)).isTrue();
            links.ask(all).join();

            assertThat(site.connections()).isZero();
            assertThat(links.find("externalLinks", all))
                    .extracting(finding -> finding.kind() + " " + finding.excerpt())
                    .containsExactly(
                            "LINK_INTERNAL 192.168.1.10/งาน",
                            "LINK_INTERNAL 10.0.0.1/12xxxxxxxxxxx",
                            "LINK_BROKEN www..example.org");
        }
    }

    @Test
    void linksThatLookAlikeAreCounted() {
        try (Website site = new Website(says(404))) {
            String link = "http://intranet/" + "a".repeat(100);

            assertThat(links(false, site).find("body", List.of(link + "?id=1", link + "?id=2")))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.count()).isEqualTo(2);
                        assertThat(finding.excerpt()).hasSizeLessThanOrEqualTo(101);
                    });
        }
    }

    @Test
    void whatDoesNotAnswerInTimeIsNotTold() {
        try (Website site = new Website(Website.saysEndlessly("HTTP/1.1 200 OK\r\n", "", 50))) {
            Links links = links(true, site, Duration.ofMillis(200));
            List<String> all = IntStream.range(0, 100)
                    .mapToObj(n -> "http://www.example.org:" + site.port() + "/" + n)
                    .toList();

            links.ask(all).join();

            assertThat(links.find("body", all)).isEmpty();
            assertThat(site.connections()).isLessThanOrEqualTo(8);
            links.stop();
        }
    }

    @Test
    void aLinkToASharedDriveIsFoundAndOneToAWebsiteIsNot() {
        try (Website site = new Website(says(200))) {
            List<String> all = List.of(
                    "https://drive.google.com/file/d/1",
                    "https://office-my.sharepoint.com/:b:/g/x",
                    "HTTPS://DOCS.GOOGLE.COM/document/d/1",
                    "https://drive。google。com/file/d/2",
                    "https://www.obec.go.th/drive.google.com",
                    "https://notdropbox.com/",
                    "mailto:school@drive.google.com");

            assertThat(links(false, site).find("externalLinks", all))
                    .extracting(Finding::kind, Finding::excerpt, Finding::count)
                    .containsExactly(
                            tuple(FindingKind.LINK_CHANGEABLE, "drive.google.com", 2),
                            tuple(FindingKind.LINK_CHANGEABLE, "office-my.sharepoint.com", 1),
                            tuple(FindingKind.LINK_CHANGEABLE, "docs.google.com", 1));
        }
    }
}
