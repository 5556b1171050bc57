package prakat.screening.personal;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import prakat.screening.FindingKind;
import prakat.screening.text.Reading;

/** Mail addresses that are not of the office's domains. */
final class MailAddresses implements Detector {

    /** Characters, by RFC 5321. */
    private static final int LONGEST_NAME = 64;

    private static final int LONGEST_DOMAIN = 253;

    private final Set<String> allowed;

    /** With the domains and addresses that may be published; a domain stands for those below it, too. */
    MailAddresses(List<String> allowed) {
        this.allowed = allowed.stream()
                .map(Reading::fold)
                .map(one -> one.replaceFirst("^@", ""))
                .collect(Collectors.toSet());
    }

    @Override
    public void find(Content content, Consumer<Hit> hits) {
        String text = content.text();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = nameStart(text, at);
            int domain = at + 1;
            // A long address is broken before its domain, and a careful writer sets the sign apart.
            while (domain < text.length()
                    && domain < at + 3
                    && (text.charAt(domain) == ' ' || text.charAt(domain) == Reading.LINE)) {
                domain++;
            }
            int end = domainEnd(text, domain);
            if (start < at && end > domain && !isAllowed(text, start, at, text.substring(domain, end))) {
                String excerpt = content.reading().original(start, start + 1) + "***@" + text.substring(domain, end);
                hits.accept(new Hit(FindingKind.EMAIL, start, end, excerpt, Hit.CERTAIN));
            }
        }
    }

    private boolean isAllowed(String text, int start, int at, String domain) {
        if (allowed.contains(text.substring(start, at).strip() + "@" + domain)) {
            return true;
        }
        for (int dot = 0; dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            if (allowed.contains(domain.substring(dot == 0 ? 0 : dot + 1))) {
                return true;
            }
        }
        return false;
    }

    private static int nameStart(String text, int at) {
        int end = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
        int start = end;
        while (start > 0 && end - start < LONGEST_NAME && isOfName(text.charAt(start - 1))) {
            start--;
        }
        while (start < end && !isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        return start == end ? at : start;
    }

    /** Where a domain ends that begins there; the same place where none does. */
    private static int domainEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST_DOMAIN
                && (isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-' || text.charAt(end) == '.')) {
            end++;
        }
        while (end > start && !isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        String domain = text.substring(start, end);
        int dot = domain.lastIndexOf('.');
        boolean isDomain = dot > 0 && domain.length() - dot > 2 && Content.isLatin(text.charAt(end - 1));
        return isDomain ? end : start;
    }

    private static boolean isOfName(char c) {
        return isLetterOrDigit(c) || ".-+%".indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return Content.isLatin(c) || DigitGroups.isDigit(c);
    }
}
