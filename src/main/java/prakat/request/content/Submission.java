package prakat.request.content;

import java.util.List;

/**
 * What a requester proposes, as it was said; nothing in it is checked yet and all of it may be null.
 *
 * @param title at most 200 characters
 * @param summary at most 500
 * @param body HTML, at most 200,000
 * @param category code of a category of the policy
 * @param publishFrom ISO 8601 instant with an offset, or a date or time in the office's zone; now where left out
 * @param publishUntil the same; a date alone means that day's end; from the policy where left out
 * @param group code; needed only from staff of several groups
 * @param externalLinks http or https
 * @param note for the approvers, not for the public; at most 2,000 characters
 * @param keepAttachments numbers of attachments of the version before that stay; for a revision or an update only
 * @param attachments what is said of attachments, kept and new ones, in the order in which readers are to see them; those
 *     that it does not name come after them
 * @param disclosureItems what it discloses, see {@link DisclosureItems#find}; null for those of the version before
 */
public record Submission(
        String title,
        String summary,
        String body,
        String category,
        String publishFrom,
        String publishUntil,
        String group,
        List<String> externalLinks,
        String note,
        List<Integer> keepAttachments,
        List<Described> attachments,
        List<String> disclosureItems) {

    /**
     * What is said of a picture; of another file, no more than its name and so its place.
     *
     * @param name the attachment's
     * @param alternativeText at most {@value Description#LONGEST_ALTERNATIVE_TEXT} characters
     * @param caption at most {@value Description#LONGEST_CAPTION}
     * @param cover whether it is to stand for the whole; at most one is
     */
    public record Described(String name, String alternativeText, String caption, Boolean cover) {}
}
