package prakat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import prakat.Attached;
import prakat.Caller;
import prakat.Given;

/** The README's five minutes by clicking, as five accounts, in Thai. */
@BrowserTest
class StoryTest {

    @RegisterExtension
    static final InChromium CHROMIUM = new InChromium();

    private static final Pattern NUMBER = Pattern.compile("\\d{4}-\\d{5}");
    private static final String TITLE = "กรอบแนวทางการเผยแพร่ข้อมูลข่าวสาร สพป.เชียงใหม่ เขต 3";
    private static final String REVISED_TITLE = TITLE + " พร้อมแบบฟอร์ม";
    private static final String SUMMARY = "ขั้นตอนการเสนอ รับรอง และเผยแพร่ข้อมูลบนเว็บไซต์";
    private static final List<String> BODY = List.of(
            "เริ่มจากเจ้าหน้าที่ผู้ประสงค์จะเผยแพร่ข้อมูลผ่านเว็บไซต์ นำเรื่องที่จะเผยแพร่เสนอต่อผู้อำนวยการกลุ่มของตนเอง",
            "ผู้อำนวยการกลุ่มตรวจสอบว่าข้อมูลถูกต้อง ครบถ้วนสมบูรณ์ หากเห็นชอบจะรับรองข้อมูลเพื่อนำไปเผยแพร่ต่อไป",
            "เจ้าหน้าที่ดูแลเว็บไซต์กลั่นกรองความถูกต้อง ครบถ้วน และความเป็นปัจจุบันของข้อมูลอีกรอบหนึ่ง");
    private static final String ADDED = "เมื่อครบระยะเวลาการเผยแพร่ เจ้าหน้าที่ดูแลเว็บไซต์นำข้อมูลออกจากเว็บไซต์";
    private static final byte[] PDF = Attached.pdf();
    private static final String WHY = "ยังไม่ได้ระบุการนำข้อมูลออกเมื่อครบระยะเวลา";

    @Test
    void aMatterIsProposedReturnedRevisedPublishedAndWithdrawn() {
        String number = propose();
        new Given(CHROMIUM.program()).submitted("ประกาศที่ตรวจต่อจากเรื่องก่อน");
        certify(number, TITLE, false);
        refuse(number);
        revise(number);
        certify(number, REVISED_TITLE, true);
        permit(number);
        byThePublicItIsRead(number);
        inCockpitItIsFound(number);
        withdraw(number);
        Page page = CHROMIUM.anybody();
        assertThat(page.navigate("/news/" + number).status()).isEqualTo(410);
        assertThat(heading(page, "ข้อมูลนี้ไม่ได้เผยแพร่แล้ว")).isVisible();
        assertThat(page.getByText("กรอบแนวทางฉบับใหม่จะเผยแพร่เร็ว ๆ นี้")).isVisible();
    }

    @Test
    void aDirectorDecidesInABrowserThatRunsNoScripts() {
        String id = new Given(CHROMIUM.program())
                .submitted("ประกาศที่รับรองโดยไม่มีสคริปต์")
                .get("id")
                .asText();
        Page page = CHROMIUM.withoutScripts();
        page.navigate("/desk/requests/" + id + "/decide");
        page.getByLabel("ชื่อบัญชี").fill("finance-director");
        page.getByLabel("รหัสผ่าน").fill(Caller.PASSWORD);
        button(page, "เข้าสู่ระบบ").click();

        assertThat(button(page, "ตรวจแล้วผ่านทุกข้อ")).isHidden();
        mark(page, "ถูกต้อง", "ผ่าน");
        mark(page, "ครบถ้วน", "ไม่ผ่าน");
        button(page, "ส่งกลับแก้ไข").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("กรุณาชี้แจงเหตุผลของข้อ “ครบถ้วน”");
        page.locator("#completeRemark").fill(WHY);
        button(page, "ส่งกลับแก้ไข").click();

        Locator said = page.getByRole(AriaRole.STATUS).filter(new FilterOptions().setHasText("ส่งกลับแก้ไข"));
        said.getByRole(AriaRole.LINK).click();
        assertThat(page.locator(".standing").first()).containsText("ส่งกลับ");
    }

    @Test
    void whatSomebodyTypesOutlivesSessionTokenAndConnection() {
        Page page = CHROMIUM.anybody();
        page.navigate("/desk/new");
        page.getByLabel("ชื่อบัญชี").fill("finance-staff-2");
        page.getByLabel("รหัสผ่าน").fill(Caller.PASSWORD);
        button(page, "เข้าสู่ระบบ").click();
        title(page).fill("พิมพ์ก่อนหมดเวลา");
        page.getByLabel("สรุปโดยย่อ").fill(SUMMARY);
        type(page, BODY);
        page.getByLabel("ประเภทข้อมูล", new GetByLabelOptions().setExact(true)).selectOption("ข่าวประชาสัมพันธ์");
        page.context().clearCookies(new ClearCookiesOptions().setName("PRAKATSESSION"));

        button(page, "เสนอต่อผู้อำนวยการกลุ่ม").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("รหัสผ่าน").fill("wrong-password");
        dialog.getByRole(AriaRole.BUTTON).first().click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("รหัสผ่านไม่ถูกต้อง");
        dialog.getByLabel("รหัสผ่าน").fill(Caller.PASSWORD);
        dialog.getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new FilterOptions().setHasText("เสนอคำขอเลขที่")))
                .isVisible();
        assertThat(heading(page, "พิมพ์ก่อนหมดเวลา")).isVisible();

        page.navigate("/desk/new");
        page.context().clearCookies(new ClearCookiesOptions().setName("PRAKAT-CSRF"));
        title(page).fill("พิมพ์เมื่อไม่มีโทเคน");
        assertThat(page.locator("#draft-state")).containsText("บันทึกร่างแล้วเมื่อ");
        assertThat(page.locator("#draft-trouble")).isHidden();

        page.context().setOffline(true);
        title(page).fill("พิมพ์เมื่อไม่มีสัญญาณ");
        assertThat(page.locator("#draft-trouble")).isVisible();
        page.onDialog(Dialog::accept);
        page.context().setOffline(false);
        page.reload();
        assertThat(title(page)).hasValue("พิมพ์เมื่อไม่มีโทเคน");
        button(page, "นำกลับมา").click();
        assertThat(title(page)).hasValue("พิมพ์เมื่อไม่มีสัญญาณ");
        assertThat(page.locator("#draft-state")).containsText("บันทึกร่างแล้วเมื่อ");
        page.reload();
        assertThat(title(page)).hasValue("พิมพ์เมื่อไม่มีสัญญาณ");
        assertThat(page.locator("#unsent")).isHidden();

        List<Route> slow = new ArrayList<>();
        page.route("**/assets/faults*.js", slow::add);
        button(page, "เสนอต่อผู้อำนวยการกลุ่ม").click();
        Locator fault = page.locator("#wrong-summary, #wrong a[href='#summary'], #wrong a[href='#category']");
        assertThat(fault).hasCount(3);
        page.getByLabel("สรุปโดยย่อ").fill(SUMMARY);
        page.getByLabel("ประเภทข้อมูล", new GetByLabelOptions().setExact(true)).selectOption("ข่าวประชาสัมพันธ์");
        slow.forEach(Route::resume);
        assertThat(fault).hasCount(0);
        page.unroute("**/assets/faults*.js");

        page.context().setOffline(true);
        title(page).fill("ไม่ทิ้งไว้ให้คนต่อไป");
        assertThat(page.locator("#draft-trouble")).isVisible();
        page.context().setOffline(false);
        button(page, "ออกจากระบบ").click();
        assertThat(page.getByText("ออกจากระบบเรียบร้อยแล้ว")).isVisible();
        // The page's script runs once all of it is there.
        page.waitForFunction("() => !Object.keys(localStorage).some(key => key.includes('unsent'))");
        CHROMIUM.broughtAbout("Failed to load resource");
    }

    private static Locator title(Page page) {
        return page.getByLabel("หัวข้อ", new GetByLabelOptions().setExact(true));
    }

    private static void mark(Page page, String criterion, String mark) {
        page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName(criterion))
                .getByLabel(mark, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    private String propose() {
        Page page = CHROMIUM.anybody();
        page.navigate("/desk");
        page.getByLabel("ชื่อบัญชี").fill("finance-staff");
        page.getByLabel("รหัสผ่าน").fill(Caller.PASSWORD);
        button(page, "เข้าสู่ระบบ").click();
        link(page, "เสนอข้อมูลใหม่").click();
        assertThat(heading(page, "เสนอข้อมูลเพื่อเผยแพร่")).isVisible();
        page.getByLabel("หัวข้อ", new GetByLabelOptions().setExact(true)).fill(TITLE);
        page.getByLabel("สรุปโดยย่อ").fill(SUMMARY);
        type(page, BODY);
        page.getByLabel("ประเภทข้อมูล", new GetByLabelOptions().setExact(true)).selectOption("กฎหมาย ระเบียบ คู่มือ");
        page.getByLabel("เลือกไฟล์ (เลือกพร้อมกันหลายไฟล์ได้)").setInputFiles(new FilePayload[] {
            new FilePayload("กรอบแนวทาง.pdf", "application/pdf", PDF),
            new FilePayload("แผนผังขั้นตอน.png", "image/png", Attached.picture())
        });
        assertThat(page.getByText("แนบไฟล์ แผนผังขั้นตอน.png แล้ว")).isAttached();
        button(page, "เสนอต่อผู้อำนวยการกลุ่ม").click();
        Locator said = page.getByRole(AriaRole.STATUS).filter(new FilterOptions().setHasText("เสนอคำขอเลขที่"));
        assertThat(said).containsText("ขณะนี้อยู่กับ");
        assertThat(page.locator(".standing")).containsText("รอรับรอง");
        Matcher number = NUMBER.matcher(said.textContent());
        assertThat(number.find()).isTrue();
        // Files that were attached a moment ago may still be read.
        await().until(() -> {
            page.reload();
            return page.locator(".standing").textContent().contains("ผู้อำนวยการกลุ่มบริหารงานการเงินและสินทรัพย์");
        });
        return number.group();
    }

    /** Into the editor, as by keyboard, behind what is there. */
    private static void type(Page page, List<String> paragraphs) {
        // Not by its label, which was the plain field's until the editor took its place.
        Locator editor = page.locator(".editor .body");
        editor.click();
        page.keyboard().press("Control+End");
        // The editor hears of it a moment later; nobody's next key is as fast as this one.
        page.evaluate("() => new Promise(heard => requestAnimationFrame(() => requestAnimationFrame(heard)))");
        for (String paragraph : paragraphs) {
            if (!editor.innerText().isBlank()) {
                page.keyboard().press("Enter");
            }
            page.keyboard().insertText(paragraph);
        }
        paragraphs.forEach(paragraph -> assertThat(editor).containsText(paragraph));
    }

    private void certify(String number, String title, boolean again) {
        Page page = tasks("finance-director", number);
        assertThat(heading(page, "การรับรองข้อมูล")).isVisible();
        assertThat(page.locator(".prakat h1")).hasText(title);
        assertThat(page.locator(".prakat .attached")).hasCount(2);
        assertThat(page.locator(".prakat .changes")).hasCount(again ? 1 : 0);
        if (again) {
            assertThat(page.getByText("สิ่งที่เปลี่ยน จากรอบที่ 1 เป็นรอบที่ 2"))
                    .isVisible();
            assertThat(page.locator(".prakat .changes ins").filter(new FilterOptions().setHasText("พร้อมแบบฟอร์ม")))
                    .isVisible();
            assertThat(page.locator(".prakat .remarks").first()).containsText(WHY);
        }
        button(page, "ตรวจแล้วผ่านทุกข้อ").click();
        button(page, "รับรอง").click();
        assertThat(page.getByText("บันทึกผลแล้ว: รับรอง")).isVisible();
        assertThat((Integer) page.evaluate("clicks"))
                .as("clicks from the task list to a recorded certification")
                .isLessThanOrEqualTo(3);
        assertThat(page.locator(".prakat .decided-on").filter(new FilterOptions().setHasNotText(number)))
                .isVisible();
    }

    private void refuse(String number) {
        Page page = tasks("web-officer", number);
        assertThat(heading(page, "การกลั่นกรองข้อมูล")).isVisible();
        link(page, "ประวัติ").click();
        assertThat(page.locator(".record > li")).hasCount(3);
        page.setViewportSize(390, 844);
        link(page, "แบบฟอร์ม").click();
        assertThat(button(page, "ไม่อนุญาต")).isInViewport();
        button(page, "ไม่อนุญาต").click();
        button(page, "ตรวจแล้วผ่านทุกข้อ").click();
        mark(page, "ครบถ้วน", "ไม่ผ่าน");
        button(page, "ไม่อนุญาต").click();
        assertThat(page.locator(".prakat [role=alert]")).containsText("กรุณาชี้แจงเหตุผลของข้อ “ครบถ้วน”");
        page.locator("#completeRemark").fill(WHY);
        button(page, "ไม่อนุญาต").click();
        assertThat(page.getByText("บันทึกผลแล้ว: ไม่อนุญาต")).isVisible();
    }

    private void revise(String number) {
        Page page = CHROMIUM.as("finance-staff");
        page.navigate("/desk");
        link(page, "แก้ไขแล้วเสนอใหม่ " + number).click();
        assertThat(heading(page, "แก้ไขแล้วเสนอใหม่")).isVisible();
        Locator returned = page.getByRole(AriaRole.COMPLEMENTARY, new GetByRoleOptions().setName("เหตุผลที่ส่งกลับ"));
        assertThat(returned).containsText("ไม่ครบถ้วน");
        assertThat(returned).containsText(WHY);
        page.getByLabel("หัวข้อ", new GetByLabelOptions().setExact(true)).fill(REVISED_TITLE);
        type(page, List.of(ADDED));
        button(page, "เสนอใหม่ต่อผู้อำนวยการกลุ่ม").click();

        Locator comparison = page.getByRole(
                AriaRole.REGION, new GetByRoleOptions().setName("สิ่งที่เปลี่ยน จากรอบที่ 1 เป็นรอบที่ 2"));
        assertThat(comparison).containsText("เหตุผลที่ส่งกลับรอบที่ 1");
        assertThat(comparison).containsText(WHY);
        assertThat(comparison.locator("ins").filter(new FilterOptions().setHasText("พร้อมแบบฟอร์ม")))
                .isVisible();
        assertThat(comparison.locator("ins").filter(new FilterOptions().setHasText("นำข้อมูลออกจากเว็บไซต์")))
                .isVisible();
        assertThat(comparison).containsText("ไม่เปลี่ยน:");
        assertThat(comparison.locator("dl del").allTextContents()).isEmpty();
        assertThat(page.locator(".standing")).containsText("รอรับรอง");
    }

    private void permit(String number) {
        Page page = tasks("web-officer", number);
        button(page, "ตรวจแล้วผ่านทุกข้อ").click();
        button(page, "อนุญาตให้เผยแพร่").click();
        assertThat(page.getByText("บันทึกผลแล้ว: อนุญาตให้เผยแพร่")).isVisible();
    }

    private void byThePublicItIsRead(String number) {
        Page page = CHROMIUM.anybody();
        page.navigate("/");
        assertThat(heading(page, "ข้อมูลข่าวสารที่เผยแพร่")).isVisible();
        link(page, REVISED_TITLE).click();
        assertThat(page).hasURL(CHROMIUM.program() + "/news/" + number);
        assertThat(heading(page, REVISED_TITLE)).isVisible();
        BODY.forEach(paragraph -> assertThat(page.getByText(paragraph)).isVisible());
        assertThat(page.getByText(ADDED)).isVisible();
        assertThat(page.getByText("ข้อมูลนี้เผยแพร่ถึง")).isVisible();
        assertThat(heading(page, "เอกสารแนบ (1)")).isVisible();
        Locator picture = page.getByRole(AriaRole.IMG, new GetByRoleOptions().setName("แผนผังขั้นตอน"));
        picture.scrollIntoViewIfNeeded();
        page.waitForFunction("picture => picture.naturalWidth > 0", picture.elementHandle());
        String pdf = link(page, "กรอบแนวทาง.pdf").getAttribute("href");
        assertThat(page.request().get(pdf).body()).isEqualTo(PDF);
    }

    private void inCockpitItIsFound(String number) {
        Page page = CHROMIUM.as("admin");
        page.navigate("/desk?of=all");
        page.getByLabel("คำค้นหรือเลขที่").fill(number);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("ค้นหา")).click();
        link(page, REVISED_TITLE).click();
        link(page, "ดูใน Cockpit").click();
        assertThat(page.locator("[data-element-id=onWebsite] .djs-visual").first())
                .isVisible();
        assertThat(page.getByText(number).first()).isVisible();
    }

    private void withdraw(String number) {
        Page page = CHROMIUM.as("web-officer");
        page.navigate("/desk?of=all");
        link(page, REVISED_TITLE).click();
        link(page, "ถอนออกจากเว็บไซต์").click();
        assertThat(heading(page, "ถอนคำขอเลขที่ " + number + " ออกจากเว็บไซต์")).isVisible();
        page.getByLabel("เหตุผลที่ถอน").fill("มีกรอบแนวทางฉบับใหม่แล้ว");
        page.getByLabel("ประกาศแจ้งผู้อ่าน (ไม่บังคับ)").fill("กรอบแนวทางฉบับใหม่จะเผยแพร่เร็ว ๆ นี้");
        button(page, "ถอนออกจากเว็บไซต์").click();
        assertThat(page.locator(".standing")).containsText("ถอนก่อนกำหนด");
    }

    /** Tasklist with that task opened from the list, the first of the page's clicks that are counted. */
    private static Page tasks(String account, String number) {
        Page page = CHROMIUM.as(account);
        page.navigate("/desk");
        link(page, "งานของท่าน (Tasklist)").click();
        page.getByLabel("ค้นหาเรื่อง กลุ่ม หรือเลขที่").fill(number);
        Locator task = page.locator(".tasks-list li.task");
        assertThat(task).hasCount(1);
        assertThat(task).containsText(number);
        page.evaluate("window.clicks = 0; addEventListener('pointerdown', () => { window.clicks += 1; }, true)");
        task.locator("h4 a").click();
        assertThat(page.locator(".prakat .decided-on")).containsText(number);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true));
    }
}
