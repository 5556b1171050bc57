package prakat.web.api;

import java.time.OffsetDateTime;
import java.util.List;
import prakat.organisation.office.Office;
import prakat.request.content.Revision;
import prakat.web.api.RequestAnswer.AttachmentAnswer;

/** A version of a request's content. */
record RevisionAnswer(
        int round,
        OffsetDateTime submittedAt,
        String title,
        String summary,
        String body,
        String category,
        OffsetDateTime publishFrom,
        OffsetDateTime publishUntil,
        List<String> externalLinks,
        String note,
        List<String> disclosureItems,
        String contentSha256,
        List<AttachmentAnswer> attachments) {

    /** With times in the office's zone. */
    static RevisionAnswer of(Revision revision, Office office) {
        return new RevisionAnswer(
                revision.round(),
                office.time(revision.submittedAt()),
                revision.title(),
                revision.summary(),
                revision.body(),
                revision.category(),
                office.time(revision.publishFrom()),
                office.time(revision.publishUntil()),
                revision.externalLinks(),
                revision.note(),
                revision.disclosureItems(),
                revision.contentSha256(),
                AttachmentAnswer.of(revision));
    }
}
