package prakat.screening.link;

import static org.assertj.core.api.Assertions.assertThat;
import static prakat.screening.link.Website.pause;
import static prakat.screening.link.Website.says;
import static prakat.screening.link.Website.saysEndlessly;
import static prakat.screening.link.Website.sendsOnTo;
import static prakat.screening.link.Website.shows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers make readers believe, and what they could make us do; they stand on 127.0.0.1, which may be asked here. */
class LinkCheckTest {

    private static final LinkLimits LIMITS = new LinkLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private static final Duration NOT_LONG = Duration.ofMillis(500);

    private final List<Website> sites = new ArrayList<>();
    private final Set<Integer> ports = new HashSet<>(Set.of(80, 443));
    private final Map<String, Deque<String>> names = new HashMap<>();
    private final List<String> lookedUp = new ArrayList<>();
    private final Destinations destinations = new Destinations(
            this::lookUp,
            address -> address.getHostAddress().equals("127.0.0.1"),
            ports,
            host -> host.startsWith("no-such-"));
    private final AnonymousClient client = new AnonymousClient(destinations, LIMITS, 2);

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        lookedUp.add(host);
        if (host.startsWith("slow")) {
            pause(40);
        }
        if (host.startsWith("no-")) {
            throw new UnknownHostException(host);
        }
        Deque<String> answers = names.getOrDefault(host, new ArrayDeque<>());
        String[] addresses =
                answers.isEmpty() ? new String[] {"127.0.0.1"} : answers.pop().split(" ");
        return Stream.of(addresses).map(LinkCheckTest::address).toArray(InetAddress[]::new);
    }

    /** @param addresses what each look-up of the name finds, with spaces between */
    private void means(String host, String... addresses) {
        names.put(host, new ArrayDeque<>(List.of(addresses)));
    }

    private static InetAddress address(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @AfterEach
    void close() {
        sites.forEach(Website::close);
        client.stop();
    }

    private Website site(Website.Answer answer) {
        return site("127.0.0.1", answer);
    }

    private Website site(String address, Website.Answer answer) {
        Website site = new Website(address, answer);
        sites.add(site);
        ports.add(site.port());
        return site;
    }

    private LinkAnswer ask(String link) {
        return ask(link, LIMITS.link());
    }

    private LinkAnswer ask(String link, Duration longest) {
        return new LinkCheck(client, destinations, longest)
                .of(WebAddress.of(link).orElseThrow());
    }

    private LinkAnswer askAt(Website site) {
        return ask(pageOf(site));
    }

    private static String pageOf(Website site) {
        return "http://www.example.org:" + site.port() + "/a";
    }

    @ParameterizedTest
    @CsvSource({
        "200, FINE", "204, FINE", "206, FINE", "304, UNKNOWN", "400, UNKNOWN", "401, RESTRICTED", "403, UNKNOWN",
        "404, BROKEN", "410, BROKEN", "418, UNKNOWN", "429, UNKNOWN", "451, UNKNOWN", "500, BROKEN", "502, BROKEN",
        "503, BROKEN", "522, BROKEN", "999, UNKNOWN"
    })
    void whatAServerSaysIsTakenAsReadersWouldSeeIt(int status, LinkAnswer answer) {
        assertThat(askAt(site(says(status)))).isEqualTo(answer);
    }

    @Test
    void aServerThatIsBusyIsNotBroken() {
        assertThat(askAt(site(says(503, "Retry-After: 60")))).isEqualTo(LinkAnswer.UNKNOWN);
    }

    @Test
    void aServerIsToldNothingOfUsOrOfReaders() {
        Website site = site(says(200, "Set-Cookie: a=b"));

        ask("http://user:secret@www.example.org:" + site.port() + "/ไฟล์ 1.pdf?a=b#c");

        assertThat(site.heads()).singleElement().satisfies(head -> {
            assertThat(head.lines())
                    .contains(
                            "HEAD /%E0%B9%84%E0%B8%9F%E0%B8%A5%E0%B9%8C%201.pdf?a=b HTTP/1.1",
                            "Host: www.example.org:" + site.port())
                    .anyMatch(line -> line.startsWith("User-Agent: Prakat"))
                    .noneMatch(
                            line -> line.matches("(?i)(authorization|cookie|referer|upgrade|accept-encoding|via):.*"));
            assertThat(head).doesNotContain("secret");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405, 500, 501})
    void whoKnowsNoHeadIsAskedForThePage(int status) {
        Website site =
                site((head, out) -> says(head.startsWith("HEAD") ? status : 200).to(head, out));

        assertThat(askAt(site)).isEqualTo(LinkAnswer.FINE);
        assertThat(site.heads()).hasSize(2);
    }

    @Test
    void whoHangsUpAtAHeadIsAskedForThePage() {
        assertThat(askAt(site((head, out) -> {
                    if (head.startsWith("GET")) {
                        says(200).to(head, out);
                    }
                })))
                .isEqualTo(LinkAnswer.FINE);
    }

    @Test
    void aNameThatDoesNotExistIsBrokenAndOneThatCouldNotBeLookedUpIsNot() {
        assertThat(ask("http://no-such-name.example.org/")).isEqualTo(LinkAnswer.BROKEN);
        assertThat(ask("http://no-name-server.example.org/")).isEqualTo(LinkAnswer.UNKNOWN);
    }

    @Test
    void whoWasLookedUpTooSlowlyIsNotAsked() {
        Website site = site(says(200));

        assertThat(ask("http://slow.example.org:" + site.port(), Duration.ofMillis(20)))
                .isEqualTo(LinkAnswer.UNKNOWN);
        assertThat(site.connections()).isZero();
    }

    @Test
    void aServerThatIsNotThereIsBroken() {
        Website gone = site(says(200));
        gone.close();

        assertThat(askAt(gone)).isEqualTo(LinkAnswer.BROKEN);
    }

    @Test
    void aServerThatSpeaksSomethingElseIsBroken() {
        Website site =
                site((head, out) -> out.write("220 mail.example.org ESMTP\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(ask("https://www.example.org:" + site.port())).isEqualTo(LinkAnswer.BROKEN);
        assertThat(askAt(site)).isEqualTo(LinkAnswer.BROKEN);
    }

    @Test
    void onlyPortsOfWebsitesAreAsked() {
        Website site = site(says(200));
        ports.remove(site.port());

        assertThat(askAt(site)).isEqualTo(LinkAnswer.UNKNOWN);
        assertThat(site.connections()).isZero();
    }

    @Test
    void aNameOfTheOfficesOwnNetworkIsNotAsked() {
        Website inside = site("127.0.0.2", says(200));
        means("intranet.example.org", "127.0.0.2");

        assertThat(ask("http://intranet.example.org:" + inside.port())).isEqualTo(LinkAnswer.INTERNAL);
        assertThat(inside.connections()).isZero();
    }

    @Test
    void aPublicAddressThatIsOursIsNeitherAskedNorCalledInternal() {
        means("www.example.org", "1.1.1.1");

        assertThat(ask("http://www.example.org/")).isEqualTo(LinkAnswer.UNKNOWN);
    }

    @Test
    void ofANamesAddressesOnlyThoseAreAskedThatMayBe() {
        Website outside = site(says(200));
        means("www.example.org", "10.0.0.1 127.0.0.2 127.0.0.1 ::1");

        assertThat(askAt(outside)).isEqualTo(LinkAnswer.FINE);
        assertThat(outside.connections()).isOne();
    }

    @Test
    void aNameThatMeansSomethingElseAMomentLaterLeadsNowhereElse() {
        Website outside = site(says(405));
        Website inside = site("127.0.0.2", says(200));
        means("rebinding.example.org", "127.0.0.1", "127.0.0.2");

        assertThat(ask("http://rebinding.example.org:" + outside.port())).isEqualTo(LinkAnswer.INTERNAL);
        assertThat(outside.heads()).hasSize(1);
        assertThat(inside.connections()).isZero();
        assertThat(lookedUp).as("once for each connection").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://2130706433:%d/",
                "http://0x7f.1:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://www.example.org@127.0.0.1:%d/",
                "//127.0.0.1:%d/",
                "/\\\\127.0.0.1:%d/",
                "http://localhost.:%d/",
                "http://169.254.169.254/latest/meta-data?%d"
            })
    void nobodyIsSentIntoTheOfficesOwnNetwork(String location) {
        Website inside = site(says(200));
        Website outside = site(sendsOnTo(location.formatted(inside.port())));

        assertThat(askAt(outside)).isEqualTo(LinkAnswer.INTERNAL);
        assertThat(inside.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "javascript:alert(1)",
                "http://",
                "gopher://127.0.0.1:25/"
            })
    void whatIsNotOnTheWebIsNotFollowed(String location) {
        assertThat(askAt(site(sendsOnTo(location)))).isEqualTo(LinkAnswer.UNKNOWN);
    }

    @Test
    void redirectsAreFollowedToTheEndAndNotForEver() {
        assertThat(askAt(site(countsDownFrom(5)))).isEqualTo(LinkAnswer.FINE);
        assertThat(askAt(site(countsDownFrom(6)))).isEqualTo(LinkAnswer.UNKNOWN);
    }

    @Test
    void aServerMaySendOnToAThaiName() {
        Website site = site(
                (head, out) -> (head.contains(" /%E0%B8%81.pdf ") ? says(200) : sendsOnTo("/ก.pdf")).to(head, out));

        assertThat(askAt(site)).isEqualTo(LinkAnswer.FINE);
    }

    private static Website.Answer countsDownFrom(int hops) {
        return (head, out) -> {
            String path = head.split(" ")[1];
            int left = path.equals("/a") ? hops : Integer.parseInt(path.substring(1));
            (left == 0 ? says(200) : sendsOnTo("/" + (left - 1))).to(head, out);
        };
    }

    @Test
    void whatLeadsInACircleIsBrokenUnlessACookieWouldLeadOutOfIt() {
        assertThat(askAt(site(sendsOnTo("/a")))).isEqualTo(LinkAnswer.BROKEN);
        assertThat(askAt(site(says(302, "Location: /a", "Set-Cookie: been=here"))))
                .isEqualTo(LinkAnswer.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://accounts.google.com/ServiceLogin?continue=x",
                "https://login.microsoftonline.com/common/oauth2/authorize",
                "https://login.live.com/login.srf",
                "https://www.dropbox.com/login?cont=x",
                "https://office-my.sharepoint.com/_layouts/15/AccessDenied.aspx"
            })
    void whoIsSentToSignInMayNotReadIt(String location) {
        assertThat(askAt(site(sendsOnTo(location)))).isEqualTo(LinkAnswer.RESTRICTED);
        assertThat(lookedUp).containsExactly("www.example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "<title>Google Drive: Sign-in</title>,                              RESTRICTED",
        "<html><head><title>Google Drive - You need access</title>,         RESTRICTED",
        "<TITLE lang=th>ลงชื่อเข้าใช้ - บัญชี Google</TITLE>,                   RESTRICTED",
        "<title>x</title><h1 class=a>คุณต้องมีสิทธิ์เข้าถึง</h1>,                RESTRICTED",
        "<title>Sign in to your account</title>,                            RESTRICTED",
        "<title>Sign-in sheet.pdf - Google Drive</title>,                   FINE",
        "<title>คู่มือเข้าสู่ระบบ - Google ไดรฟ์</title>,                        FINE",
        "<title>แผนปฏิบัติการ 2570.pdf - Google Drive</title><a>Sign in</a>,  FINE"
    })
    void aSharedDriveMayShowWhoeverAsksItsOwnPage(String page, LinkAnswer answer) {
        assertThat(ask("http://drive.google.com:" + site(shows(page)).port() + "/file/d/1/view"))
                .isEqualTo(answer);
    }

    @Test
    void anotherWebsiteMaySpeakOfSigningIn() {
        assertThat(askAt(site(shows("<title>Sign in to our school's library</title>"))))
                .isEqualTo(LinkAnswer.FINE);
    }

    @Test
    void aSharedDriveThatForbidsIsRestricted() {
        assertThat(ask("http://drive.google.com:" + site(says(403)).port())).isEqualTo(LinkAnswer.RESTRICTED);
    }

    @Test
    void aShortLinkToASharedDriveIsChangeable() {
        Website drive = site(shows("<title>a.pdf</title>"));

        assertThat(askAt(site(sendsOnTo("http://drive.google.com:" + drive.port()))))
                .isEqualTo(LinkAnswer.CHANGEABLE);
        assertThat(ask("http://drive.google.com:" + drive.port())).isEqualTo(LinkAnswer.FINE);
    }

    @Test
    void whoAnswersTooSlowlyIsBrokenAndLetGo() throws InterruptedException {
        Website site = site(saysEndlessly("HTTP/1.1 200 OK\r\nX: ", "x", 20));

        assertThat(ask(pageOf(site), NOT_LONG)).isEqualTo(LinkAnswer.BROKEN);
        site.awaitHangUp();
    }

    @Test
    void whoNeverAnswersIsBroken() throws InterruptedException {
        Website site = site(saysEndlessly("", "", 20));

        assertThat(ask(pageOf(site), NOT_LONG)).isEqualTo(LinkAnswer.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y\r\n", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void headersAreReadNoFurtherThanTheyMustBe(String then) {
        Website site = site(saysEndlessly("HTTP/1.1 200 OK\r\n", then, 0));

        assertThat(askAt(site)).isEqualTo(LinkAnswer.BROKEN);
        assertThat(site.heads())
                .as("a HEAD and a GET, both ended long before their time")
                .hasSize(2);
    }

    @Test
    void whoAlwaysPutsOffTheAnswerIsBrokenAndLetGo() throws InterruptedException {
        Website site = site(saysEndlessly("", "HTTP/1.1 100 x\r\n\r\n", 0));

        assertThat(ask(pageOf(site), NOT_LONG)).isEqualTo(LinkAnswer.BROKEN);
        site.awaitHangUp();
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 9999999999, '%s'", "Transfer-Encoding: chunked, '1000\r\n%s\r\n'"})
    void aBodyIsReadNoFurtherThanItMustBe(String header, String then) throws InterruptedException {
        String piece = then.formatted("x".repeat(0x1000));
        Website site = site(saysEndlessly("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n", piece, 0));

        assertThat(ask("http://drive.google.com:" + site.port())).isEqualTo(LinkAnswer.FINE);
        site.awaitHangUp();
    }
}
