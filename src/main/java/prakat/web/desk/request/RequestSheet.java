package prakat.web.desk.request;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import prakat.organisation.Person;
import prakat.request.PublicationRequest;
import prakat.request.content.PublicationPolicy;
import prakat.request.query.Requests;
import prakat.sheet.Sheet;
import prakat.web.desk.request.RequestRows.RequestRow;

/** The desk's list as a table for spreadsheets: all pages of it, read a hundred requests at a time. */
@Component
class RequestSheet {

    /** More than an office gets in years; of longer lists the file has the first ones. */
    static final int MOST = 10_000;

    private static final int AT_ONCE = 100;

    private static final List<String> HEADINGS = List.of(
            "desk.number",
            "desk.request-title",
            "desk.category",
            "publication.group",
            "desk.requester",
            "desk.status",
            "desk.round",
            "desk.submitted",
            "desk.from",
            "desk.until",
            "desk.since",
            "desk.assignee",
            "desk.due");

    private final Requests requests;
    private final RequestRows rows;
    private final PublicationPolicy policy;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    RequestSheet(
            Requests requests,
            RequestRows rows,
            PublicationPolicy policy,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.rows = rows;
        this.policy = policy;
        this.messages = messages;
        this.transaction = transaction;
    }

    /** What the reader sees of the list at this moment; read within the reader's call. */
    Sheet of(ListFilter filter, Person reader, Locale locale) {
        List<String> ids = requests.ids(filter.filter(), reader, MOST);
        String desk = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/desk/requests/")
                .toUriString();
        return new Sheet(
                word("desk.lists", locale),
                HEADINGS.stream().map(heading -> word(heading, locale)).toList(),
                () -> IntStream.range(0, (ids.size() + AT_ONCE - 1) / AT_ONCE)
                        .mapToObj(n -> ids.subList(n * AT_ONCE, Math.min(ids.size(), (n + 1) * AT_ONCE)))
                        .flatMap(some -> lines(some, desk, reader, locale))
                        .iterator());
    }

    private Stream<List<?>> lines(List<String> ids, String desk, Person reader, Locale locale) {
        return transaction.execute(transacted -> {
            List<PublicationRequest> some = requests.those(ids, reader);
            List<RequestRow> listed = rows.of(some, locale);
            List<List<?>> lines = IntStream.range(0, some.size())
                    .<List<?>>mapToObj(n -> line(some.get(n), listed.get(n), desk, locale))
                    .toList();
            return lines.stream();
        });
    }

    private List<?> line(PublicationRequest request, RequestRow row, String desk, Locale locale) {
        return Arrays.asList(
                new Sheet.Link(row.number(), URI.create(desk + row.id())),
                row.title(),
                policy.categoryName(request.current().category(), locale),
                row.group(),
                row.requester(),
                word("desk.status." + row.status(), locale),
                request.round(),
                request.submittedAt(),
                request.publishFrom(),
                request.publishUntil(),
                row.since(),
                String.join(", ", row.assignees()),
                row.over() ? null : row.due());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
