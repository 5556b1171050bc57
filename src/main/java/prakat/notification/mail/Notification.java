package prakat.notification.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import prakat.request.PublicationRequest;
import prakat.request.record.HistoryEntry;
import prakat.request.record.TaskKind;

/**
 * Something to be said to some people; {@link MailComposer} finds the words.
 *
 * @param kind by which people turn it off
 * @param topic of which messages have the words, e.g. {@code certify}
 * @param step that is to be done; null where the topic says enough
 * @param recipients accounts
 * @param due by when something is to be done; null where nobody said
 * @param until the end of a period that it is about; null where it is about none
 * @param why the decision that it is about, with its reason; null where it is about none
 * @param links where the reader goes from there, the first one first of all
 */
public record Notification(
        MailKind kind,
        String topic,
        TaskKind step,
        Collection<String> recipients,
        PublicationRequest request,
        Instant due,
        Instant until,
        HistoryEntry why,
        List<Link> links) {

    /**
     * Where something is done or seen.
     *
     * @param label of which messages have the words
     * @param path within the program
     * @param onWebsite whether it is the public's page, and not the staff's
     */
    public record Link(String label, String path, boolean onWebsite) {

        static Link desk(String label, PublicationRequest request, String rest) {
            return new Link(label, "/desk/requests/" + request.id() + rest, false);
        }

        static Link website(PublicationRequest request) {
            return new Link("website", "/news/" + request.number(), true);
        }
    }

    static Notification toOwner(MailKind kind, String topic, PublicationRequest request, Link... links) {
        return new Notification(
                kind, topic, null, List.of(request.requester()), request, null, null, null, List.of(links));
    }

    Notification until(Instant end) {
        return new Notification(kind, topic, step, recipients, request, due, end, why, links);
    }

    Notification because(HistoryEntry decision) {
        return new Notification(kind, topic, step, recipients, request, due, until, decision, links);
    }

    Notification because(Optional<HistoryEntry> decision) {
        return because(decision.orElse(null));
    }
}
