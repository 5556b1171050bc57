package prakat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Somebody who calls the running program over HTTP: by Basic, with a browser's session, or as one of the public. */
public final class Caller {

    public static final String PASSWORD = "prakat-demo";

    /** One for all of them, so that connections stay open from call to call. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpClient http;
    private final URI program;
    private final String account;
    private final CookieManager cookies = new CookieManager();

    private Caller(HttpClient http, URI program, String account) {
        this.http = http;
        this.program = program;
        this.account = account;
    }

    public static Caller basic(URI program, String account) {
        return new Caller(HTTP, program, account);
    }

    public static Caller anonymous(URI program) {
        return anonymous(HTTP, program);
    }

    /** By another client, as one that trusts the certificate of what stands in front. */
    static Caller anonymous(HttpClient http, URI program) {
        return new Caller(http, program, null);
    }

    /** Signs in at the page, as a browser does. */
    public static Caller session(URI program, String account) {
        return session(HTTP, program, account);
    }

    static Caller session(HttpClient http, URI program, String account) {
        Caller browser = new Caller(http, program, null);
        browser.get("/login");
        Answer answer = browser.send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=%s&password=%s&_csrf=%s"
                                .formatted(account, PASSWORD, encoded(browser.cookie("PRAKAT-CSRF"))))),
                "/login");
        if (answer.status() != 302 || answer.header("Location").orElse("").contains("error")) {
            throw new IllegalStateException("sign-in failed: " + answer);
        }
        // For its new token; a page that costs little.
        browser.get("/desk/help");
        return browser;
    }

    /** The same browser, with its cookies, at another node, or at a program that was started anew. */
    public Caller at(URI other) {
        Caller there = new Caller(http, other, account);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> there.cookies.getCookieStore().add(other, cookie));
        return there;
    }

    /** The value of a cookie that the program has set; "" where it has not. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    public Answer get(String path, String... headers) {
        return send(HttpRequest.newBuilder().GET().headers(headers), path);
    }

    Answer head(String path) {
        return send(HttpRequest.newBuilder().method("HEAD", BodyPublishers.noBody()), path);
    }

    public Answer delete(String path) {
        return send(HttpRequest.newBuilder().DELETE(), path);
    }

    public Answer put(String path, String json, String... headers) {
        return sendJson(HttpRequest.newBuilder().PUT(BodyPublishers.ofString(json)), path, headers);
    }

    public Answer post(String path, String json, String... headers) {
        return sendJson(HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)), path, headers);
    }

    private Answer sendJson(HttpRequest.Builder json, String path, String... headers) {
        json.header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            json.header(headers[i], headers[i + 1]);
        }
        return send(json, path);
    }

    /** Sends a page's form, as a browser does, with the session's CSRF token. */
    public Answer form(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder("_csrf=" + encoded(cookie("PRAKAT-CSRF")));
        fields.forEach(
                (name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString())),
                path);
    }

    /** Multipart: part {@code request} and parts {@code attachments}, by name. */
    public Answer post(String path, String json, Map<String, byte[]> files, String... headers) {
        String boundary = "prakat-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"request\"\r\n");
        write(body, "Content-Type: application/json\r\n\r\n" + json + "\r\n");
        files.forEach((name, content) -> {
            write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"");
            write(body, name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.writeBytes(content);
            write(body, "\r\n");
        });
        write(body, "--" + boundary + "--\r\n");
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request, path);
    }

    /** A page's form with its fields, and its file field {@code file}, with the token that the browser has. */
    public Answer postForm(String path, Map<String, String> fields, Map<String, byte[]> files) {
        return postForm(path, fields, "file", files);
    }

    /** The same with a file field of that name. */
    public Answer postForm(String path, Map<String, String> fields, String fileField, Map<String, byte[]> files) {
        String boundary = "prakat-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n"));
        files.forEach((name, content) -> {
            write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fileField);
            write(body, "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.writeBytes(content);
            write(body, "\r\n");
        });
        write(body, "--" + boundary + "--\r\n");
        return send(
                HttpRequest.newBuilder()
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("X-PRAKAT-CSRF", cookie("PRAKAT-CSRF")),
                path);
    }

    private Answer send(HttpRequest.Builder request, String path) {
        if (account != null) {
            String credentials = account + ":" + PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        URI address = program.resolve(path);
        try {
            cookies.get(address, Map.of())
                    .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
            HttpResponse<byte[]> response = http.send(request.uri(address).build(), BodyHandlers.ofByteArray());
            cookies.put(address, response.headers().map());
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
