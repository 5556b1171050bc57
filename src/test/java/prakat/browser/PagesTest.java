package prakat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prakat.browser.Screens.Screen;
import prakat.input.Days;

/** Everybody can use each page, on a desk's screen and on a phone's. */
@BrowserTest
class PagesTest {

    @RegisterExtension
    static final InChromium CHROMIUM = new InChromium();

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String FORM = ".prakat";
    private static final int[] WIDTHS = {1400, 390};

    /** In pixels. A chart is drawn anew a moment after its page has become narrower. */
    private static final String TOO_WIDE =
            """
            async one => {
              const tooWide = () => one.scrollWidth - one.clientWidth;
              if (tooWide() > 0) await new Promise(done => setTimeout(done, 500));
              return tooWide();
            }""";

    private static final Set<String> FRAGMENTS = Set.of(
            "layout.html",
            "parts.html",
            "desk/day.html",
            "desk/content.html",
            "desk/decision.html",
            "desk/record.html",
            "desk/screening.html",
            "mail/message.txt");

    /** Where to keep a picture of each page at each width, for people to look at; null to keep none. */
    private static final Path PICTURES = Optional.ofNullable(System.getProperty("prakat.pictures"))
            .map(Path::of)
            .orElse(null);

    private static List<Screen> screens;

    @BeforeAll
    static void makeWhatTheyShow() {
        screens = Screens.of(CHROMIUM.program());
    }

    static Stream<Screen> screens() {
        return screens.stream();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void aPageFitsAndKeepsNobodyOut(Screen screen) {
        Page opened = screen.account() == null ? CHROMIUM.anybody() : CHROMIUM.as(screen.account());
        assertThat(opened.navigate(screen.address()).status()).isEqualTo(screen.status());
        Page page = screen.act().apply(opened);
        page.waitForLoadState(LoadState.LOAD);
        boolean inTasklist = page.locator(FORM).count() > 0;
        if (isTheFullestOfItsTemplate(screen)) {
            AxeRunOptions violations = new AxeRunOptions();
            violations.setResultTypes(List.of("violations"));
            AxeBuilder axe =
                    new AxeBuilder(page).options(violations).withTags(RULES).setLegacyMode(true);
            assertThat((inTasklist ? axe.include(FORM) : axe)
                            .analyze().getViolations().stream().map(PagesTest::words))
                    .as("what axe finds")
                    .isEmpty();
        }
        for (int width : WIDTHS) {
            page.setViewportSize(width, 1000);
            assertThat((Integer) page.locator(inTasklist ? FORM : ":root").evaluate(TOO_WIDE))
                    .as("pixels that a page of " + width + " is too wide")
                    .isNotPositive();
            keepPicture(page, screen, width);
        }
    }

    @Test
    void aDayIsChosenFromTheCalendarByKeysAlone() {
        Page page = CHROMIUM.as("admin");
        page.navigate("/desk/holidays");
        Locator day = page.locator("[data-day]").first();
        LocalDate nextWeek = LocalDate.now(ZoneId.of("Asia/Bangkok")).plusWeeks(1);
        day.locator("~ button").press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(day.inputValue()).isEqualTo(Days.typed(nextWeek));
        assertThat(page.locator("#" + day.getAttribute("data-hint")).innerText())
                .contains(String.valueOf(nextWeek.getYear() + 543));
    }

    private static boolean isTheFullestOfItsTemplate(Screen screen) {
        return screens.stream()
                .filter(other -> other.template().equals(screen.template()))
                .findFirst()
                .orElseThrow()
                .equals(screen);
    }

    private static void keepPicture(Page page, Screen screen, int width) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(
                            screen.toString().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-") + "-" + width + ".png")));
        }
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }

    @Test
    void noPageIsForgotten() throws IOException {
        Path templates = Path.of("src/main/resources/templates");
        Set<String> pages;
        try (Stream<Path> files = Files.walk(templates)) {
            pages = files.filter(Files::isRegularFile)
                    .map(file -> templates.relativize(file).toString())
                    .collect(Collectors.toCollection(HashSet::new));
        }
        pages.removeAll(FRAGMENTS);
        assertThat(screens.stream().map(Screen::template)).containsAll(pages);
    }
}
