package prakat.web.site.article;

import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;
import prakat.request.content.Attachment;

/** Where the public gets an attachment: under its own name, so that a saved file is called what it is. */
final class FileLink {

    /** What servers and proxies refuse in a path, even encoded; and leading dots, which mean another folder. */
    private static final Pattern NOT_IN_PATHS = Pattern.compile("^\\.+|[\\p{Cntrl}/\\\\;%\\u2028\\u2029]");

    private FileLink() {}

    /** What stands at the address's end for the file's name. */
    static String name(Attachment attachment) {
        return NOT_IN_PATHS.matcher(attachment.name()).replaceAll("-");
    }

    /** The address, without scheme and host. */
    static String of(String number, Attachment attachment) {
        return UriComponentsBuilder.fromPath("/news/{number}/files/{n}/{name}")
                .encode()
                .buildAndExpand(number, attachment.n(), name(attachment))
                .toUriString();
    }
}
