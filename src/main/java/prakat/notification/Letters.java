package prakat.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import prakat.input.Texts;
import prakat.notification.Notice.Link;
import prakat.organisation.Office;
import prakat.organisation.WrittenDates;
import prakat.request.record.Criterion;
import prakat.request.record.HistoryEntry;

/**
 * Finds the words: the same for the plain part and for the HTML. Of what is published, a mail says number and title and
 * nothing else; of people, what they are and not who.
 */
@Component
class Letters {

    private static final String HTML = "mail/message";
    private static final String PLAIN = "mail/message.txt";

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final WrittenDates dates;
    private final Office office;
    private final Settings settings;

    Letters(ITemplateEngine templates, MessageSource messages, WrittenDates dates, Office office, Settings settings) {
        this.templates = templates;
        this.messages = messages;
        this.dates = dates;
        this.office = office;
        this.settings = settings;
    }

    /** A line of what it is about. */
    record Fact(String label, String value) {}

    /**
     * Where the reader goes.
     *
     * @param href the whole address, or the path where nobody said where the program is found
     * @param followed whether a mail program can follow it
     */
    record Way(String label, String href, boolean followed) {}

    Letter compose(Notice notice, Locale locale) {
        Words words = new Words(locale, arguments(notice, locale));
        String subject = Texts.line(words.of(notice, "subject"));
        Context context = new Context(locale);
        context.setVariables(Map.of(
                "language", locale.getLanguage(),
                "office", office.name().in(locale),
                "colours", office.colours(),
                "subject", subject,
                "headline", words.of(notice, "headline"),
                "text", words.of(notice, "text"),
                "facts", facts(notice, words, locale),
                "objections", objections(notice, words),
                "ways", notice.links().stream().map(link -> way(link, words)).toList(),
                "choices", way(new Link("choices", "/desk/notifications", false), words)));
        context.setVariable("reason", notice.why() == null ? null : notice.why().reason());
        return new Letter(
                locale.getLanguage(),
                subject,
                templates.process(PLAIN, context).strip() + "\n",
                templates.process(HTML, context));
    }

    private Object[] arguments(Notice notice, Locale locale) {
        String step = notice.step() == null
                ? ""
                : messages.getMessage("mail.step." + notice.step().code(), null, locale);
        return new Object[] {
            notice.request().number(), notice.request().current().title(), step, moment(notice, locale)
        };
    }

    private String moment(Notice notice, Locale locale) {
        return notice.until() == null ? "" : dates.moment(notice.until(), locale);
    }

    private List<Fact> facts(Notice notice, Words words, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.of("mail.fact.number"), notice.request().number()));
        facts.add(
                new Fact(words.of("mail.fact.title"), notice.request().current().title()));
        office.group(notice.request().groupCode())
                .ifPresent(group -> facts.add(
                        new Fact(words.of("mail.fact.group"), group.name().in(locale))));
        if (notice.due() != null) {
            facts.add(new Fact(words.of("mail.fact.due"), dates.moment(notice.due(), locale)));
        }
        if (notice.until() != null) {
            facts.add(new Fact(words.of("mail.fact.until." + notice.topic()), moment(notice, locale)));
        }
        if (notice.why() != null && notice.why().reasonCode() != null) {
            facts.add(new Fact(
                    words.of("mail.fact.objection"),
                    words.of("desk.reason." + notice.why().reasonCode().code())));
        }
        return facts;
    }

    /** The criteria that were not met, each with what was said of it. */
    private static List<Fact> objections(Notice notice, Words words) {
        HistoryEntry why = notice.why();
        if (why == null) {
            return List.of();
        }
        Map<Criterion, String> unmet = new TreeMap<>();
        why.checklist().forEach((criterion, met) -> {
            if (!met) {
                unmet.put(criterion, why.remarks().getOrDefault(criterion, ""));
            }
        });
        return unmet.entrySet().stream()
                .map(each -> new Fact(
                        words.of(
                                "mail.unmet",
                                words.of("desk.criterion." + each.getKey().code())),
                        each.getValue()))
                .toList();
    }

    private Way way(Link link, Words words) {
        String base = link.onWebsite() ? settings.siteAddress() : settings.deskAddress();
        // On the page that shows mails, a path is enough.
        return new Way(words.of("mail.link." + link.label()), base + link.path(), !base.isEmpty() || settings.shown());
    }

    /** The messages in one language. */
    private final class Words {

        private final Locale locale;
        private final Object[] arguments;

        Words(Locale locale, Object[] arguments) {
            this.locale = locale;
            this.arguments = arguments;
        }

        String of(Notice notice, String part) {
            return messages.getMessage("mail." + notice.topic() + "." + part, arguments, locale);
        }

        String of(String key, Object... said) {
            return messages.getMessage(key, said, locale);
        }
    }
}
