package prakat.request.content;

import java.net.MalformedURLException;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import prakat.input.Refusal;
import prakat.input.Texts;
import prakat.organisation.Person;
import prakat.organisation.office.Office;
import prakat.screening.html.BodyPictures;
import prakat.screening.html.HtmlBody;

/** Turns what a requester says into content that keeps the rules, or says all that is wrong with it at once. */
@Component
public class Submissions {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_SUMMARY = 500;
    /** In characters of HTML. */
    public static final int LONGEST_BODY = 200_000;

    static final int LONGEST_NOTE = 2000;
    static final int MOST_LINKS = 20;
    static final int LONGEST_LINK = 2000;
    static final int MOST_ITEMS = 50;

    private final PublicationPolicy policy;
    private final Attachments attachments;
    private final DisclosureItems disclosure;
    private final Office office;
    private final Clock clock;

    Submissions(
            PublicationPolicy policy, Attachments attachments, DisclosureItems disclosure, Office office, Clock clock) {
        this.policy = policy;
        this.attachments = attachments;
        this.disclosure = disclosure;
        this.office = office;
        this.clock = clock;
    }

    /**
     * The content of a submission, its files kept.
     *
     * @param before the version before it, whose files may be kept; empty for a first submission
     * @throws Refusal naming every field that is wrong
     */
    public Content content(Submission said, List<Upload> uploads, Optional<Revision> before) {
        List<Refusal.Field> faults = new ArrayList<>();
        String title = text("title", Texts.line(said.title()), LONGEST_TITLE, true, faults);
        String summary = text("summary", Texts.plain(said.summary()), LONGEST_SUMMARY, true, faults);
        String body = body(said.body(), faults);
        String note = text("note", Texts.plain(said.note()), LONGEST_NOTE, false, faults);
        List<String> links = links(said.externalLinks(), faults);
        List<String> items = items(
                said.disclosureItems(), before.map(Revision::disclosureItems).orElse(List.of()), faults);
        List<Content.File> kept = kept(said.keepAttachments(), before, faults);
        Period period = null;
        Optional<PublicationPolicy.Category> category = policy.category(Texts.plain(said.category()));
        if (category.isEmpty()) {
            faults.add(Refusal.Field.of(
                    "category",
                    "category",
                    policy.categories().stream()
                            .map(PublicationPolicy.Category::code)
                            .collect(Collectors.joining(", "))));
        } else {
            try {
                Instant now = clock.instant();
                period = Period.of(said.publishFrom(), said.publishUntil(), category.get(), now, office.zone());
            } catch (Refusal refusal) {
                faults.addAll(refusal.fields());
            }
        }
        Refusal.throwIfAny(faults);
        List<Content.File> files =
                attachments.keep(kept, uploads, said.attachments() == null ? List.of() : said.attachments());
        ensureAttached(BodyPictures.names(body), files);
        return new Content(
                title, summary, body, category.get().code(), period.from(), period.until(), links, note, items, files);
    }

    /**
     * The group for which the person proposes.
     *
     * @throws Refusal where the person works in none, in several without saying which, or not in the one that was said
     */
    public String group(Person requester, String said) {
        Set<String> groups = requester.staffOf();
        String group = Texts.plain(said);
        if (groups.isEmpty()) {
            throw Refusal.forbidden("not-staff");
        }
        if (group.isEmpty() && groups.size() == 1) {
            return groups.iterator().next();
        }
        if (!groups.contains(group)) {
            throw Refusal.invalid(
                    "group",
                    group.isEmpty() ? "group-needed" : "group-not-yours",
                    String.join(", ", new TreeSet<>(groups)));
        }
        return group;
    }

    private static String text(String field, String text, int longest, boolean needed, List<Refusal.Field> faults) {
        if (needed && text.isEmpty()) {
            faults.add(Refusal.Field.of(field, "needed"));
        } else if (Texts.length(text) > longest) {
            faults.add(Refusal.Field.of(field, "too-long", longest));
        }
        return text;
    }

    private static String body(String said, List<Refusal.Field> faults) {
        String html = text("body", Texts.plain(said), LONGEST_BODY, true, faults);
        if (!faults.isEmpty() && Texts.length(html) > LONGEST_BODY) {
            return html;
        }
        String clean = HtmlBody.clean(html);
        if (!html.isEmpty() && HtmlBody.text(clean).isBlank()) {
            faults.add(Refusal.Field.of("body", "needed"));
        }
        return clean;
    }

    private static List<String> links(List<String> said, List<Refusal.Field> faults) {
        List<String> links = said == null
                ? List.of()
                : said.stream().map(Texts::line).filter(link -> !link.isEmpty()).toList();
        if (links.size() > MOST_LINKS) {
            faults.add(Refusal.Field.of("externalLinks", "too-many-links", MOST_LINKS));
        }
        links.stream()
                .filter(link -> link.length() > LONGEST_LINK || !isWebAddress(link))
                .findFirst()
                .ifPresent(link -> faults.add(Refusal.Field.of("externalLinks", "link", link)));
        return links;
    }

    /** Whether it is an address that a reader's browser may be sent to; Thai host names are. */
    public static boolean isWebAddress(String link) {
        try {
            URL url = new URL(link);
            return Set.of("http", "https").contains(url.getProtocol())
                    && !url.getHost().isEmpty()
                    && url.getUserInfo() == null
                    && link.chars().noneMatch(Character::isWhitespace);
        } catch (MalformedURLException e) {
            return false;
        }
    }

    private static void ensureAttached(List<String> pictures, List<Content.File> files) {
        Set<String> attached = files.stream()
                .filter(Content.File::isPicture)
                .map(Content.File::name)
                .collect(Collectors.toSet());
        Refusal.throwIfAny(pictures.stream()
                .filter(name -> !attached.contains(name))
                .distinct()
                .limit(Attachments.MOST_PICTURES)
                .map(name -> Refusal.Field.of("body", "picture-not-attached", name))
                .toList());
    }

    private List<String> items(List<String> said, List<String> before, List<Refusal.Field> faults) {
        if (said == null) {
            return before;
        }
        if (said.size() > MOST_ITEMS) {
            faults.add(Refusal.Field.of("disclosureItems", "too-many-items", MOST_ITEMS));
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (String item : said) {
            String line = Texts.line(item);
            // The office may have taken a list away that the version before names.
            Optional<String> found = before.contains(line) ? Optional.of(line) : disclosure.find(line);
            found.ifPresentOrElse(
                    items::add, () -> faults.add(Refusal.Field.of("disclosureItems", "no-such-item", line)));
        }
        return items.stream().distinct().toList();
    }

    private static List<Content.File> kept(
            List<Integer> numbers, Optional<Revision> before, List<Refusal.Field> faults) {
        List<Content.File> files = new ArrayList<>();
        if (numbers != null && numbers.size() > Attachments.MOST_FILES) {
            faults.add(Attachments.tooMany("keepAttachments"));
            return files;
        }
        for (Integer n : numbers == null ? List.<Integer>of() : numbers) {
            before.flatMap(revision -> n == null ? Optional.empty() : revision.attachment(n))
                    .ifPresentOrElse(
                            attachment -> files.add(attachment.file()),
                            () -> faults.add(Refusal.Field.of("keepAttachments", "no-such-attachment", n + "")));
        }
        return files.stream().distinct().toList();
    }
}
