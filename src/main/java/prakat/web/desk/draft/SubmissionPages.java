package prakat.web.desk.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.organisation.Office;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.content.PublicationPolicy;
import prakat.request.draft.Draft;
import prakat.request.query.Requests;
import prakat.web.desk.content.HistoryLines;
import prakat.web.desk.draft.SubmissionPage.Choice;
import prakat.web.desk.draft.SubmissionPage.FieldError;
import prakat.web.desk.draft.SubmissionPage.Revised;

/** Builds the page on which a draft is written, with its errors. */
@Component
public class SubmissionPages {

    /** Messages that differ from the API's, since people see a calendar and a list in place of times and codes. */
    private static final Map<String, String> IN_THE_WORDS_OF_THE_PAGE = Map.of(
            "time", "submit.wrong.day",
            "buddhist-year", "submit.wrong.day",
            "category", "submit.wrong.category",
            "group-needed", "submit.wrong.group",
            "group-not-yours", "submit.wrong.group");

    /** Fields that differ from the API's, where kept and new files are two lists. */
    private static final Map<String, String> ON_THE_PAGE = Map.of("keepAttachments", "attachments");

    private final Requests requests;
    private final HistoryLines historyLines;
    private final PublicationPolicy policy;
    private final Office office;
    private final MessageSource messages;

    SubmissionPages(
            Requests requests,
            HistoryLines historyLines,
            PublicationPolicy policy,
            Office office,
            MessageSource messages) {
        this.requests = requests;
        this.historyLines = historyLines;
        this.policy = policy;
        this.office = office;
        this.messages = messages;
    }

    /** The page; within a transaction. */
    SubmissionPage page(Draft draft, Draft.Typed typed, List<FieldError> errors, Person owner, Locale locale) {
        return new SubmissionPage(
                address(draft),
                draft,
                typed,
                draft.saves() == 0 ? null : draft.touchedAt(),
                policy.categories().stream()
                        .map(category -> new Choice(
                                category.code(),
                                category.name().in(locale),
                                category.defaultDays(),
                                category.longestDays()))
                        .toList(),
                draft.requestId().isPresent() ? List.of() : groups(owner, locale),
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
                .orElse("/desk/new");
    }

    /** The errors of a refusal, by the page's fields. */
    public List<FieldError> errors(Refusal refusal, Locale locale) {
        return switch (refusal.kind()) {
            case INVALID -> refusal.fields().stream()
                    .map(field -> new FieldError(
                            ON_THE_PAGE.getOrDefault(field.name(), field.name()),
                            text(
                                    IN_THE_WORDS_OF_THE_PAGE.getOrDefault(field.code(), "refusal." + field.code()),
                                    field.arguments(),
                                    locale)))
                    .map(error ->
                            SubmissionPage.FIELDS.contains(error.field()) ? error : new FieldError("", error.message()))
                    .toList();
            case TOO_LARGE, UNSUPPORTED_TYPE -> List.of(
                    new FieldError("attachments", text("refusal." + refusal.code(), refusal.arguments(), locale)));
            case FORBIDDEN, NOT_FOUND, CONFLICT -> List.of(
                    new FieldError("", text("refusal." + refusal.code(), refusal.arguments(), locale)));
        };
    }

    private Revised revised(PublicationRequest request, Locale locale) {
        return new Revised(
                request.id(),
                request.number(),
                request.current().title(),
                historyLines.returned(request, locale).orElse(null),
                request.current().attachments());
    }

    private List<Choice> groups(Person owner, Locale locale) {
        return office.groups().stream()
                .filter(group -> owner.staffOf().contains(group.code()))
                .map(group -> new Choice(group.code(), group.name().in(locale), 0, 0))
                .toList();
    }

    private String text(String code, List<Object> arguments, Locale locale) {
        return messages.getMessage(code, arguments.toArray(), locale);
    }
}
