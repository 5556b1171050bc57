package prakat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import prakat.Attached;
import prakat.Clipboards;
import prakat.Clipboards.Clipboard;
import prakat.screening.html.HtmlBody;

/** The editor of bodies: it holds what the server keeps, and takes what people paste. */
@BrowserTest
class EditorTest {

    @RegisterExtension
    static final InChromium CHROMIUM = new InChromium();

    private static final String BODY = ".editor .body";

    /** What the page's own modules make of a body, when it is opened and saved again. */
    private static final String REOPENED =
            """
            async (bodies) => {
              const { read, write } = await import('/assets/desk-body.js');
              return bodies.map((body) => write(read(body)));
            }""";

    private static final String SHOWN =
            """
            async () => {
              const { write } = await import('/assets/desk-body.js');
              return write(document.querySelector('.editor .body').pmViewDesc.node);
            }""";

    private static final String PASTE =
            """
            ({ type = 'paste', html = '', text = '', files = [] }) => {
              const data = new DataTransfer();
              if (html) data.setData('text/html', html);
              if (text) data.setData('text/plain', text);
              files.forEach(({ name, mediaType, base64 }) => data.items.add(
                new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type: mediaType })));
              const body = document.querySelector('.editor .body');
              const { x, y } = body.getBoundingClientRect();
              const what = { bubbles: true, cancelable: true };
              body.dispatchEvent(type === 'drop'
                ? new DragEvent('drop', { ...what, dataTransfer: data, clientX: x + 20, clientY: y + 20 })
                : new ClipboardEvent('paste', { ...what, clipboardData: data }));
            }""";

    private static final List<String> BLOCKS =
            List.of("p", "h2", "h3", "h4", "blockquote", "pre", "ul", "ol", "dl", "table", "hr");
    private static final List<String> MARKS =
            List.of("strong", "b", "em", "i", "u", "s", "sub", "sup", "code", "a", "br");

    /** That are told by what is in them, or by their other name. */
    private static final Map<String, String> OTHER_NAMES = Map.of("b", "strong", "i", "em");

    private static final Set<String> UNTOLD = Set.of("p", "body", "html", "thead", "tbody", "#root");

    /** Of HTML, but for styles, which the page's policy keeps out. */
    private static final List<String> ELEMENTS =
            List.of(("a abbr address area article aside audio b base bdi bdo blockquote"
                            + " body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog div dl"
                            + " dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img"
                            + " input ins kbd label legend li link main map mark marquee menu meta meter nav noscript object ol optgroup"
                            + " option output p picture pre progress q ruby s samp script section select small source span strike strong"
                            + " sub summary sup svg table tbody td template textarea tfoot th thead time title tr tt u ul var video wbr")
                    .split(" "));

    @Test
    void theEditorHoldsWhatTheServerKeepsAndNothingElse() {
        Page page = open();
        List<String> samples = ELEMENTS.stream().map(EditorTest::sample).toList();
        List<String> held = reopened(page, samples);

        for (int i = 0; i < samples.size(); i++) {
            String element = ELEMENTS.get(i);
            String name = OTHER_NAMES.getOrDefault(element, element);
            boolean isKept = !Jsoup.parseBodyFragment(HtmlBody.clean(samples.get(i)))
                    .body()
                    .select(element)
                    .isEmpty();
            assertThat(Jsoup.parseBodyFragment(held.get(i)).body().select(name).isEmpty())
                    .as("%s is not held", element)
                    .isEqualTo(!isKept);
        }
        Random random = new Random(10);
        List<String> bodies = Stream.generate(() -> HtmlBody.clean(blocks(random, 3)))
                .limit(300)
                .toList();
        List<String> again = reopened(page, bodies);
        for (int i = 0; i < bodies.size(); i++) {
            assertThat(told(again.get(i))).as(bodies.get(i)).isEqualTo(told(bodies.get(i)));
            assertThat(HtmlBody.clean(again.get(i))).isEqualTo(again.get(i));
        }
        assertThat(reopened(page, again)).isEqualTo(again);
        assertThat(reopened(page, List.of("หนึ่ง &lt;\nสอง\n\nสาม")))
                .containsExactly("<p>หนึ่ง &lt;<br>สอง</p><p>สาม</p>");
    }

    @Test
    void whatIsPastedIsShownAndStoredWithItsMeaning() {
        Page page = open();
        for (Clipboard clipboard : Clipboards.all()) {
            page.locator(BODY).press("Control+a");
            page.waitForResponse("**/desk/pasted", () -> page.evaluate(PASTE, Map.of("html", clipboard.html())));
            String kept = reopened(page, List.of(clipboard.kept())).get(0);
            page.waitForCondition(() -> withoutPictures(page.evaluate(SHOWN)).equals(kept));
        }
        assertThat(page.locator("#pasted"))
                .hasText("ตัดออก: ความเห็นในเอกสาร, ข้อความที่ทำเครื่องหมายว่าลบ, ข้อความที่ซ่อนไว้");
        String shown = (String) page.evaluate(SHOWN);
        page.locator("#save").click();
        assertThat(page.locator("#draft-state")).containsText("บันทึกร่างแล้วเมื่อ");
        page.reload();
        assertThat(page.locator("#body")).hasValue(shown);

        page.locator(BODY).press("Control+a");
        page.evaluate(PASTE, Map.of("text", "บรรทัดหนึ่ง 🙏\nบรรทัดสอง\n\nดู https://a.go.th/x."));
        assertThat(page.evaluate(SHOWN))
                .isEqualTo("<p>บรรทัดหนึ่ง 🙏<br>บรรทัดสอง</p><p>ดู <a href=\"https://a.go.th/x\""
                        + " rel=\"noopener nofollow\">https://a.go.th/x</a>.</p>");
        page.locator(BODY).press("Control+z");
        assertThat(page.evaluate(SHOWN)).isEqualTo(shown);
    }

    @Test
    void picturesThatArePastedOrDroppedBecomeAttachments() {
        Page page = open();
        String picture = Base64.getEncoder().encodeToString(Attached.picture());
        Map<String, String> file = Map.of("name", "image.png", "mediaType", "image/png", "base64", picture);
        page.evaluate(PASTE, Map.of("files", List.of(file)));
        Locator names = page.locator("#pictures .name");
        assertThat(names).hasText("รูปที่วาง.png");
        assertThat(page.locator("#pasted")).hasText("แนบภาพ 1 ภาพ และวางไว้ในข้อความแล้ว");

        Map<String, String> dropped = new HashMap<>(file);
        dropped.put("name", "แผนผัง.png");
        page.evaluate(PASTE, Map.of("type", "drop", "files", List.of(dropped)));
        assertThat(names.last()).hasText("แผนผัง.png");

        page.evaluate(
                PASTE,
                Map.of(
                        "html",
                        "<p>ก<img src=\"data:image/png;base64," + picture
                                + "\">ข<img src=\"https://a.go.th/plan.jpg\"></p>"));
        assertThat(page.locator("#pasted"))
                .hasText("แนบภาพ 1 ภาพ และวางไว้ในข้อความแล้ว · ตัดออก: รูป 1 รูป (plan.jpg) แนบเป็นไฟล์ได้");
        assertThat(names).hasCount(3);
        assertThat(page.evaluate(SHOWN))
                .asString()
                .contains(
                        "<figure><img src=\"attachment:แผนผัง.png\"></figure>",
                        "<p>ก</p><figure><img src=\"attachment:รูปที่วาง (2).png\"></figure><p>ข</p>",
                        "<figure><img src=\"attachment:รูปที่วาง.png\"></figure>");
        assertThat(page.locator(BODY + " img")).hasCount(3);
        // An Excel range comes with a picture of itself.
        page.evaluate(
                PASTE,
                Map.of("html", "<table><tr><td>1</td><td>2</td></tr></table>", "text", "1\t2", "files", List.of(file)));
        assertThat(page.locator(BODY + " td")).hasCount(2);
        assertThat(names).hasCount(3);
        page.locator("#pictures .remove").first().click();
        assertThat(names).hasCount(2);
        assertThat(page.locator(BODY + " img")).hasCount(2);
        page.locator("#pictures textarea").last().fill("ผังอาคาร");
        assertThat(page.locator(BODY + " figcaption").filter(new Locator.FilterOptions().setHasText("ผังอาคาร")))
                .hasCount(1);
    }

    @Test
    void aTableAndALinkAreMadeByKeyboard() {
        Page page = open();
        page.locator(BODY).focus();
        page.keyboard().insertText("ดูที่นี่");
        page.keyboard().press("Control+a");
        page.keyboard().press("Control+k");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("ที่อยู่ลิงก์").fill("www.example.go.th");
        dialog.getByLabel("ที่อยู่ลิงก์").press("Enter");
        assertThat(page.locator(BODY + " a")).hasAttribute("href", "https://www.example.go.th");
        settle(page);
        page.keyboard().press("End");
        settle(page);
        page.keyboard().press("Alt+F10");
        assertThat(page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("ชนิดของย่อหน้า")))
                .isFocused();
        for (int i = 0; i < 10; i++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(page.getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName("ตาราง").setExact(true)))
                .isFocused();
        page.keyboard().press("Enter");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("แทรก"))
                .click();
        assertThat(page.locator(BODY + " th")).hasCount(3);
        page.keyboard().insertText("หัว");
        page.keyboard().press("Tab");
        page.keyboard().insertText("สอง");
        assertThat(page.evaluate(SHOWN))
                .asString()
                .contains("<thead><tr><th>หัว</th><th>สอง</th><th></th></tr></thead><tbody><tr><td></td>");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        assertThat(page.locator(BODY + " table")).hasCount(0);
    }

    /** Those whose bytes lie on the clipboard, which the server alone cannot keep. */
    private static String withoutPictures(Object shown) {
        return shown.toString().replaceAll("<figure>.*?</figure>", "");
    }

    /** The editor learns only a moment later where the browser has put its cursor, and looks once more after it got the focus. */
    private static void settle(Page page) {
        page.evaluate("() => new Promise((done) => setTimeout(done, 30))");
    }

    private static Page open() {
        Page page = CHROMIUM.as("finance-staff");
        page.navigate("/desk/new");
        page.locator(BODY).waitFor();
        return page;
    }

    private static List<String> reopened(Page page, List<String> bodies) {
        return ((List<?>) page.evaluate(REOPENED, bodies))
                .stream().map(String.class::cast).toList();
    }

    /** The element where it may stand. */
    private static String sample(String name) {
        String href = name.equals("a") ? " href=\"/\"" : "";
        String element = "<" + name + href + ">ก</" + name + ">";
        return switch (name) {
            case "li" -> "<ul>" + element + "</ul>";
            case "dt", "dd" -> "<dl>" + element + "</dl>";
            case "caption" -> "<table>" + element + "<tbody><tr><td>ข</td></tr></tbody></table>";
            case "thead" -> "<table><thead><tr><th>ก</th></tr></thead><tbody><tr><td>ข</td></tr></tbody></table>";
            case "tfoot" -> "<table><tbody><tr><td>ข</td></tr></tbody><tfoot><tr><td>ก</td></tr></tfoot></table>";
            case "table", "tbody", "tr" -> "<table><tbody><tr><td>ก</td></tr></tbody></table>";
            case "td", "th" -> "<table><tbody><tr>" + element + "<td>ข</td></tr></tbody></table>";
            default -> "<p>ข</p>" + element;
        };
    }

    private static String blocks(Random random, int depth) {
        StringBuilder html = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            html.append(block(BLOCKS.get(random.nextInt(BLOCKS.size())), random, depth));
        }
        return html.toString();
    }

    private static String block(String name, Random random, int depth) {
        String within =
                switch (name) {
                    case "p", "h2", "h3", "h4", "pre" -> words(random, 2);
                    case "hr" -> "";
                    case "ul", "ol" -> several(random, depth, "li");
                    case "dl" -> several(random, depth, "dt") + several(random, depth, "dd");
                    case "table" -> table(random, depth);
                    default -> filled(random, depth);
                };
        String start = name.equals("ol") && random.nextBoolean() ? " start=\"4\"" : "";
        return "<" + name + start + ">" + within + (name.equals("hr") ? "" : "</" + name + ">");
    }

    private static String several(Random random, int depth, String name) {
        StringBuilder html = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            html.append("<%s>%s</%s>".formatted(name, filled(random, depth), name));
        }
        return html.toString();
    }

    private static String filled(Random random, int depth) {
        return words(random, 2) + (depth > 0 && random.nextBoolean() ? blocks(random, depth - 1) : "");
    }

    private static String table(Random random, int depth) {
        String head = "<tr><th scope=\"col\">%s</th><th colspan=\"2\">%s</th></tr>"
                .formatted(filled(random, depth - 2), words(random, 1));
        String body =
                "<tr><td rowspan=\"2\">%s</td><td>%s</td><td>%s</td></tr><tr><th scope=\"row\">ก</th><td></td></tr>"
                        .formatted(filled(random, depth - 1), words(random, 1), words(random, 1));
        return (random.nextBoolean() ? "<caption>" + words(random, 1) + "</caption>" : "")
                + (random.nextBoolean() ? "<thead>" + head + "</thead>" : "")
                + "<tbody>" + body + "</tbody>"
                + (random.nextBoolean()
                        ? "<tfoot><tr><td colspan=\"3\">" + words(random, 1) + "</td></tr></tfoot>"
                        : "");
    }

    private static String words(Random random, int depth) {
        String word = "คำ" + random.nextInt(1000);
        String mark = MARKS.get(random.nextInt(MARKS.size()));
        String within = depth > 0 ? words(random, depth - 1) : "ใน" + random.nextInt(1000);
        return switch (mark) {
            case "br" -> word + "<br>" + within;
            case "a" -> word + " <a href=\"https://a.go.th/" + random.nextInt(9) + "\" title=\"ชื่อ\">"
                    + within.replaceAll("</?a[^>]*>", "") + "</a>";
            default -> word + " <" + mark + ">" + within + "</" + mark + ">ท้าย";
        };
    }

    /** Each piece of text with all that is said of it: the blocks around it in their order, and its marks. */
    private static List<String> told(String html) {
        List<String> told = new ArrayList<>();
        Jsoup.parseBodyFragment(html).body().nodeStream().forEach(node -> {
            if (node instanceof TextNode text && !text.isBlank() || node instanceof Element one && one.is("hr, br")) {
                List<String> blocks = new ArrayList<>();
                Set<String> marks = new TreeSet<>();
                for (Element around = (Element) node.parent(); around != null; around = around.parent()) {
                    String name = OTHER_NAMES.getOrDefault(around.normalName(), around.normalName());
                    String one = name + around.attributes().html().replace(" rel=\"noopener nofollow\"", "");
                    if (MARKS.contains(name)) {
                        marks.add(one);
                    } else if (!UNTOLD.contains(name)) {
                        blocks.add(0, one);
                    }
                }
                String said = blocks + " " + marks;
                String words =
                        node instanceof TextNode text ? text.text().replace(" ", "") : "<" + node.nodeName() + ">";
                int last = told.size() - 1;
                // Two marks of one kind, one in the other, are one.
                if (last > 0 && told.get(last - 1).equals(said)) {
                    told.set(last, told.get(last) + words);
                } else {
                    told.addAll(List.of(said, words));
                }
            }
        });
        return told;
    }
}
