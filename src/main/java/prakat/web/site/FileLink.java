package prakat.web.site;

import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;
import prakat.request.Attachment;

/**
 * An attachment and where readers get it.
 *
 * @param attachment what it is
 * @param href its address
 */
record FileLink(Attachment attachment, String href) {

    /** What servers and proxies refuse in a path, even encoded; and leading dots, which mean another folder. */
    private static final Pattern NOT_IN_PATHS = Pattern.compile("^\\.+|[\\p{Cntrl}/\\\\;%\\u2028\\u2029]");

    static FileLink of(String number, Attachment attachment) {
        String name = NOT_IN_PATHS.matcher(attachment.name()).replaceAll("-");
        String href = UriComponentsBuilder.fromPath("/news/{number}/files/{n}/{name}")
                .encode()
                .buildAndExpand(number, attachment.n(), name)
                .toUriString();
        return new FileLink(attachment, href);
    }

    /** Whether a page can show it under its text. */
    public boolean isPicture() {
        return attachment.mediaType().startsWith("image/");
    }
}
