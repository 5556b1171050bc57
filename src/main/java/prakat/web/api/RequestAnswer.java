package prakat.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import prakat.publication.TakedownReason;
import prakat.request.content.Revision;
import prakat.request.record.Answer;
import prakat.request.record.ReasonCode;
import prakat.request.screening.ScreeningState;
import prakat.screening.Consequence;
import prakat.screening.FindingKind;

/** A request as {@code /api} shows it; see the contract for each member. Members without a value are null, not left out. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RequestAnswer(
        String id,
        String number,
        String status,
        int round,
        String title,
        String summary,
        String body,
        String category,
        OffsetDateTime publishFrom,
        OffsetDateTime publishUntil,
        List<String> externalLinks,
        String note,
        List<String> disclosureItems,
        GroupAnswer group,
        PersonAnswer requester,
        OffsetDateTime submittedAt,
        String contentSha256,
        List<AttachmentAnswer> attachments,
        ScreeningAnswer screening,
        StepAnswer currentStep,
        ReturnAnswer lastReturn,
        PublicationAnswer publication,
        ExtensionAnswer extension,
        ReviewAnswer review,
        OtherAnswer replaces,
        UpdateAnswer update,
        String processInstanceId) {

    record GroupAnswer(String code, String name) {}

    record PersonAnswer(String id, String name) {}

    /** A file: {@code alternativeText} and {@code caption} are "" where nothing is said of it. */
    record AttachmentAnswer(
            int n,
            String name,
            String mediaType,
            long size,
            String sha256,
            String alternativeText,
            String caption,
            boolean cover) {

        static List<AttachmentAnswer> of(Revision revision) {
            return revision.attachments().stream()
                    .map(file -> new AttachmentAnswer(
                            file.n(),
                            file.name(),
                            file.mediaType(),
                            file.size(),
                            file.sha256(),
                            file.alternativeText(),
                            file.caption(),
                            file.isCover()))
                    .toList();
        }
    }

    /** What the screening of the present version found. */
    record ScreeningAnswer(ScreeningState state, List<FindingAnswer> findings) {}

    /**
     * Something that was found: {@code excerpt} is masked and null where there is none, {@code answer} is what was said to it
     * last.
     */
    record FindingAnswer(
            String id,
            FindingKind kind,
            Consequence action,
            boolean needsReason,
            PlaceAnswer place,
            String words,
            String excerpt,
            int count,
            double confidence,
            @JsonInclude(JsonInclude.Include.NON_NULL) Answer answer) {}

    /** Where it is; what does not apply is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceAnswer(String field, Integer file, Integer page, String sheet, String cell, String part, String name) {}

    /** What happens next: {@code due} is null where nothing has a time by which it must be done. */
    record StepAnswer(String element, String name, List<String> candidates, OffsetDateTime since, OffsetDateTime due) {}

    record ReturnAnswer(String step, ReasonCode reasonCode, String reason, String by, OffsetDateTime at) {}

    /** The extension that was last asked for: {@code candidates} is empty where nobody has to decide on it any more. */
    record ExtensionAnswer(
            OffsetDateTime publishUntil,
            String reason,
            String state,
            OffsetDateTime requestedAt,
            OffsetDateTime since,
            List<String> candidates) {}

    /**
     * The last review whether it is still current: {@code state} is {@code open} until a web officer has decided, then the
     * outcome; {@code since} is when it came up or was decided, {@code reason} is null where none was given, and
     * {@code candidates} is empty where nobody has to decide.
     */
    record ReviewAnswer(String state, OffsetDateTime since, String reason, List<String> candidates) {}

    /** The request that this one is to replace on the website, or replaced. */
    record OtherAnswer(String id, String number) {}

    /** The newer version that was proposed last and not cancelled. */
    record UpdateAnswer(String id, String number, String status) {}

    /**
     * When and why it was and is no longer on the website; of a period that was missed there are only {@code takenDownAt},
     * when that was found, and the reason.
     */
    record PublicationAnswer(
            String url, OffsetDateTime publishedAt, OffsetDateTime takenDownAt, TakedownReason takedownReason) {}
}
