package prakat.screening.link;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Recognises where readers are asked who they are. */
final class SignIn {

    /** Where large services have people sign in. */
    private static final Set<String> SERVERS = Set.of(
            "accounts.google.com",
            "login.microsoftonline.com",
            "login.microsoft.com",
            "login.live.com",
            "login.windows.net",
            "account.box.com",
            "idmsa.apple.com");

    /** Of a shared drive's own pages: {@code dropbox.com/login}, {@code sharepoint.com/_layouts/15/AccessDenied.aspx}. */
    private static final Pattern PATH = Pattern.compile("(?i)/(login|signin|sign_in|accessdenied|_forms/default)\\b");

    /** What those pages are called that shared drives show instead; a document may well be called "Sign-in sheet". */
    private static final Pattern TITLE = Pattern.compile("(?i)(Google [a-z]+( -|:) )?"
            + "(sign[ -]?in|log ?in|you need (access|permission)|request access|access denied"
            + "|ลงชื่อเข้าใช้|เข้าสู่ระบบ|คุณต้อง(มี|ขอ|ได้รับ)?สิทธิ์(การ)?เข้าถึง|ขอสิทธิ์(การ)?เข้าถึง)"
            + "( (-|to|\\|) .*)?");

    private SignIn() {}

    static boolean isAt(WebAddress address) {
        return SERVERS.contains(address.host())
                || SharedDrives.contains(address.host())
                        && PATH.matcher(address.path()).find();
    }

    /** Whether a page of a shared drive asks for it, by its title or its first heading. */
    static boolean isAskedBy(String page) {
        Document document = Jsoup.parse(page);
        return TITLE.matcher(document.title()).matches()
                || document.selectStream("h1").limit(1).anyMatch(heading -> TITLE.matcher(heading.text())
                        .matches());
    }
}
