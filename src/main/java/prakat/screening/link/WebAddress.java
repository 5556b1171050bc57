package prakat.screening.link;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.URIUtils;
import prakat.screening.MaskedName;

/**
 * Where a link leads on the web, read as browsers read it: {@code http://0x7f.1/} is this very machine, and what stands before an
 * {@code @} is no server.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name in ASCII and small letters, or an address in its usual form
 * @param path with the query; what else a link may say is left out
 */
record WebAddress(String scheme, String host, int port, String path) {

    private static final Pattern FORM = Pattern.compile("(?i)(https?:)?/*([^/?#]*)([^#]*)(#.*)?", Pattern.DOTALL);
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?!(?i)https?:)[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");
    private static final int LONGEST_NAME = 253;
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final int LARGEST_PORT = 65535;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** In characters. */
    private static final int LONGEST_EXCERPT = 100;

    /** Of names that mean something only within a network. */
    private static final Set<String> LOCAL_ENDINGS = Set.of(
            "localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "home.arpa", "corp", "private");

    /** Whether it leads to a server of its own; other links lead to mails, telephones, or within the page's own website. */
    static boolean isMeant(String link) {
        String said = cleaned(link);
        return said.regionMatches(true, 0, "http:", 0, 5)
                || said.regionMatches(true, 0, "https:", 0, 6)
                || said.startsWith("//");
    }

    /** Where it leads; empty where no browser would follow it. */
    static Optional<WebAddress> of(String link) {
        Matcher form = FORM.matcher(cleaned(link));
        if (!form.matches()) {
            return Optional.empty();
        }
        String scheme = "http:".equalsIgnoreCase(form.group(1)) ? "http" : "https";
        String server = form.group(2).substring(form.group(2).lastIndexOf('@') + 1);
        int colon = server.indexOf(':', server.lastIndexOf(']') + 1);
        try {
            int port = port(colon < 0 ? "" : server.substring(colon + 1), scheme);
            String host = host(colon < 0 ? server : server.substring(0, colon));
            String path = encoded(form.group(3));
            return Optional.of(new WebAddress(scheme, host, port, path.startsWith("/") ? path : "/" + path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * How people are told which link it is, though it may lead nowhere: without the password that may stand before the server, and
     * the digits of numbers that may be somebody's.
     */
    static String excerpt(String link) {
        Matcher form = FORM.matcher(cleaned(link));
        if (!form.matches()) {
            return "";
        }
        String server = form.group(2).substring(form.group(2).lastIndexOf('@') + 1);
        String shown = server + MaskedName.of(form.group(3));
        return shown.codePointCount(0, shown.length()) <= LONGEST_EXCERPT
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…";
    }

    /** Where a server at this address sends on to; empty where that is not on the web. */
    Optional<WebAddress> to(String location) {
        String said = cleaned(location);
        if (OTHER_SCHEME.matcher(said).matches()) {
            return Optional.empty();
        }
        if (isMeant(said)) {
            return of(said.startsWith("//") ? scheme + ":" + said : said);
        }
        try {
            return of(URIUtils.resolve(uri(), encoded(said)).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether only the office's own network knows it, or this machine: that can be seen without asking anybody. */
    boolean isInternal() {
        return literal().map(address -> !PublicAddresses.contains(address)).orElseGet(this::isLocalName);
    }

    private boolean isLocalName() {
        return host.indexOf('.') < 0 || LOCAL_ENDINGS.stream().anyMatch(ending -> host.endsWith("." + ending));
    }

    /** The address, where the host is one. */
    private Optional<InetAddress> literal() {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches() ? Optional.of(parsed(host)) : Optional.empty();
    }

    URI uri() {
        return URI.create(this.toString());
    }

    @Override
    public String toString() {
        return scheme + "://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port + path;
    }

    /** As browsers do it: without what is around, and with the strokes that Windows uses. */
    private static String cleaned(String link) {
        // Not by a pattern that ends with the text: it costs the square of each run of spaces.
        String said = link.trim().replaceAll("[\\t\\n\\r]", "");
        int rest = said.replace('#', '?').indexOf('?');
        int end = rest < 0 ? said.length() : rest;
        return said.substring(0, end).replace('\\', '/') + said.substring(end);
    }

    private static int port(String digits, String scheme) {
        if (digits.isEmpty()) {
            return scheme.equals("http") ? 80 : 443;
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("no port: " + digits);
        }
        return port;
    }

    private static String host(String said) {
        if (said.startsWith("[")) {
            if (!said.matches("\\[[0-9A-Fa-f:.]+]")) {
                throw new IllegalArgumentException("no address: " + said);
            }
            return parsed(said).getHostAddress();
        }
        String decoded = URLDecoder.decode(said.replace("+", "%2B"), StandardCharsets.UTF_8);
        // Before each part is encoded, which takes its time.
        if (decoded.length() > LONGEST_NAME + 1) {
            throw new IllegalArgumentException("too long");
        }
        String name = IDN.toASCII(decoded, IDN.ALLOW_UNASSIGNED)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.$", "");
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name: " + said);
        }
        return NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches() ? ipv4(name) : name;
    }

    /** One to four numbers, each decimal, octal or hexadecimal; the last one fills what is left. */
    private static String ipv4(String name) {
        String[] parts = name.split("\\.");
        if (parts.length > 4) {
            throw new IllegalArgumentException("no address: " + name);
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean isLast = i == parts.length - 1;
            long number = number(parts[i]);
            if (number >= 1L << (isLast ? 8 * (5 - parts.length) : 8)) {
                throw new IllegalArgumentException("no address: " + name);
            }
            address += isLast ? number : number << 8 * (3 - i);
        }
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static long number(String part) {
        if (part.startsWith("0x")) {
            return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
        }
        return Long.parseLong(part, part.length() > 1 && part.startsWith("0") ? 8 : 10);
    }

    /** Asks nobody: it is an address. */
    private static InetAddress parsed(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What browsers encode, too, such as Thai names of files. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char character = (char) (bytes[i] & 255);
            boolean isEncoded = i + 2 < bytes.length
                    && Character.digit(bytes[i + 1], 16) >= 0
                    && Character.digit(bytes[i + 2], 16) >= 0;
            if (character <= ' '
                    || character > '~'
                    || "\"<>\\^`{|}[]".indexOf(character) >= 0
                    || character == '%' && !isEncoded) {
                encoded.append('%').append(HEX.toHexDigits(bytes[i]));
            } else {
                encoded.append(character);
            }
        }
        return encoded.toString();
    }
}
