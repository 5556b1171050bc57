package prakat.web;

import java.time.Instant;
import java.util.List;
import prakat.request.content.Attachment;

/**
 * A version as readers see it, on the website or in a preview of it: what the fragment {@code publication :: article}
 * shows.
 *
 * @param address the number under which readers find it
 * @param body HTML, already cut down to what is allowed
 * @param category name, in the reader's language
 * @param group name, in the reader's language
 * @param from when it, or the first of its versions, came or is to come on the website
 * @param updated when this version took the place of an earlier one; null where it is the first
 * @param until from when on nobody sees it; null while that cannot be told
 * @param externalLinks addresses elsewhere; http or https
 * @param files attachments, in their order
 */
public record Article(
        String number,
        String address,
        String title,
        String summary,
        String body,
        String category,
        String group,
        Instant from,
        Instant updated,
        Instant until,
        List<String> externalLinks,
        List<File> files) {

    /** Those of the files that a page shows under its text. */
    public List<File> pictures() {
        return files.stream().filter(File::isPicture).toList();
    }

    /**
     * An attachment and where readers get it.
     *
     * @param name as the requester called it
     * @param mediaType what it is, judged by its content
     * @param size in bytes
     * @param shape a picture's width and height; null where not known
     */
    public record File(String name, String mediaType, long size, String href, Shape shape) {

        /** An attachment at that address. */
        public static File of(Attachment attachment, String href, Shape shape) {
            return new File(attachment.name(), attachment.mediaType(), attachment.size(), href, shape);
        }

        /** Whether a page can show it under its text. */
        public boolean isPicture() {
            return mediaType.startsWith("image/");
        }

        /** Its name without the part that says its kind: for a picture, the words that stand for it. */
        public String label() {
            int dot = name.lastIndexOf('.');
            return dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
        }
    }

    /** Width and height in pixels, as a browser shows the picture. */
    public record Shape(int width, int height) {}
}
