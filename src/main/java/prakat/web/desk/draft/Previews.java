package prakat.web.desk.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import prakat.input.Texts;
import prakat.input.Times;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.request.PublicationRequest;
import prakat.request.content.PublicationPolicy;
import prakat.request.content.Submissions;
import prakat.request.draft.Draft;
import prakat.request.draft.DraftFile;
import prakat.request.query.Requests;
import prakat.web.Article;

/** Shows a draft as the public's page would. */
@Component
class Previews {

    private final Requests requests;
    private final PublicationPolicy policy;
    private final Office office;
    private final Clock clock;

    Previews(Requests requests, PublicationPolicy policy, Office office, Clock clock) {
        this.requests = requests;
        this.policy = policy;
        this.office = office;
        this.clock = clock;
    }

    /** The page's content; the end is null while it is not known. */
    @Transactional(readOnly = true)
    public Article of(Draft draft, Person owner, Locale locale) {
        Draft.Typed typed = draft.typed();
        Optional<PublicationRequest> request = draft.requestId().map(id -> requests.get(id, owner));
        Optional<PublicationPolicy.Category> category = policy.category(typed.category());
        String group = request.map(PublicationRequest::groupCode)
                .orElseGet(() -> typed.group().isEmpty()
                        ? owner.staffOf().stream().sorted().findFirst().orElse("")
                        : typed.group());
        Instant from = time(typed.publishFrom(), Times.START_OF_DAY).orElseGet(clock::instant);
        Instant until = typed.endsByPolicy()
                ? category.map(known -> from.plus(Duration.ofDays(known.defaultDays())))
                        .orElse(null)
                : time(typed.publishUntil(), Times.END_OF_DAY).orElse(null);
        String number = request.filter(before -> !draft.forUpdate())
                .map(PublicationRequest::number)
                .orElse("–");
        return new Article(
                number,
                number,
                Texts.line(typed.title()),
                typed.summary(),
                draft.body(file -> Article.File.shown(href(draft, file))),
                category.map(known -> known.name().in(locale)).orElse(""),
                office.groupName(group, locale),
                from,
                null,
                until,
                typed.externalLinks().stream().filter(Submissions::isWebAddress).toList(),
                files(draft));
    }

    private Optional<Instant> time(Optional<String> said, LocalTime timeOfDate) {
        return said.flatMap(text -> Times.read(text, timeOfDate, office.zone(), "", new ArrayList<>()));
    }

    private static List<Article.File> files(Draft draft) {
        return draft.files().stream()
                .map(file -> Article.File.alone(file.file(), href(draft, file)))
                .toList();
    }

    private static String href(Draft draft, DraftFile file) {
        return "/desk/drafts/" + draft.id() + "/files/" + file.id();
    }
}
