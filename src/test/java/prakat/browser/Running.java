package prakat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.util.FileSystemUtils;
import prakat.Caller;
import prakat.Program;

/** The program and the browser that looks at it. */
final class Running implements CloseableResource {

    private static final double LONGEST_WAIT = 20_000;

    /** The cookie with the language that somebody chose. */
    private static final String LANGUAGE = "lang";

    private final Path directory;
    private final Program program;
    private final URI address;
    private final Playwright playwright;
    private final Browser browser;
    private final Map<String, BrowserContext> contexts = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private Running(Path directory, Program program, URI address, Playwright playwright, Browser browser) {
        this.directory = directory;
        this.program = program;
        this.address = address;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Running start(Path chromium) {
        try {
            PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT);
            Path directory = Files.createTempDirectory("prakat-browser");
            Program program = Program.start(directory, "demo", Map.of());
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
            return new Running(directory, program, program.up(), playwright, browser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI program() {
        return address;
    }

    Page anybody() {
        BrowserContext context = contexts.computeIfAbsent("", one -> context(true));
        context.clearCookies();
        return context.newPage();
    }

    Page withoutScripts() {
        return contexts.computeIfAbsent("without scripts", one -> context(false))
                .newPage();
    }

    Page as(String account) {
        BrowserContext context = contexts.computeIfAbsent(account, this::signedIn);
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(LANGUAGE));
        return context.newPage();
    }

    /** What came up since the last call. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /** Each open page's address and text. */
    String shown() {
        return contexts.values().stream()
                .flatMap(context -> context.pages().stream())
                .map(page -> page.url() + "\n" + page.innerText("body"))
                .collect(Collectors.joining("\n\n"));
    }

    void forget(String words) {
        complaints.removeIf(complaint -> complaint.contains(words));
    }

    /** What was typed and not sent goes with them; the accounts' sessions stay. */
    void closePages() {
        contexts.values().forEach(context -> List.copyOf(context.pages()).forEach(Page::close));
    }

    private BrowserContext signedIn(String account) {
        BrowserContext context = context(true);
        APIRequestContext requests = context.request();
        requests.get("/login");
        String token = context.cookies().stream()
                .filter(cookie -> cookie.name.equals("PRAKAT-CSRF"))
                .findFirst()
                .orElseThrow()
                .value;
        FormData form = FormData.create()
                .set("username", account)
                .set("password", Caller.PASSWORD)
                .set("_csrf", token);
        APIResponse answer = requests.post("/login", RequestOptions.create().setForm(form));
        assertThat(answer.url()).isEqualTo(address + "/desk");
        return context;
    }

    private BrowserContext context(boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setJavaScriptEnabled(scripts)
                .setLocale("th-TH")
                .setTimezoneId("Asia/Bangkok")
                .setViewportSize(1400, 1000));
        context.setDefaultTimeout(LONGEST_WAIT);
        context.onConsoleMessage(this::listen);
        context.onWebError(error -> complaints.add(error.page().url() + ": " + error.error()));
        context.onRequest(request -> {
            // What else there is (data:, blob:, the browser's own PDF viewer) goes over no network.
            if (request.url().startsWith("http") && !request.url().startsWith(address + "/")) {
                complaints.add("asks another host: " + request.url());
            }
        });
        return context;
    }

    private void listen(ConsoleMessage message) {
        // That the page itself was refused is its status, which tests look at.
        boolean ofThePageItself = message.text().startsWith("Failed to load resource")
                && message.page() != null
                && message.location().startsWith(message.page().url() + ":");
        if (message.type().equals("error") && !ofThePageItself) {
            complaints.add(message.location() + ": " + message.text());
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        program.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
