package prakat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes up calls that no honest program sends; the same seed makes the same call. */
final class HostileCalls {

    private static final List<String> METHODS =
            table("GET | GET | GET | POST | POST | POST | PUT | DELETE | HEAD | OPTIONS | PATCH | TRACE | get | X");

    /** Of an address, as they are sent. */
    private static final List<String> ODD = table(
            """
            %00 | %0a | %ff | % | %25 | .. | %2e%2e | %2f | %5c | // | ;x=1 | %u0e01 | null | -1 | 0 | 1 | \
            99999999999999999999 | 1.5 | x | ' | %22 | %3Cb%3E | $%7B1+1%7D | %7B%7D | %E0%B8%81 | %E2%80%AE | \
            %F0%9F%98%80 | %ED%A0%80 | 2570-00001 | 9999-12-31 | 0000-00-00 | true | asc | [] | * | hr | \
            2026-01-01T00:00:00.000%2B0700""",
            "", "a".repeat(300));

    private static final List<String> PARAMETERS = table(
            """
            q | words | category | group | status | page | size | sort | sortBy | sortOrder | firstResult | \
            maxResults | from | until | lang | mine | name | nameLike | assignee | candidateGroup | priority | \
            processVariables | taskVariables | dueAfter | created | createdAfter | id | processInstanceId | \
            permissionName | resourceName | resourceType | resourceId | userId | withCommentAttachmentInfo | error | \
            wait""");

    private static final List<String> KINDS = table(
            """
            application/json | application/x-www-form-urlencoded | \
            application/x-www-form-urlencoded | multipart/form-data; boundary=b | multipart/form-data; boundary=b | \
            multipart/form-data | multipart/form-data; boundary= | multipart/mixed; boundary=b | */* | text/plain | \
            application/json; charset=x | application/xml | nonsense | ; | application/hal+json | \
            application/x-www-form-urlencoded; charset=UTF-7 | application/json;charset=UTF-16""");

    private static final List<String> HEADERS = table(
            """
            Accept: application/json | Accept: text/html | Accept: x | Accept: ;; | Accept: */*;q=9 | \
            Accept: application/hal+json | Accept: image/png | Accept-Language: en | Accept-Language: %%,;; | \
            Accept-Language: x-1-2-3-4-5-6-7 | Range: bytes=- | Range: bytes=5-2 | Range: bytes=0-0,1-1,2-2 | \
            Range: x | If-None-Match: x | If-Match: * | If-Modified-Since: x | If-Range: " | Cookie: lang=% | \
            Cookie: PRAKATSESSION=x | Cookie: ;;=; | Origin: null | Origin: http://x | Idempotency-Key:  | \
            Idempotency-Key: a | X-Forwarded-For: x | X-Forwarded-Proto: x | X-Forwarded-Host: a b | \
            Content-Encoding: gzip | X-HTTP-Method-Override: DELETE | X-Authorized-Engines: x | X-Requested-With: x | \
            Authorization: Basic ! | Authorization: Basic AAA6AAA= | Authorization: Bearer x | Authorization: Basic | \
            Accept-Charset: x | Accept-Encoding: x | Expect: x | Referer: \u00ff | Sec-Fetch-Site: cross-site | \
            Transfer-Encoding: x | Content-Disposition: x""");

    /** In JSON, as they are sent. */
    private static final List<String> VALUES = table(
            """
            null | [] | [null] | {} | "" | "\\u0000" | "x" | -1 | 1e999 | 99999999999999999999 | true | "\\ud800" | \
            "9999-12-31" | "2026-01-01T00:00:00+07:00" | [[[[[[[[]]]]]]]] | ["x"] | [{}] | "${1+1}" | \
            {"value": null, "type": "Integer"} | NaN | 1.5 | {"value": "x", "type": "Integer"} | \
            {"value": "x", "type": "File"} | {"type": {}} | {"value": "x", "type": "Object"} | "certified" | \
            "returned" | "news" | "\\u202e" | "+275760-09-13T00:00:00Z\"""",
            "\"" + "ก".repeat(5000) + "\"");

    private static final List<String> FIELDS = table(
            """
            title | summary | body | category | publishFrom | publishUntil | group | externalLinks | note | \
            keepAttachments | disclosureItems | outcome | reasonCode | reason | checklist | remarks | user | from | until | variables | \
            orQueries | sorting | sortBy | sortOrder | taskVariables | processVariables | name | nameLike | priority | \
            candidateGroups | dueAfter | dueAfterExpression | active | retries | userId | profile | credentials | \
            firstName | email | businessKey | startInstructions | withVariablesInReturn | resourceType | query | \
            properties | publicNotice | replacementUrl | action | draft | digest | language | day | file | kind | \
            _csrf | answers | assignee | processInstanceIdIn | deploymentId""");

    /** What an honest program sends; before it is sent, one value in it is replaced. */
    private static final List<String> HONEST = table(
            """
            {"title": "x", "summary": "x", "body": "<p>x</p>", "category": "news", "publishFrom": null, \
            "publishUntil": null, "group": null, "externalLinks": [], "note": null, "keepAttachments": [], \
            "disclosureItems": ["O1"]} | \
            {"outcome": "certified", "checklist": {"accurate": true, "complete": true}, "remarks": [], "answers": []} | \
            {"outcome": "returned", "reasonCode": "incomplete", "reason": "ten characters", "checklist": {}} | \
            {"reason": "ten characters", "publicNotice": "x", "replacementUrl": "https://example.org", \
            "publishUntil": "2027-12-31"} | \
            {"user": "hr-staff", "from": "2026-12-31", "until": "2026-12-31", "reason": "ten characters"} | \
            {"variables": {"outcome": {"value": "returned", "type": "String"}, "reasonCode": {"value": "incomplete"}, \
            "reason": {"value": "ten characters"}, "accurate": {"value": true}}, "withVariablesInReturn": true} | \
            {"variables": {"title": {"value": "x"}, "summary": {"value": "x"}, "body": {"value": "x"}, \
            "category": {"value": "news"}, "file": {"value": "eA==", "type": "File", "valueInfo": {"filename": "x"}}}} | \
            {"orQueries": [], "sorting": [{"sortBy": "created", "sortOrder": "asc"}], "active": true, "name": "x", \
            "taskVariables": [{"name": "title", "operator": "like", "value": "x"}]} | \
            {"resourceType": "Task", "name": "x", "query": {"assignee": "x"}, "properties": {"priority": "1"}} | \
            {"profile": {"id": "x", "firstName": "x", "lastName": "x", "email": "x@example.org"}, \
            "credentials": {"password": "x"}} | {"userId": "finance-director"} | {"retries": "1"}""");

    private static final Pattern VALUE = Pattern.compile("(?<=: )(?:\"[^\"]*\"|true|null|\\[]|\\{}|\\[(?=\\{).*?])");

    private static final Pattern SLOT = Pattern.compile("\\{[^/}]*}|\\*\\*?");

    private final List<String> doors;
    private final List<String> known;
    private final Random random = new Random();

    /**
     * Calls of these doors.
     *
     * @param doors addresses, some with their method before them; what stands in braces is made up
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
        String[] door = one(doors).split(" ");
        String method = door.length > 1 && random.nextBoolean() ? door[0] : one(METHODS);
        StringBuilder head =
                new StringBuilder(method + " " + address(door[door.length - 1]) + " HTTP/1.1\r\nHost: localhost\r\n");
        boolean hasBody = random.nextInt(3) > 0;
        String kind = random.nextBoolean() ? KINDS.get(0) : one(KINDS);
        if (hasBody || random.nextInt(4) == 0) {
            head.append("Content-Type: ").append(kind).append("\r\n");
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            head.append(one(HEADERS)).append("\r\n");
        }
        return new Call(head.toString(), hasBody ? body(kind) : new byte[0]);
    }

    private String address(String door) {
        String address = SLOT.matcher(door).replaceAll(slot -> Matcher.quoteReplacement(odd()));
        for (int n = random.nextInt(4); n > 0; n--) {
            address += (address.contains("?") ? "&" : "?") + one(PARAMETERS) + "=" + odd();
        }
        return random.nextInt(10) == 0 ? "/" + odd() + address : address;
    }

    private String odd() {
        return random.nextBoolean() ? one(known) : one(ODD);
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
        if (random.nextBoolean()) {
            String honest = one(HONEST);
            MatchResult replaced = one(VALUE.matcher(honest).results().toList());
            return honest.substring(0, replaced.start()) + one(VALUES) + honest.substring(replaced.end());
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

    /** What stands between bars, and more. */
    private static List<String> table(String row, String... more) {
        return Stream.concat(Stream.of(row.split(" \\| ")), Stream.of(more)).toList();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
