package prakat.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import prakat.Given;

/** Every page that people see, in each of its states that looks different. */
final class Screens {

    private static final String STAFF = "finance-staff";

    /**
     * A page to look at.
     *
     * @param template the page's, as in {@code src/main/resources/templates}
     * @param account who looks at it; null for one of the public
     * @param status what its address answers
     * @param act what is done there first; answers the page to look at
     */
    record Screen(String name, String template, String account, String address, int status, UnaryOperator<Page> act) {

        Screen(String name, String template, String account, String address) {
            this(name, template, account, address, 200);
        }

        Screen(String name, String template, String account, String address, int status) {
            this(name, template, account, address, status, page -> page);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Screens() {}

    /** With requests made for them; the fullest of each template comes first. */
    static List<Screen> of(URI program) {
        Given given = new Given(program);
        JsonNode published = given.published("ประกาศผู้ชนะการเสนอราคา จัดซื้อครุภัณฑ์คอมพิวเตอร์");
        JsonNode withdrawn = given.withdrawn("ประกาศราคากลาง จ้างปรับปรุงอาคาร");
        JsonNode submitted = given.submitted("ประกาศประกวดราคาอิเล็กทรอนิกส์");
        JsonNode warned = given.submit(
                STAFF,
                Given.submission("รายชื่อผู้มีสิทธิ์สอบ")
                        .put("summary", "เลขประจำตัวประชาชน 1-2345-67890-12-1 โทร 081-234-5678"));
        JsonNode certified = given.certified("ประกาศแผนการจัดซื้อจัดจ้าง");
        JsonNode returned = given.returned("รายงานผลการจัดซื้อจัดจ้าง");
        JsonNode revised = given.revised("ประกาศเชิญชวนเสนอราคา");
        JsonNode reviewed = given.upForReview("ประกาศหลักเกณฑ์การจัดซื้อจัดจ้าง");
        JsonNode outdated = given.outdated("ประกาศราคากลาง");
        JsonNode update = given.update("ประกาศรายชื่อผู้มีสิทธิ์เสนอราคา");
        JsonNode leftBehind = given.leftBehind("ประกาศผลการพิจารณา");
        JsonNode cancelled = given.submitted("ประกาศที่ยกเลิกในอีกหน้าต่างหนึ่ง");
        String news = "/news/" + published.get("number").asText();
        String checked = "/verify/" + published.get("number").asText();
        String acting = "/desk/acting-directors";
        return List.of(
                new Screen("the list", "list.html", null, "/"),
                new Screen("a search that finds", "list.html", null, "/?q=ครุภัณฑ์"),
                new Screen("a search that finds nothing", "list.html", null, "/?q=ไม่มีคำนี้"),
                new Screen("a category in English", "list.html", null, "/?category=procurement&lang=en"),
                new Screen("a publication", "publication.html", null, news),
                new Screen("a publication in English", "publication.html", null, news + "?lang=en"),
                new Screen("a picture over its publication", "publication.html", null, news, 200, page -> {
                    page.locator(".pictures figure > a").click();
                    page.locator("dialog.lightbox[open] img").waitFor();
                    return page;
                }),
                new Screen("a picture", "picture.html", null, news + "/pictures/" + picture(published)),
                new Screen(
                        "a withdrawn publication",
                        "gone.html",
                        null,
                        "/news/" + withdrawn.get("number").asText(),
                        410),
                new Screen("what is disclosed", "disclosure.html", null, "/disclosure"),
                new Screen("what is disclosed in English", "disclosure.html", null, "/disclosure/2568?lang=en"),
                new Screen("no publication", "problem.html", null, "/news/2560-99999", 404),
                new Screen("a forbidden page", "problem.html", STAFF, "/camunda/app/cockpit/default/", 403),
                new Screen("a wrong code", "verify.html", null, checked + "?code=0123456789abcdef"),
                new Screen("the check of a form", "verify.html", null, "/verify"),
                new Screen("a number without its code", "verify.html", null, checked),
                new Screen("signing in", "login.html", null, "/login"),
                new Screen("a wrong password", "login.html", null, "/login?error"),
                new Screen("the desk of a requester", "desk/list.html", STAFF, "/desk"),
                new Screen("all requests", "desk/list.html", STAFF, "/desk?of=all"),
                new Screen("no such request", "desk/list.html", STAFF, "/desk?q=ไม่มีคำนี้"),
                new Screen("the desk of a web officer", "desk/list.html", "web-officer", "/desk"),
                new Screen("the desk of the administrator", "desk/list.html", "admin", "/desk"),
                new Screen(
                        "a faulty proposal",
                        "desk/submit.html",
                        STAFF,
                        "/desk/new?item=2568/O13",
                        200,
                        Screens::submitNothing),
                new Screen("proposing", "desk/submit.html", STAFF, "/desk/new"),
                new Screen("a preview", "desk/preview.html", STAFF, "/desk/new", 200, Screens::preview),
                new Screen("drafts at the desk", "desk/list.html", STAFF, "/desk?of=all&status=cancelled"),
                new Screen("throwing a draft away", "desk/discard.html", STAFF, "/desk/new", 200, Screens::discard),
                new Screen("revising", "desk/submit.html", STAFF, desk(returned) + "/revise"),
                new Screen("a request with a comparison", "desk/request.html", STAFF, desk(revised)),
                new Screen("a returned request", "desk/request.html", STAFF, desk(returned)),
                new Screen("a published request", "desk/request.html", "web-officer", desk(published)),
                new Screen("cancelling", "desk/cancel.html", STAFF, desk(submitted) + "/cancel"),
                new Screen(
                        "a change that came too late",
                        "desk/conflict.html",
                        STAFF,
                        desk(cancelled) + "/cancel",
                        200,
                        page -> cancelTwice(page, () -> given.cancel(cancelled))),
                new Screen("withdrawing", "desk/withdraw.html", "web-officer", desk(published) + "/withdraw"),
                new Screen("asking for a later end", "desk/extend.html", STAFF, desk(published) + "/extend"),
                new Screen("proposing a newer version", "desk/submit.html", STAFF, desk(published) + "/update"),
                new Screen("a newer version on its way", "desk/request.html", STAFF, desk(update)),
                new Screen(
                        "giving it to another owner",
                        "desk/owner.html",
                        "finance-director",
                        desk(leftBehind) + "/owner"),
                new Screen("who acts for a director", "desk/acting-directors.html", "hr-director", acting),
                new Screen(
                        "ending it", "desk/acting-end.html", "hr-director", acting + "/hr/" + given.acting() + "/end"),
                new Screen("the desk of a deputy director", "desk/list.html", "deputy-director", "/desk"),
                new Screen("the overview", "desk/overview.html", "deputy-director", "/desk/overview"),
                new Screen(
                        "the overview of a group",
                        "desk/overview.html",
                        "finance-director",
                        "/desk/overview?quarter=1"),
                new Screen("the calendar", "desk/calendar.html", "deputy-director", "/desk/overview/calendar"),
                new Screen("the report", "desk/report.html", "web-officer", "/desk/report"),
                new Screen("keeping the holidays", "desk/holidays.html", "admin", "/desk/holidays?year=2570"),
                new Screen("the holidays", "desk/holidays.html", STAFF, "/desk/holidays?year=2570"),
                new Screen("the holidays in English", "desk/holidays.html", STAFF, "/desk/holidays?year=2569&lang=en"),
                new Screen("a year without holidays", "desk/holidays.html", "admin", "/desk/holidays?year=2580"),
                new Screen(
                        "taking a holiday out",
                        "desk/holiday-remove.html",
                        "admin",
                        "/desk/holidays/2027-01-01/remove"),
                new Screen(
                        "what mails are wished", "desk/notifications.html", "deputy-director", "/desk/notifications"),
                new Screen("what could not be sent", "desk/failed-messages.html", "admin", "/desk/failed-messages"),
                new Screen("the backups", "desk/backups.html", "admin", "/desk/backups"),
                new Screen("what is public is screened", "desk/screenings.html", "admin", "/desk/screenings"),
                new Screen("nothing to answer", "desk/findings.html", "web-officer", desk(published) + "/findings"),
                new Screen("what is to be disclosed", "desk/disclosure.html", STAFF, "/desk/disclosure"),
                new Screen("the mails", "desk/mails.html", STAFF, "/desk/mails", 200, Screens::withMails),
                new Screen("a mail", "desk/mail.html", STAFF, "/desk/mails", 200, Screens::mail),
                new Screen("a mail by itself", "mail/message.html", STAFF, "/desk/mails", 200, Screens::mailByItself),
                new Screen("the desk of who is in no group", "desk/no-group.html", given.newcomer(), "/desk", 403),
                new Screen("help", "desk/help.html", STAFF, "/desk/help"),
                help("requester"),
                help("director"),
                help("web-officer"),
                help("administrator"),
                new Screen("the printed form", "desk/form.html", STAFF, desk(published) + "/form"),
                new Screen("the form in Thai digits", "desk/form.html", STAFF, desk(published) + "/form?digits=thai"),
                new Screen("up for review", "desk/request.html", "web-officer", desk(reviewed)),
                new Screen("to be brought up to date", "desk/request.html", STAFF, desk(outdated)),
                task(given, "certifying", revised, "finance-director"),
                task("reviewing", given.review(reviewed, "web-officer"), "web-officer"),
                task(given, "revising", returned, STAFF),
                new Screen("certifying several", "desk/certify.html", "finance-director", "/desk/certify"),
                new Screen("certifying", "desk/decide.html", "finance-director", desk(revised) + "/decide"),
                new Screen(
                        "certifying what has warnings",
                        "desk/decide.html",
                        "finance-director",
                        desk(warned) + "/decide"),
                new Screen(
                        "certifying a newer version", "desk/decide.html", "finance-director", desk(update) + "/decide"),
                new Screen("vetting", "desk/decide.html", "web-officer", desk(certified) + "/decide"),
                new Screen("reviewing", "desk/decide.html", "web-officer", desk(reviewed) + "/decide"),
                new Screen(
                        "a return without its reason",
                        "desk/decide.html",
                        "finance-director",
                        desk(submitted) + "/decide",
                        200,
                        Screens::returnWithoutReason));
    }

    private static String desk(JsonNode request) {
        return "/desk/requests/" + request.get("id").asText();
    }

    private static Screen help(String role) {
        return new Screen("help for a " + role, "desk/help-role.html", STAFF, "/desk/help/" + role);
    }

    private static Screen task(Given given, String name, JsonNode request, String account) {
        return task(name, given.task(request, account), account);
    }

    private static Screen task(String name, String task, String account) {
        String address = "/camunda/app/tasklist/default/#/?task=" + task;
        return new Screen(name + " in Tasklist", "desk/decision.html", account, address, 200, page -> {
            page.locator(".prakat .panel").waitFor();
            return page;
        });
    }

    private static Page cancelTwice(Page page, Runnable elsewhere) {
        page.locator("#reason").fill("ยกเลิกเพราะมีประกาศฉบับใหม่แล้ว");
        elsewhere.run();
        button(page, "ยกเลิกคำขอ");
        page.locator("#typed").waitFor();
        return page;
    }

    private static Page returnWithoutReason(Page page) {
        page.locator("[name=accurate][value=false]").check();
        button(page, "ส่งกลับแก้ไข");
        page.locator("[role=alert]").waitFor();
        return page;
    }

    private static Page submitNothing(Page page) {
        button(page, "เสนอต่อผู้อำนวยการกลุ่ม");
        page.locator("#wrong").waitFor();
        return page;
    }

    /** Mails come some seconds after what they tell of. */
    private static Page withMails(Page page) {
        for (int i = 0; i < 20 && returned(page).count() == 0; i++) {
            page.waitForTimeout(1000);
            page.reload();
        }
        returned(page).first().waitFor();
        return page;
    }

    private static Locator returned(Page page) {
        return page.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("ส่งกลับให้แก้ไข"));
    }

    private static Page mail(Page page) {
        returned(withMails(page)).first().click();
        page.locator("iframe.mail").waitFor();
        return page;
    }

    private static Page mailByItself(Page page) {
        page.navigate(mail(page).locator("iframe.mail").getAttribute("src"));
        return page;
    }

    private static Page preview(Page page) {
        page.locator("#title").fill("ร่างประกาศ");
        page.locator("#summary").fill("สรุปของร่างประกาศ");
        Page other = page.waitForPopup(() -> button(page, "ดูตัวอย่าง"));
        other.locator(".preview-banner").waitFor();
        return other;
    }

    private static Page discard(Page page) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("ทิ้งร่างนี้"))
                .click();
        page.waitForURL("**/discard");
        return page;
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
    }

    /** The number of the picture that it has. */
    private static String picture(JsonNode published) {
        for (JsonNode file : published.get("attachments")) {
            if (file.get("mediaType").asText().startsWith("image/")) {
                return file.get("n").asText();
            }
        }
        throw new IllegalStateException("No picture: " + published);
    }
}
