package prakat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Cockpit and Admin need to look and to manage accounts is let through: no page of theirs meets a refusal. */
@BrowserTest
class AdministratorTest {

    @RegisterExtension
    static final InChromium CHROMIUM = new InChromium();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cockpit/default/#/processes",
                "cockpit/default/#/tasks",
                "admin/default/#/users/finance-staff?tab=groups",
                "admin/default/#/groups/finance?tab=users",
                "admin/default/#/authorization?resource=0",
                "tasklist/default/#/"
            })
    void aPageOfTheWebappsIsWhole(String address) {
        Page page = CHROMIUM.as("admin");
        page.navigate("/camunda/app/" + address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".alert-danger:visible").allInnerTexts()).isEmpty();
    }
}
