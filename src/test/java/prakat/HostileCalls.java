package prakat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes up calls that no honest program sends; the same seed makes the same call. */
final class HostileCalls {

    private static final List<String> METHODS = List.of(
            "GET", "GET", "GET", "POST", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "get",
            "X");

    /** Of an address, as they are sent. */
    private static final List<String> ODD = List.of(
            "",
            "%00",
            "%0a",
            "%ff",
            "%",
            "%25",
            "..",
            "%2e%2e",
            "%2f",
            "%5c",
            "//",
            ";x=1",
            "%u0e01",
            "null",
            "-1",
            "0",
            "1",
            "99999999999999999999",
            "1.5",
            "x",
            "a".repeat(300),
            "'",
            "%22",
            "%3Cb%3E",
            "$%7B1+1%7D",
            "%7B%7D",
            "%E0%B8%81",
            "%E2%80%AE",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "2570-00001",
            "9999-12-31",
            "0000-00-00",
            "true",
            "asc",
            "[]",
            "*",
            "hr",
            "2026-01-01T00:00:00.000%2B0700");

    private static final List<String> PARAMETERS = List.of(
            "q",
            "words",
            "category",
            "group",
            "status",
            "page",
            "size",
            "sort",
            "sortBy",
            "sortOrder",
            "firstResult",
            "maxResults",
            "from",
            "until",
            "lang",
            "mine",
            "name",
            "nameLike",
            "assignee",
            "candidateGroup",
            "priority",
            "processVariables",
            "taskVariables",
            "dueAfter",
            "created",
            "createdAfter",
            "id",
            "processInstanceId",
            "permissionName",
            "resourceName",
            "resourceType",
            "resourceId",
            "userId",
            "withCommentAttachmentInfo",
            "error");

    private static final List<String> KINDS = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "multipart/form-data; boundary=b",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=b",
            "*/*",
            "text/plain",
            "application/json; charset=x",
            "application/xml",
            "nonsense",
            ";",
            "application/hal+json",
            "application/x-www-form-urlencoded; charset=UTF-7",
            "application/json;charset=UTF-16");

    private static final List<String> HEADERS = List.of(
            "Accept: application/json",
            "Accept: text/html",
            "Accept: x",
            "Accept: ;;",
            "Accept: */*;q=9",
            "Accept: application/hal+json",
            "Accept: image/png",
            "Accept-Language: en",
            "Accept-Language: %%,;;",
            "Accept-Language: x-1-2-3-4-5-6-7",
            "Range: bytes=-",
            "Range: bytes=5-2",
            "Range: bytes=0-0,1-1,2-2",
            "Range: x",
            "If-None-Match: x",
            "If-Match: *",
            "If-Modified-Since: x",
            "If-Range: \"",
            "Cookie: lang=%",
            "Cookie: PRAKATSESSION=x",
            "Cookie: ;;=;",
            "Origin: null",
            "Origin: http://x",
            "Idempotency-Key: ",
            "Idempotency-Key: a",
            "X-Forwarded-For: x",
            "X-Forwarded-Proto: x",
            "X-Forwarded-Host: a b",
            "Content-Encoding: gzip",
            "X-HTTP-Method-Override: DELETE",
            "X-Authorized-Engines: x",
            "X-Requested-With: x",
            "Authorization: Basic !",
            "Authorization: Basic AAA6AAA=",
            "Authorization: Bearer x",
            "Authorization: Basic",
            "Accept-Charset: x",
            "Accept-Encoding: x",
            "Expect: x",
            "Referer: \u00ff",
            "Sec-Fetch-Site: cross-site",
            "Transfer-Encoding: x",
            "Content-Disposition: x");

    /** In JSON, as they are sent. */
    private static final List<String> VALUES = List.of(
            "null",
            "[]",
            "[null]",
            "{}",
            "\"\"",
            "\"\\u0000\"",
            "\"x\"",
            "-1",
            "1e999",
            "99999999999999999999",
            "true",
            "\"\\ud800\"",
            "\"9999-12-31\"",
            "\"2026-01-01T00:00:00+07:00\"",
            "[[[[[[[[]]]]]]]]",
            "[\"x\"]",
            "[{}]",
            "\"" + "ก".repeat(5000) + "\"",
            "\"${1+1}\"",
            "{\"value\": null, \"type\": \"Integer\"}",
            "NaN",
            "1.5",
            "{\"value\": \"x\", \"type\": \"Integer\"}",
            "{\"value\": \"x\", \"type\": \"File\"}",
            "{\"type\": {}}",
            "{\"value\": \"x\", \"type\": \"Object\"}",
            "\"certified\"",
            "\"returned\"",
            "\"news\"");

    private static final List<String> FIELDS = List.of(
            "title",
            "summary",
            "body",
            "category",
            "publishFrom",
            "publishUntil",
            "group",
            "externalLinks",
            "note",
            "keepAttachments",
            "outcome",
            "reasonCode",
            "reason",
            "checklist",
            "remarks",
            "user",
            "from",
            "until",
            "variables",
            "orQueries",
            "sorting",
            "sortBy",
            "sortOrder",
            "taskVariables",
            "processVariables",
            "name",
            "nameLike",
            "priority",
            "candidateGroups",
            "dueAfter",
            "dueAfterExpression",
            "active",
            "retries",
            "userId",
            "profile",
            "credentials",
            "firstName",
            "email",
            "businessKey",
            "startInstructions",
            "withVariablesInReturn",
            "resourceType",
            "query",
            "properties",
            "publicNotice",
            "replacementUrl",
            "action",
            "draft",
            "digest",
            "language",
            "day",
            "file",
            "kind",
            "_csrf",
            "answers",
            "assignee",
            "processInstanceIdIn",
            "deploymentId");

    private static final Pattern SLOT = Pattern.compile("\\{[^/}]*}|\\*\\*?");

    private final List<String> doors;
    private final List<String> known;
    private final Random random = new Random();

    /**
     * Calls of these doors.
     *
     * @param doors addresses; what stands in braces is made up
     * @param known ids and numbers that there are
     */
    HostileCalls(List<String> doors, List<String> known) {
        this.doors = doors;
        this.known = known;
    }

    /**
     * A call.
     *
     * @param head request line and headers, each ended by CRLF
     */
    record Call(String head, byte[] body) {

        @Override
        public String toString() {
            return head + "\r\n" + new String(body, StandardCharsets.UTF_8);
        }
    }

    /** The call of that seed. */
    Call call(long seed) {
        random.setSeed(seed);
        StringBuilder head = new StringBuilder(one(METHODS) + " " + address() + " HTTP/1.1\r\nHost: localhost\r\n");
        boolean hasBody = random.nextInt(3) > 0;
        String kind = one(KINDS);
        if (hasBody || random.nextInt(4) == 0) {
            head.append("Content-Type: ").append(kind).append("\r\n");
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            head.append(one(HEADERS)).append("\r\n");
        }
        return new Call(head.toString(), hasBody ? body(kind) : new byte[0]);
    }

    private String address() {
        String address = SLOT.matcher(one(doors)).replaceAll(slot -> Matcher.quoteReplacement(odd()));
        for (int n = random.nextInt(4); n > 0; n--) {
            address += (address.contains("?") ? "&" : "?") + one(PARAMETERS) + "=" + odd();
        }
        return random.nextInt(10) == 0 ? "/" + odd() + address : address;
    }

    private String odd() {
        return random.nextInt(3) == 0 ? one(known) : one(ODD);
    }

    private byte[] body(String kind) {
        String body = kind.contains("multipart") ? parts() : kind.contains("urlencoded") ? form() : json();
        byte[] bytes = body.getBytes(kind.contains("UTF-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private String json() {
        if (random.nextInt(8) == 0) {
            return one(VALUES);
        }
        StringBuilder object = new StringBuilder("{");
        for (int n = random.nextInt(5); n >= 0; n--) {
            String value = random.nextInt(5) == 0 ? json() : random.nextInt(6) == 0 ? "[" + json() + "]" : one(VALUES);
            object.append('"').append(one(FIELDS)).append("\": ").append(value).append(n == 0 ? "" : ", ");
        }
        return object.append('}').toString();
    }

    private String form() {
        StringBuilder form = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            form.append(one(FIELDS)).append('=').append(odd()).append('&');
        }
        return form.toString();
    }

    private String parts() {
        StringBuilder parts = new StringBuilder();
        for (int n = random.nextInt(5); n > 0; n--) {
            String name = random.nextInt(3) == 0 ? "request" : one(FIELDS);
            String file = random.nextInt(3) == 0 ? "; filename=\"" + odd() + "\"" : "";
            parts.append("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n");
            parts.append(random.nextBoolean() ? "Content-Type: " + one(KINDS) + "\r\n" : "");
            parts.append("\r\n").append(random.nextBoolean() ? json() : odd()).append("\r\n");
        }
        return parts + (random.nextInt(5) == 0 ? "" : "--b--\r\n");
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
