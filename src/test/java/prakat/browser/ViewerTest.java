package prakat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import prakat.Attached;
import prakat.Given;

/** A file is read where it is decided on. */
@BrowserTest
class ViewerTest {

    @RegisterExtension
    static final InChromium CHROMIUM = new InChromium();

    @Test
    void aFindingLeadsToItsPageWhichIsDrawnOnlyThen() {
        JsonNode request = new Given(CHROMIUM.program())
                .submit(
                        "finance-staff",
                        Given.submission("รายชื่อผู้มีสิทธิ์สอบ"),
                        Map.of(
                                "names.pdf",
                                Attached.pdf(List.of("The first page", "2", "3", "4", "Passport No. AA1234567"))));
        Page page = CHROMIUM.as("finance-director");
        page.navigate("/desk/requests/" + request.get("id").asText() + "/decide");
        Locator pages = page.locator(".viewer-page");

        page.locator(".viewer").scrollIntoViewIfNeeded();
        assertThat(pages.first().locator("canvas")).isVisible();
        assertThat(pages.first()).containsText("The first page");
        assertThat(pages.last().locator("canvas")).hasCount(0);

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("names.pdf หน้า 5"))
                .first()
                .click();
        assertThat(pages.last().locator("canvas")).isVisible();
        assertThat(page.locator(".viewer-box")).isFocused();
        assertThat(page.locator(".viewer input")).hasValue("5");
    }
}
