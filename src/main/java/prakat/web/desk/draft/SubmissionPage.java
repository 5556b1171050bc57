package prakat.web.desk.draft;

import java.time.Instant;
import java.util.List;
import prakat.organisation.office.Group;
import prakat.request.content.PublicationPolicy;
import prakat.request.draft.Draft;
import prakat.web.desk.content.HistoryLine;

/**
 * The page on which something is proposed or revised.
 *
 * @param address to which it is sent
 * @param draft what was saved last
 * @param typed what stands in its fields: the draft's, or what could not be saved
 * @param saved when the draft was saved last; null where nothing was yet
 * @param categories in the policy's order
 * @param groups for which the person may propose
 * @param disclosure the items that it may disclose
 * @param revised what came back; null on the page for a new request
 * @param errors what is wrong, in the order of the page
 */
public record SubmissionPage(
        String address,
        Draft draft,
        Draft.Typed typed,
        Instant saved,
        List<PublicationPolicy.Category> categories,
        List<Group> groups,
        DisclosureChoices disclosure,
        Revised revised,
        List<FieldError> errors) {

    /** The fields in their order on the page, as the API names them. */
    static final List<String> FIELDS = List.of(
            "title",
            "summary",
            "body",
            "category",
            "publishFrom",
            "publishUntil",
            "group",
            "attachments",
            "externalLinks",
            "disclosureItems",
            "note");

    /**
     * What came back.
     *
     * @param number of the request
     * @param returned the decision; null where the record does not say
     */
    public record Revised(String id, String number, HistoryLine returned) {}

    /**
     * What is wrong.
     *
     * @param field of {@link #FIELDS}; empty for the page as a whole
     * @param message what to do about it
     */
    public record FieldError(String field, String message) {}

    /** What is wrong with that field; empty where nothing is. */
    public List<String> wrong(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .toList();
    }

    /** The ids of what describes a field: its hint, and its error where there is one. */
    public String describedBy(String field, String hint) {
        return wrong(field).isEmpty() ? hint : hint + " wrong-" + field;
    }
}
