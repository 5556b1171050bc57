package prakat.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import prakat.request.PublicationRequest;
import prakat.request.record.HistoryEntry;
import prakat.request.record.TaskKind;

/**
 * Something to be said to some people; {@link Letters} finds the words.
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
record Notice(
        Kind kind,
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
    record Link(String label, String path, boolean onWebsite) {

        static Link desk(String label, PublicationRequest request, String rest) {
            return new Link(label, "/desk/requests/" + request.id() + rest, false);
        }

        static Link website(PublicationRequest request) {
            return new Link("website", "/news/" + request.number(), true);
        }
    }

    static Notice toOwner(Kind kind, String topic, PublicationRequest request, Link... links) {
        return new Notice(kind, topic, null, List.of(request.requester()), request, null, null, null, List.of(links));
    }

    Notice until(Instant end) {
        return new Notice(kind, topic, step, recipients, request, due, end, why, links);
    }

    Notice because(HistoryEntry decision) {
        return new Notice(kind, topic, step, recipients, request, due, until, decision, links);
    }

    Notice because(Optional<HistoryEntry> decision) {
        return because(decision.orElse(null));
    }
}
