package prakat.process.publication;

import java.util.Set;
import prakat.input.Coded;
import prakat.request.Status;
import prakat.request.record.Criterion;
import prakat.request.record.TaskKind;

/**
 * The names in {@code processes/publication.bpmn} and in those that it calls, {@code extension.bpmn} and {@code review.bpmn};
 * a test holds them against the models. Those of the user tasks are in {@link TaskKind}.
 */
public final class PublicationModel {

    /** The process. */
    public static final String PROCESS = "publication";

    /** Where a version is looked at for what must not be published. */
    public static final String SCREEN = Status.SCREEN;

    /** Message that ends this, after what was found was recorded. */
    public static final String SCREENED = "screened";

    /** Timer that holds a permitted request until its start. */
    public static final String PUBLICATION_STARTS = "publicationStarts";

    /** Error of a publication that comes when its period is over, and the event that catches it. */
    public static final String PERIOD_MISSED = "periodMissed";

    /** The stay on the website. */
    public static final String ON_WEBSITE = "onWebsite";

    /** Timer that ends the stay. */
    public static final String PERIOD_ENDS = "periodEnds";

    /** Timer that comes before the end of the stay. */
    public static final String END_NEAR = "endNear";

    /** Timer that has it reviewed again and again. */
    public static final String REVIEW_DUE = "reviewDue";

    /** Error of a review that withdraws. */
    public static final String REVIEW_WITHDRAWS = "reviewWithdraws";

    /** The process of an extension, called by the first one. */
    public static final String EXTENSION = "extension";

    /** Where an extension is decided on, by a process of its own. */
    public static final String EXTEND = "extend";

    /** The process of a review, called by the first one. */
    public static final String REVIEW = "review";

    /** Message that has an extension decided, after it was recorded. */
    public static final String EXTENSION_REQUESTED = "extensionRequested";

    /** Message that ends everything before publication, after a cancellation was recorded. */
    public static final String CANCELLATION_RECEIVED = "cancellationReceived";

    /** Message that ends the stay on the website, after a withdrawal was recorded. */
    public static final String WITHDRAWAL_DECIDED = "withdrawalDecided";

    private PublicationModel() {}

    /** The variables of an instance, and those that come in with a submission or a decision. */
    public static final class Variables {
        public static final String NUMBER = "number";
        public static final String REQUESTER = "requester";
        public static final String GROUP = "group";
        public static final String ROUND = "round";
        public static final String OUTCOME = "outcome";
        public static final String REASON_CODE = "reasonCode";
        public static final String REASON = "reason";
        public static final String PUBLISH_FROM = "publishFrom";
        public static final String PUBLISH_UNTIL = "publishUntil";

        /** What the procedure keeps in the engine; everything else is taken out as soon as it has been read. */
        public static final Set<String> KEPT =
                Set.of(NUMBER, REQUESTER, GROUP, ROUND, OUTCOME, REASON_CODE, REASON, PUBLISH_FROM, PUBLISH_UNTIL);

        public static final Set<String> PERIOD = Set.of(PUBLISH_FROM, PUBLISH_UNTIL);

        public static final String TITLE = "title";

        /** Of a task alone: the group's name in Thai, for Tasklist's cards. */
        public static final String GROUP_NAME = "groupName";

        public static final String SUMMARY = "summary";
        public static final String BODY = "body";
        public static final String CATEGORY = "category";
        public static final String EXTERNAL_LINKS = "externalLinks";
        public static final String NOTE = "note";
        public static final String KEEP_ATTACHMENTS = "keepAttachments";
        public static final String DISCLOSURE_ITEMS = "disclosureItems";

        /** What a submission may bring, files apart. */
        public static final Set<String> CONTENT =
                Set.of(TITLE, SUMMARY, BODY, CATEGORY, EXTERNAL_LINKS, NOTE, KEEP_ATTACHMENTS, DISCLOSURE_ITEMS);

        public static final String CONTENT_SHA256 = "contentSha256";

        /** What a decision says to the warnings of the screening: JSON, as in {@code /api}. */
        public static final String ANSWERS = "answers";

        public static final String PUBLIC_NOTICE = "publicNotice";
        public static final String REPLACEMENT_URL = "replacementUrl";

        /** What a decision on a review may bring besides outcome and reason. */
        public static final Set<String> OF_REVIEW = Set.of(CONTENT_SHA256, PUBLIC_NOTICE, REPLACEMENT_URL);

        /** Of a task: true once the deputy directors were told that it is late. */
        public static final String ESCALATED = "escalated";

        private static final String REMARK = "Remark";

        private Variables() {}

        /** With which a decision says why a criterion is not met, e.g. {@code accurateRemark}. */
        static String remark(String criterion) {
            return criterion + REMARK;
        }

        static boolean isRemark(String name) {
            return name.endsWith(REMARK)
                    && Coded.of(Criterion.class, name.substring(0, name.length() - REMARK.length()))
                            .isPresent();
        }
    }
}
