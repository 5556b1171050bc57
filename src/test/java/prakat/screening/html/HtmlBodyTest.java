package prakat.screening.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBodyTest {

    private static final Set<String> TAGS = Set.of(
            "p",
            "br",
            "hr",
            "h2",
            "h3",
            "h4",
            "strong",
            "b",
            "em",
            "i",
            "u",
            "s",
            "sub",
            "sup",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "code",
            "dl",
            "dt",
            "dd",
            "a",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "figure",
            "img");
    private static final Set<String> ATTRIBUTES =
            Set.of("href", "title", "rel", "colspan", "rowspan", "scope", "start", "src");

    @Test
    void whatIsTooLongToBeReadIsKeptAsItWasTyped() {
        String typed = "<b>ก".repeat(200_000);
        assertThat(HtmlBody.clean(typed).equals(typed.replace("<", "&lt;").replace(">", "&gt;")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>ประกาศ <strong>ด่วน</strong> <em>ที่สุด</em><br>บรรทัดใหม่</p><hr>",
                "<h2>หัวข้อ</h2><h3>รอง</h3><h4>ย่อย</h4><blockquote>อ้าง</blockquote><pre>  a\n  b</pre>",
                "<ul><li>หนึ่ง</li><li>สอง</li></ul><ol start=\"3\"><li>สาม</li></ol>",
                "<table><caption>ตาราง</caption><thead><tr><th scope=\"col\" colspan=\"2\">ก</th></tr></thead>"
                        + "<tbody><tr><td rowspan=\"2\">๑</td><td>1</td></tr></tbody></table>",
                "<dl><dt>คำ</dt><dd>ความหมาย</dd></dl><p>H<sub>2</sub>O, m<sup>2</sup>, <u>ก</u> <s>ข</s></p>",
                "<a href=\"https://www.example.go.th/ข่าว?a=1&amp;b=2\" title=\"ข่าว\" rel=\"noopener nofollow\">ข่าว</a>",
                "<a href=\"mailto:office@example.go.th\" rel=\"noopener nofollow\">เขียนถึงเรา</a>",
                "<p>ก</p><figure><img src=\"attachment:ภาพ ที่ 1.jpg\"></figure><p>ข</p>",
                "<ul><li>ก<figure><img src=\"attachment:a.jpg\"></figure></li></ul>",
                "<a href=\"tel:+6653000000\" rel=\"noopener nofollow\">โทร</a>"
            })
    void whatIsAllowedStaysAsItIs(String html) {
        assertThat(HtmlBody.clean(html)).isEqualTo(html);
    }

    @Test
    void picturesOfABodyAreAttachmentsWithWhatIsSaidOfThem() {
        String body =
                "<p>ก</p><figure><img src=\"attachment:a b.jpg\"></figure><figure><img src=\"attachment:x.jpg\"></figure>";
        assertThat(BodyPictures.names(body)).containsExactly("a b.jpg", "x.jpg");

        String shown = BodyPictures.shown(
                body, name -> Optional.of(new BodyPictures.Shown("/files/1", 960, 720, "เด็ก \"สอง\" คน", "<b>"))
                        .filter(picture -> name.equals("a b.jpg")));

        assertThat(shown)
                .isEqualTo(
                        "<p>ก</p><figure><img src=\"/files/1\" alt=\"เด็ก &quot;สอง&quot; คน\" loading=\"lazy\" width=\"960\" height=\"720\">"
                                + "<figcaption>&lt;b&gt;</figcaption></figure><figure><em>[x.jpg]</em></figure>");
        assertThat(BodyPictures.shown("a &lt; b\n\nc", name -> Optional.empty()))
                .isEqualTo("a &lt; b\n\nc");
    }

    @Test
    void thaiTextIsUnharmed() {
        String thai = "น้ำใจ กี่ปี ปู่ย่า เก๋ ฤๅษี ฎีกา ๆ ฯลฯ ๑๒๓ ฿ “อ้าง” – ก\u200bข";

        assertThat(HtmlBody.clean(thai)).isEqualTo(thai);
        assertThat(HtmlBody.clean("<p>" + thai + "</p>")).isEqualTo("<p>" + thai + "</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "'a < b & c > d', a &lt; b &amp; c &gt; d",
        "'หนึ่ง\nสอง\n\nสาม', 'หนึ่ง\nสอง\n\nสาม'",
        "'5 <6', 5 &lt;6"
    })
    void plainTextKeepsItsCharactersAndLines(String text, String html) {
        assertThat(HtmlBody.clean(text)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>ก<script>alert(1)</script>ข</p> | <p>กข</p>",
                "<p>ก<style>p{}</style>ข</p> | <p>กข</p>",
                "<p onclick=\"alert(1)\" style=\"color:red\" class=\"x\" id=\"y\" data-x=\"z\">ก</p> | <p>ก</p>",
                "<p>ก<iframe src=\"https://example.com\"></iframe>ข</p> | <p>กข</p>",
                "<form action=\"https://example.com\"><input name=\"a\"><button>ก</button></form> | ก",
                "<img src=\"https://example.com/a.png\" onerror=\"alert(1)\">ก | ก",
                "<img src=\"attachment:a.png\" onerror=\"alert(1)\">ก | <img src=\"attachment:a.png\">ก",
                "<figure class=\"x\"><img src=\"attachment:a.png\"><figcaption>คำ</figcaption></figure>"
                        + " | <figure><img src=\"attachment:a.png\"></figure><p>คำ</p>",
                "<figure><img src=\"https://example.com/a.png\"><figcaption>คำ</figcaption></figure> | <p>คำ</p>",
                "<div><p>ก</p><figure><img src=\"attachment:a.png\"></figure>ข</div>"
                        + " | <p>ก</p><figure><img src=\"attachment:a.png\"></figure><p>ข</p>",
                "<div><h1>หัวเรื่อง</h1><h2>รอง</h2></div> | <h2>หัวเรื่อง</h2><h3>รอง</h3>",
                "<p>ก<!-- หมายเหตุ -->ข</p> | <p>กข</p>",
                "<meta http-equiv=\"refresh\" content=\"0;url=https://example.com\"><base href=\"https://example.com/\">ก | ก",
                "<a href=\"https://example.com\" target=\"_blank\" onmouseover=\"x()\" rel=\"opener\">ก</a>"
                        + " | <a href=\"https://example.com\" rel=\"noopener nofollow\">ก</a>",
                "<ul><li>หนึ่ง<li>สอง | <ul><li>หนึ่ง</li><li>สอง</li></ul>",
                "<p>ก<b>ข | <p>ก<b>ข</b></p>",
                "<b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><p>ก <strong>ข</strong></p></b> | <p>ก <strong>ข</strong></p>",
                "<p><strong style=\"color:red; FONT-WEIGHT : 400\">ก</strong></p> | <p>ก</p>",
                "<p><b style=\"font-weight:700\">ก</b></p> | <p><b>ก</b></p>"
            })
    void whatIsNotAllowedGoesAndTheWordsStay(String html, String clean) {
        assertThat(HtmlBody.clean(html)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "java&#x0A;script:alert(1)",
                "&#106;avascript:alert(1)",
                "\u0001javascript:alert(1)",
                "javascript&colon;alert(1)",
                "vbscript:x",
                "data:text/html,<script>alert(1)</script>",
                "data:text/html;base64,PHNjcmlwdD4=",
                "file:///etc/passwd",
                "blob:https://example.com/1"
            })
    void aLinkThatIsNoAddressOfAPageOrPersonLosesItsTarget(String target) {
        String clean = HtmlBody.clean("<a href=\"" + target + "\">ก</a>");

        Element link = Jsoup.parseBodyFragment(clean).selectFirst("a");
        assertThat(link).isNotNull();
        assertThat(link.attr("href")).isEmpty();
        assertThat(link.text()).isEqualTo("ก");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<math><mtext><table><mglyph><style><math><img src=x onerror=alert(1)></style></mglyph></table>",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<math href=\"javascript:alert(1)\">CLICK</math>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<p title=\"</p><script>alert(1)</script>\">ก</p>",
                "<a title=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\" href=\"https://example.com\">ก</a>",
                "<textarea><script>alert(1)</script></textarea>",
                "<title><img src=x onerror=alert(1)></title>",
                "<xmp><img src=x onerror=alert(1)></xmp>",
                "<plaintext><script>alert(1)</script>",
                "<template><script>alert(1)</script></template>",
                "<select><iframe></select><img src=x onerror=alert(1)>",
                "<img src=x onerror=alert(1)//",
                "<script>alert(1)",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<<script>alert(1)//<</script>",
                "<img \u0000src=x onerror=alert(1)>",
                "<a href=\"https://example.com\" onclick=alert(1) /><script/src=x></script>",
                "<table><tr><td background=\"javascript:alert(1)\" style=\"x:expression(alert(1))\">ก</table>",
                "<object data=\"javascript:alert(1)\"></object><embed src=\"javascript:alert(1)\"><applet code=x>",
                "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
                "<details open ontoggle=alert(1)>ก</details><marquee onstart=alert(1)>",
                "<body onload=alert(1)><html onclick=alert(1)><link rel=stylesheet href=//example.com>",
                "<![CDATA[<script>alert(1)</script>]]><?xml version=\"1.0\"?><!ENTITY x SYSTEM \"file:///etc/passwd\">",
                "<p style=\"background:url(https://example.com)\" srcset=\"x\" formaction=\"javascript:x\">ก"
            })
    void nothingThatRunsOrLoadsIsLeftAndReadingItAgainMakesNothingElseOfIt(String attack) {
        String clean = HtmlBody.clean(attack);

        for (Element element : Jsoup.parseBodyFragment(clean).body().getAllElements()) {
            if (!element.normalName().equals("body")) {
                assertThat(TAGS).contains(element.normalName());
                assertThat(element.attributes())
                        .allSatisfy(attribute -> assertThat(ATTRIBUTES).contains(attribute.getKey()));
                assertThat(element.attr("href")).matches("(https?:|mailto:|tel:).*|");
            }
        }
        assertThat(HtmlBody.clean(clean)).isEqualTo(clean);
    }

    @Test
    void nothingTurnsTheWritingAround() {
        assertThat(HtmlBody.clean("<p>ก&#x202E;ข <a href=\"https://example.go.th/&#x2066;x\">ค</a></p>"))
                .isEqualTo("<p>กข <a href=\"https://example.go.th/x\" rel=\"noopener nofollow\">ค</a></p>");
    }

    @Test
    void theWordsOfABodyAreItsTextAlone() {
        assertThat(HtmlBody.text("<h2>หัวข้อ</h2><p>หนึ่ง<br>สอง &amp; <b>สาม</b></p>"))
                .isEqualTo("หัวข้อ หนึ่ง สอง & สาม");
        assertThat(HtmlBody.text("")).isEmpty();
    }

    @Test
    void thereMayBeNothing() {
        assertThat(HtmlBody.clean("")).isEmpty();
        assertThat(HtmlBody.clean("<script></script> \n ")).isEmpty();
    }

    @Test
    void aLinkToAnotherPublicationOrWithinTheBodyStays() {
        assertThat(HtmlBody.clean("<a href=\"/news/2570-00001\">ก</a> <a href=\"#two\">ข</a>"))
                .contains("href=\"/news/2570-00001\"", "href=\"#two\"");
    }

    @Test
    void tablesOfWhichNothingNamesTheColumnsAreCounted() {
        String row = "<tr><td>1</td><td>2</td></tr>";
        String headed = "<table><tr><th>ก</th><th>ข</th></tr>" + row + "</table>";
        assertThat(HtmlBody.tablesWithoutHeader("<table>" + row + row + "</table><table>" + row + row + "</table>"))
                .isEqualTo(2);
        assertThat(HtmlBody.tablesWithoutHeader("<table>" + row + "<tr><td>" + headed + "</td></tr></table>"))
                .isEqualTo(1);
        assertThat(HtmlBody.tablesWithoutHeader(headed + "<table>" + row + "</table>"))
                .isZero();
        assertThat(HtmlBody.tablesWithoutHeader("<table><tr><td>1</td></tr><tr><td>2</td></tr></table>"))
                .isZero();
    }

    @Test
    void itsLinesAreThoseThatPeopleSee() {
        assertThat(HtmlBody.lines("<p>ลับ</p><table><tr><td>1</td><td>2<br>3</td></tr></table><ul><li>ก</li></ul>")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty()))
                .containsExactly("ลับ", "1\t2", "3", "ก");
        assertThat(HtmlBody.links("<p><a href='https://a.go.th/'>ก</a> <a>ข</a></p>"))
                .containsExactly("https://a.go.th/");
    }
}
