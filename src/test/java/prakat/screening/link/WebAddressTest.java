package prakat.screening.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links are read as browsers read them, so that nobody is shown one server and sent to another. */
class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://www.example.org,                          http://www.example.org:80/",
        "HTTPS://WWW.Example.ORG./a?b=c#d,                https://www.example.org:443/a?b=c",
        "//www.example.org/a,                             https://www.example.org:443/a",
        "'  http://www.example.org/a b ',                 http://www.example.org:80/a%20b",
        "http://www.example.org?q,                        http://www.example.org:80/?q",
        "http://user:secret@www.example.org/,             http://www.example.org:80/",
        "http://www.example.org@127.0.0.1/,               http://127.0.0.1:80/",
        "http://www.example.org:80@127.0.0.1/,            http://127.0.0.1:80/",
        "http://www.example.org@a@127.0.0.1/,             http://127.0.0.1:80/",
        "http://www.example.org#@127.0.0.1/,              http://www.example.org:80/",
        "http://www.example.org?@127.0.0.1/,              http://www.example.org:80/?@127.0.0.1/",
        "http://www.example.org\\@127.0.0.1/,             http://www.example.org:80/@127.0.0.1/",
        "'http:\\\\127.0.0.1\\a',                         http://127.0.0.1:80/a",
        "http:/127.0.0.1/,                                http://127.0.0.1:80/",
        "http:127.0.0.1,                                  http://127.0.0.1:80/",
        "http://////127.0.0.1/,                           http://127.0.0.1:80/",
        "http://2130706433/,                              http://127.0.0.1:80/",
        "http://0x7f.1/,                                  http://127.0.0.1:80/",
        "http://0X7F000001/,                              http://127.0.0.1:80/",
        "http://0177.0.0.01/,                             http://127.0.0.1:80/",
        "http://017700000001/,                            http://127.0.0.1:80/",
        "http://127.1/,                                   http://127.0.0.1:80/",
        "http://127.0.0.1./,                              http://127.0.0.1:80/",
        "http://%31%32%37.0.0.1/,                         http://127.0.0.1:80/",
        "http://１２７.０.０.１/,                           http://127.0.0.1:80/",
        "http://127。0。0。1/,                             http://127.0.0.1:80/",
        "http://[::ffff:127.0.0.1]/,                      http://127.0.0.1:80/",
        "http://[::1]:8080/,                              http://[0:0:0:0:0:0:0:1]:8080/",
        "https://ตัวอย่าง.ไทย/ไฟล์.pdf,                     https://xn--72c1a1bt4awk9o.xn--o3cw4h:443/%E0%B9%84%E0%B8%9F%E0%B8%A5%E0%B9%8C.pdf",
        "http://my_school.example.org/100%,               http://my_school.example.org:80/100%25"
    })
    void aLinkLeadsWhereBrowsersGo(String link, String address) {
        assertThat(WebAddress.isMeant(link)).isTrue();
        assertThat(WebAddress.of(link)).get().hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "https:///",
                "http://?q",
                "http://www..example.org/",
                "http://exa mple.org/",
                "http://www.example.org:99999/",
                "http://www.example.org:0/",
                "http://www.example.org:-1/",
                "http://www.example.org:http/",
                "http://256.0.0.1/",
                "http://1.2.3.4.5/",
                "http://0x100000000/",
                "http://99999999999999999999/",
                "http://08.0.0.1/",
                "http://[::1/",
                "http://[fe80::1%25eth0]/",
                "http://[www.example.org]/",
                "http://www.example.org%00.example.net/",
                "http://www.example.org%2f@127.0.0.1%zz/",
                "http://<www.example.org>/"
            })
    void whatNoBrowserFollowsLeadsNowhere(String link) {
        assertThat(WebAddress.isMeant(link)).isTrue();
        assertThat(WebAddress.of(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mailto:a@example.org", "tel:053112233", "/news/2570-00001", "news", "#a", "?q", "", "ftp://x"})
    void otherLinksAreNotMeant(String link) {
        assertThat(WebAddress.isMeant(link)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST.:8080/",
                "http://a.localhost/",
                "http://intranet/",
                "http://_/",
                "http://4-2/",
                "http://printer.local/",
                "https://files.internal/",
                "http://nas.lan/",
                "http://192.168.1.10/",
                "http://10.1/",
                "http://0/",
                "http://0xA9FEA9FE/",
                "http://[fd00::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::10.0.0.1]/"
            })
    void whatOnlyTheOfficeKnowsIsSeenFromTheLink(String link) {
        assertThat(WebAddress.of(link)).get().matches(WebAddress::isInternal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.example.org/",
                "http://1.1.1.1/",
                "https://ตัวอย่าง.ไทย/",
                "http://[2606:4700::1111]/",
                "http://1-2.3_4/"
            })
    void otherServersAreNotTheOffices(String link) {
        assertThat(WebAddress.of(link)).get().matches(address -> !address.isInternal());
    }

    @ParameterizedTest
    @CsvSource({
        "/c,                          http://www.example.org:8080/c",
        "c,                           http://www.example.org:8080/a/c",
        "../c,                        http://www.example.org:8080/c",
        "?c=d,                        http://www.example.org:8080/a/b?c=d",
        "//example.net/c,             http://example.net:80/c",
        "https://example.net,         https://example.net:443/",
        "ไฟล์,                         http://www.example.org:8080/a/%E0%B9%84%E0%B8%9F%E0%B8%A5%E0%B9%8C",
        "'/\\127.0.0.1/c',            http://127.0.0.1:80/c",
        "http://0x7f.1,               http://127.0.0.1:80/"
    })
    void aServerSendsOnFromWhereItIs(String location, String address) {
        assertThat(WebAddress.of("http://www.example.org:8080/a/b")
                        .orElseThrow()
                        .to(location))
                .get()
                .hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:secret@www.example.org:8080/a?b#c,     www.example.org:8080/a?b",
        "http://www.example.org/1-1001-00000-00-0,          www.example.org/1-1xxx-xxxxx-xx-x",
        "http:\\\\192.168.1.10\\a@b,                          192.168.1.10/a@b",
        "http://www..example.org,                           www..example.org"
    })
    void peopleAreToldWhichLinkItIs(String link, String excerpt) {
        assertThat(WebAddress.excerpt(link)).isEqualTo(excerpt);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\\", "a.", "ก", "ก.", "%31", "@", "/", "["})
    void aLongLinkIsReadAsFastAsAShortOne(String piece) {
        String link = "http://" + piece.repeat(200_000 / piece.length()) + "x";

        assertThat(WebAddress.isMeant(link)).isTrue();
        assertThat(WebAddress.of(link).filter(address -> address.host().length() > 1))
                .isEmpty();
        assertThat(WebAddress.excerpt(link)).hasSizeLessThanOrEqualTo(101);
    }

    @Test
    void aServerDoesNotSendOnToWhatIsNotOnTheWeb() {
        WebAddress from = WebAddress.of("http://www.example.org/").orElseThrow();

        assertThat(from.to("file:///etc/passwd")).isEmpty();
        assertThat(from.to("javascript:alert(1)")).isEmpty();
        assertThat(from.to("gopher://127.0.0.1/")).isEmpty();
        assertThat(from.to("http://")).isEmpty();
    }
}
