package prakat.notification.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import prakat.input.Texts;
import prakat.notification.mail.Notification.Link;
import prakat.organisation.PasswordGuessed;
import prakat.organisation.office.Office;
import prakat.organisation.office.WrittenDates;
import prakat.request.record.HistoryEntry;

/**
 * Finds the words: the same for the plain part and for the HTML. Of what is published, a mail says number and title and
 * nothing else; of people, what they are and not who.
 */
@Component
public class MailComposer {

    private static final String HTML = "mail/message";
    private static final String PLAIN = "mail/message.txt";

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final WrittenDates dates;
    private final Office office;
    private final NotificationSettings settings;

    MailComposer(
            ITemplateEngine templates,
            MessageSource messages,
            WrittenDates dates,
            Office office,
            NotificationSettings settings) {
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

    /** What is said of a request. */
    public MailText compose(Notification notification, Locale locale) {
        MessageSourceAccessor words = new MessageSourceAccessor(messages, locale);
        return compose(
                notification.topic(),
                arguments(notification, words, locale),
                facts(notification, words, locale),
                objections(notification, words),
                reason(notification),
                notification.links().stream().map(link -> way(link, words)).toList(),
                locale);
    }

    /** To the owner of an account, whose password somebody guessed at. */
    public MailText compose(PasswordGuessed guessed, Locale locale) {
        MessageSourceAccessor words = new MessageSourceAccessor(messages, locale);
        List<Fact> facts = List.of(
                new Fact(words.getMessage("mail.fact.account"), guessed.account()),
                new Fact(words.getMessage("mail.fact.address"), guessed.address()),
                new Fact(words.getMessage("mail.fact.at"), dates.moment(guessed.at(), locale)));
        return compose("password-guessed", new Object[0], facts, List.of(), null, List.of(), locale);
    }

    private MailText compose(
            String about,
            Object[] arguments,
            List<Fact> facts,
            List<Fact> objections,
            String reason,
            List<Way> ways,
            Locale locale) {
        MessageSourceAccessor words = new MessageSourceAccessor(messages, locale);
        String topic = "mail." + about;
        String subject = Texts.line(words.getMessage(topic + ".subject", arguments));
        Context context = new Context(locale);
        context.setVariables(Map.of(
                "language", locale.getLanguage(),
                "office", office.name().in(locale),
                "colours", office.colours(),
                "subject", subject,
                "headline", words.getMessage(topic + ".headline", arguments),
                "text", words.getMessage(topic + ".text", arguments),
                "facts", facts,
                "objections", objections,
                "ways", ways,
                "choices", way(new Link("choices", "/desk/notifications", false), words)));
        context.setVariable("reason", reason);
        return new MailText(
                locale.getLanguage(),
                subject,
                templates.process(PLAIN, context).strip() + "\n",
                templates.process(HTML, context));
    }

    private Object[] arguments(Notification notification, MessageSourceAccessor words, Locale locale) {
        String step = notification.step() == null
                ? ""
                : words.getMessage("mail.step." + notification.step().code());
        return new Object[] {
            notification.request().number(),
            notification.request().current().title(),
            step,
            moment(notification, locale)
        };
    }

    private String moment(Notification notification, Locale locale) {
        return notification.until() == null ? "" : dates.moment(notification.until(), locale);
    }

    private List<Fact> facts(Notification notification, MessageSourceAccessor words, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.getMessage("mail.fact.number"), notification.request().number()));
        facts.add(new Fact(
                words.getMessage("mail.fact.title"),
                notification.request().current().title()));
        office.group(notification.request().groupCode())
                .ifPresent(group -> facts.add(new Fact(
                        words.getMessage("mail.fact.group"), group.name().in(locale))));
        if (notification.due() != null) {
            facts.add(new Fact(words.getMessage("mail.fact.due"), dates.moment(notification.due(), locale)));
        }
        if (notification.until() != null) {
            facts.add(new Fact(
                    words.getMessage("mail.fact.until." + notification.topic()), moment(notification, locale)));
        }
        if (notification.why() != null && notification.why().reasonCode() != null) {
            facts.add(new Fact(
                    words.getMessage("mail.fact.objection"),
                    words.getMessage(
                            "desk.reason." + notification.why().reasonCode().code())));
        }
        return facts;
    }

    /** Null where there is none, or the criteria that were not met say it: a reader is told once. */
    private static String reason(Notification notification) {
        HistoryEntry why = notification.why();
        return why == null || why.remarksSayReason() ? null : why.reason();
    }

    /** The criteria that were not met, each with what was said of it. */
    private static List<Fact> objections(Notification notification, MessageSourceAccessor words) {
        HistoryEntry why = notification.why();
        if (why == null) {
            return List.of();
        }
        return why.checklist().entrySet().stream()
                .filter(mark -> !mark.getValue())
                .map(Map.Entry::getKey)
                .map(criterion -> new Fact(
                        words.getMessage(
                                "mail.unmet", new Object[] {words.getMessage("desk.criterion." + criterion.code())}),
                        why.remarks().getOrDefault(criterion, "")))
                .toList();
    }

    private Way way(Link link, MessageSourceAccessor words) {
        String base = link.onWebsite() ? settings.siteAddress() : settings.deskAddress();
        // On the page that shows mails, a path is enough.
        return new Way(
                words.getMessage("mail.link." + link.label()), base + link.path(), !base.isEmpty() || settings.shown());
    }
}
