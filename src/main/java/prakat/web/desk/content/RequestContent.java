package prakat.web.desk.content;

import java.util.List;
import org.springframework.http.MediaType;
import prakat.preview.OfficePreviews;
import prakat.request.PublicationRequest;
import prakat.request.content.Attachment;
import prakat.request.content.Revision;
import prakat.web.Article;

/**
 * A request's versions and history, for the pages on which it is read or decided on.
 *
 * @param category name
 * @param group name
 * @param disclosed the items that the present one discloses, in words
 * @param comparison of two of its versions; null where there is only one
 * @param history all entries, oldest first
 * @param earlier the versions of the rounds before, the newest first
 * @param screening what was found in the present one
 */
public record RequestContent(
        PublicationRequest request,
        Revision current,
        String category,
        String group,
        List<String> disclosed,
        Comparison comparison,
        List<HistoryLine> history,
        List<EarlierVersion> earlier,
        ScreeningLines.Screened screening) {

    /**
     * A version of an earlier round.
     *
     * @param content what was proposed then
     * @param returned why it came back; null where the record does not say
     */
    public record EarlierVersion(Revision content, HistoryLine returned) {

        /** Its body as readers would have seen it. */
        public String body() {
            return content.body(file -> inText(files(), file));
        }

        /** The address of its files, without their numbers. */
        public String files() {
            return "/api/requests/" + content.requestId() + "/revisions/" + content.round() + "/attachments/";
        }
    }

    /** The present version's body as readers see it. */
    public String body() {
        return current.body(file -> inText(files(), file));
    }

    private static Revision.PicturePlace inText(String files, Attachment file) {
        return new Revision.PicturePlace(Article.File.shown(files + file.n()));
    }

    /** The address of a file's present version, without its number. */
    public String files() {
        return "/api/requests/" + request.id() + "/attachments/";
    }

    /** The address of the PDF by which a file of the present version is looked at in place; null where it has none. */
    public String pdf(Attachment file) {
        String address = files() + file.n();
        if (OfficePreviews.areOf(file.mediaType())) {
            return address + "/preview";
        }
        return file.mediaType().equals(MediaType.APPLICATION_PDF_VALUE) ? address : null;
    }

    /** How many pages of an Office document are shown. */
    public int mostPages() {
        return OfficePreviews.MOST_PAGES;
    }

    /** Why the present version was sent back; null unless it was. */
    public HistoryLine returned() {
        return HistoryLines.lastReturn(history, request.round());
    }

    /** The last entry of that kind; null where there is none. */
    public HistoryLine last(String event) {
        return history.stream()
                .filter(line -> line.event().equals(event))
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
