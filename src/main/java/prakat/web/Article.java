package prakat.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import prakat.picture.PictureSize;
import prakat.picture.Variant;
import prakat.request.content.Content;

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

    /** Those of the files that a page shows. */
    public List<Picture> pictures() {
        return files.stream().filter(File::isPicture).map(File::picture).toList();
    }

    /** The pictures that do not stand in the text, but below it. */
    public List<Picture> album() {
        return pictures().stream()
                .filter(picture ->
                        picture.sources().stream().noneMatch(source -> body.contains("src=\"" + source.href() + "\"")))
                .toList();
    }

    /** The files that no page shows, to be opened. */
    public List<File> documents() {
        return files.stream().filter(file -> !file.isPicture()).toList();
    }

    /** The picture that stands for the whole: the one that was chosen, else the first one; null where there is none. */
    public Picture cover() {
        List<Picture> pictures = pictures();
        return pictures.stream().filter(Picture::cover).findFirst().orElse(pictures.isEmpty() ? null : pictures.get(0));
    }

    /**
     * An attachment and where readers get it.
     *
     * @param name as the requester called it
     * @param mediaType what it is, judged by its content
     * @param size in bytes
     * @param picture as a page shows it; null for all that a page does not show
     */
    public record File(String name, String mediaType, long size, String href, Picture picture) {

        /** A file that only some may see, at that address; a picture has one other size and no page. */
        public static File alone(Content.File file, String href) {
            Article.Picture picture = file.isPicture()
                    ? new Picture(
                            Picture.words(file),
                            file.description().caption(),
                            file.description().cover(),
                            href,
                            href,
                            null,
                            List.of(new Source(shown(href), Variant.MEDIA_TYPE, null)))
                    : null;
            return new File(file.name(), file.mediaType(), file.size(), href, picture);
        }

        /** The address of such a picture in the size in which a page shows it. */
        public static String shown(String href) {
            return href + "?width=" + Variant.MEDIUM.width();
        }

        /** Whether a page can show it. */
        public boolean isPicture() {
            return picture != null;
        }
    }

    /**
     * A picture on a page.
     *
     * @param alternativeText words that stand for it
     * @param caption "" for none
     * @param cover whether it was chosen to stand for the whole
     * @param page address of what shows it alone, and leads to those before and after it
     * @param full address of it as large as it is
     * @param size its own; null where not known
     * @param sources the same in several sizes, the smallest first; at least one
     */
    public record Picture(
            String alternativeText,
            String caption,
            boolean cover,
            String page,
            String full,
            PictureSize size,
            List<Source> sources) {

        /** What it shows; where nobody has said, its name without the part that says its kind. */
        public static String words(Content.File file) {
            String said = file.description().alternativeText();
            String name = file.name();
            int dot = name.lastIndexOf('.');
            return !said.isEmpty() ? said : dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
        }

        /** For a grid. */
        public Source small() {
            return sources.get(0);
        }

        /** For where other programs show it. */
        public Source medium() {
            return sources.get(sources.size() / 2);
        }

        /** All sizes, as HTML says them; null where there is but one. */
        public String srcset() {
            return sources.size() == 1
                    ? null
                    : sources.stream()
                            .map(source -> source.href() + " " + source.size().width() + "w")
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * A picture in one of its sizes.
     *
     * @param size null where not known
     */
    public record Source(String href, String mediaType, PictureSize size) {}
}
