package prakat.web.desk.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import prakat.disclosure.DisclosureLists;
import prakat.input.Refusal;
import prakat.organisation.Person;
import prakat.organisation.office.Group;
import prakat.organisation.office.Office;
import prakat.request.PublicationRequest;
import prakat.request.content.PublicationPolicy;
import prakat.request.draft.Draft;
import prakat.request.query.Requests;
import prakat.web.Problems;
import prakat.web.desk.FieldErrors;
import prakat.web.desk.content.HistoryLines;
import prakat.web.desk.draft.SubmissionPage.FieldError;
import prakat.web.desk.draft.SubmissionPage.Revised;

/** Builds the page on which a draft is written, with its errors. */
@Component
class SubmissionPages {

    /** Messages that differ from the API's, since people see a calendar and a list in place of times and codes. */
    private static final Map<String, String> IN_THE_WORDS_OF_THE_PAGE = Map.of(
            "time", "submit.wrong.day",
            "buddhist-year", "submit.wrong.day",
            "category", "submit.wrong.category",
            "group-needed", "submit.wrong.group",
            "group-not-yours", "submit.wrong.group");

    private final Requests requests;
    private final HistoryLines historyLines;
    private final PublicationPolicy policy;
    private final DisclosureLists disclosure;
    private final Office office;
    private final FieldErrors fieldErrors;
    private final Problems problems;

    SubmissionPages(
            Requests requests,
            HistoryLines historyLines,
            PublicationPolicy policy,
            DisclosureLists disclosure,
            Office office,
            FieldErrors fieldErrors,
            Problems problems) {
        this.requests = requests;
        this.historyLines = historyLines;
        this.policy = policy;
        this.disclosure = disclosure;
        this.office = office;
        this.fieldErrors = fieldErrors;
        this.problems = problems;
    }

    /** The page; within a transaction. */
    SubmissionPage page(Draft draft, Draft.Typed typed, List<FieldError> errors, Person owner, Locale locale) {
        return new SubmissionPage(
                address(draft),
                draft,
                typed,
                draft.saves() == 0 ? null : draft.touchedAt(),
                policy.categories(),
                draft.requestId().isPresent() ? List.of() : groups(owner),
                DisclosureChoices.of(disclosure, typed.disclosureItems(), owner.staffOf(), locale),
                draft.requestId()
                        .map(id -> revised(requests.get(id, owner), locale))
                        .orElse(null),
                errors.stream()
                        .sorted(Comparator.comparing(error -> SubmissionPage.FIELDS.indexOf(error.field())))
                        .toList());
    }

    static String address(Draft draft) {
        return draft.requestId()
                .map(id -> "/desk/requests/" + id + (draft.forUpdate() ? "/update" : "/revise"))
                .orElse("/desk/new/" + draft.id());
    }

    /** The errors of a refusal, by the page's fields; those that are about none, or about no field of it, by "". */
    List<FieldError> errors(Refusal refusal, Locale locale) {
        return switch (refusal.kind()) {
            case INVALID -> refusal.fields().stream()
                    .map(field -> new FieldError(
                            SubmissionPage.FIELDS.contains(field.name()) ? field.name() : "",
                            fieldErrors.text(field, IN_THE_WORDS_OF_THE_PAGE, locale)))
                    .toList();
            case TOO_LARGE, UNSUPPORTED_TYPE -> List.of(new FieldError("attachments", text(refusal, locale)));
            case FORBIDDEN, NOT_FOUND, CONFLICT, TOO_MANY, FAILED, BUSY, FULL -> List.of(
                    new FieldError("", text(refusal, locale)));
        };
    }

    private String text(Refusal refusal, Locale locale) {
        return problems.of(refusal, locale).getDetail();
    }

    private Revised revised(PublicationRequest request, Locale locale) {
        return new Revised(
                request.id(),
                request.number(),
                historyLines.returned(request, locale).orElse(null));
    }

    private List<Group> groups(Person owner) {
        return office.groups().stream()
                .filter(group -> owner.staffOf().contains(group.code()))
                .toList();
    }
}
