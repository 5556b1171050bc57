package prakat.request.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import prakat.request.content.Content;
import prakat.request.content.Description;

/** Drafts and their files in the database. */
@Component
class DraftRepository {

    /** Nothing was ever typed into draft {@code d}, nor a file added. */
    private static final String EMPTY =
            "(d.saves = 0 and d.title = '' and not exists (select 1 from draft_file f where f.draft_id = d.id))";

    /** Of one owner: so many pages may stand open beside a new one. */
    private static final int MOST_EMPTY = 20;

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The owner's draft for that request. */
    Optional<Draft> of(String owner, String requestId) {
        return one("owner = ? and request_id = ?", owner, requestId);
    }

    /** The owner's, the last one first, but for those in which nothing was typed. */
    List<BegunDraft> begun(String owner) {
        return jdbc.sql("select d.id, d.title, d.request_id, d.for_update, d.touched_at,"
                        + " (select count(*) from draft_file f where f.draft_id = d.id) as files"
                        + " from draft d where d.owner = ? and not " + EMPTY + " order by d.touched_at desc, d.id")
                .param(owner)
                .query((row, n) -> new BegunDraft(
                        row.getString("id"),
                        row.getString("title"),
                        Optional.ofNullable(row.getString("request_id")),
                        row.getBoolean("for_update"),
                        row.getObject("touched_at", OffsetDateTime.class).toInstant(),
                        row.getInt("files")))
                .list();
    }

    /** How many the owner has for new requests, but for those in which nothing was typed. */
    long countOfNew(String owner) {
        return jdbc.sql("select count(*) from draft d where d.owner = ? and d.request_id is null and not " + EMPTY)
                .param(owner)
                .query(Long.class)
                .single();
    }

    /** The draft of that id, if it is the owner's. */
    Optional<Draft> find(String id, String owner) {
        return one("id = ? and owner = ?", id, owner);
    }

    /** The same, and nobody else takes it until the transaction ends. */
    Optional<Draft> lock(String id, String owner) {
        return one("id = ? and owner = ? for update", id, owner);
    }

    private Optional<Draft> one(String where, String... values) {
        return jdbc.sql("select * from draft where " + where)
                .params(List.of(values))
                .query(this::draft)
                .optional();
    }

    /** Whether it is there now: not where the owner has one for the same request already, as two windows may open at once. */
    boolean insert(Draft draft) {
        Map<String, Object> columns = columns(draft);
        return jdbc.sql("insert into draft (%s) values (%s) on conflict do nothing"
                                .formatted(
                                        String.join(", ", columns.keySet()),
                                        columns.keySet().stream()
                                                .map(name -> ":" + name)
                                                .collect(Collectors.joining(", "))))
                        .params(columns)
                        .update()
                == 1;
    }

    void update(Draft draft) {
        Map<String, Object> columns = columns(draft);
        jdbc.sql("update draft set %s where id = :id"
                        .formatted(columns.keySet().stream()
                                .map(name -> name + " = :" + name)
                                .collect(Collectors.joining(", "))))
                .params(columns)
                .update();
    }

    void delete(Draft draft) {
        jdbc.sql("delete from draft where id = ?").param(draft.id()).update();
    }

    void deleteOf(String owner) {
        jdbc.sql("delete from draft where owner = ?").param(owner).update();
    }

    /** Leaves the owner the last of those for new requests in which nothing was typed. */
    void deleteOldEmptyOf(String owner) {
        String empty = "select d.id from draft d where d.owner = :owner and d.request_id is null and " + EMPTY;
        jdbc.sql("delete from draft where id in (" + empty + " order by d.touched_at desc, d.id offset :most rows)")
                .param("owner", owner)
                .param("most", MOST_EMPTY)
                .update();
    }

    /** @param thenEmpty the same for those in which nothing was typed */
    void deleteUntouchedSince(Instant then, Instant thenEmpty) {
        jdbc.sql("delete from draft d where d.touched_at < ? or d.touched_at < ? and " + EMPTY)
                .params(
                        OffsetDateTime.ofInstant(then, ZoneOffset.UTC),
                        OffsetDateTime.ofInstant(thenEmpty, ZoneOffset.UTC))
                .update();
    }

    /** After the files that it has. */
    void insert(Draft draft, Content.File file) {
        Description said = file.description();
        jdbc.sql(
                        "insert into draft_file (draft_id, name, media_type, size, sha256, alternative_text, caption, cover, n)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?,"
                                + " (select coalesce(max(n), 0) + 1 from draft_file where draft_id = ?))")
                .params(draft.id(), file.name(), file.mediaType(), file.size(), file.sha256())
                .params(said.alternativeText(), said.caption(), said.cover(), draft.id())
                .update();
    }

    /** Keeps the order of files and what is said of them, where that differs from before. */
    void describe(List<DraftFile> before, List<DraftFile> files) {
        boolean moved = !ids(files).equals(ids(before));
        for (int i = 0; i < files.size(); i++) {
            Description said = files.get(i).description();
            if (moved || !files.get(i).equals(before.get(i))) {
                jdbc.sql("update draft_file set alternative_text = ?, caption = ?, cover = ?, n = ? where id = ?")
                        .params(
                                said.alternativeText(),
                                said.caption(),
                                said.cover(),
                                i + 1,
                                files.get(i).id())
                        .update();
            }
        }
    }

    private static List<Long> ids(List<DraftFile> files) {
        return files.stream().map(DraftFile::id).toList();
    }

    void delete(Draft draft, long file) {
        jdbc.sql("delete from draft_file where draft_id = ? and id = ?")
                .params(draft.id(), file)
                .update();
    }

    private List<DraftFile> files(String draft) {
        return jdbc.sql("select * from draft_file where draft_id = ? order by n, id")
                .param(draft)
                .query((row, n) -> new DraftFile(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        new Description(
                                row.getString("alternative_text"), row.getString("caption"), row.getBoolean("cover"))))
                .list();
    }

    private Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getString("id"),
                row.getString("owner"),
                Optional.ofNullable(row.getString("request_id")),
                row.getBoolean("for_update"),
                row.getInt("round"),
                new Draft.Typed(
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("body"),
                        row.getString("category"),
                        row.getBoolean("starts_at_once"),
                        row.getString("from_day"),
                        row.getString("from_time"),
                        row.getBoolean("ends_by_policy"),
                        row.getString("until_day"),
                        row.getString("until_time"),
                        row.getString("group_code"),
                        row.getString("external_links").lines().toList(),
                        row.getString("note"),
                        row.getString("disclosure_items").lines().toList()),
                row.getInt("saves"),
                row.getObject("touched_at", OffsetDateTime.class).toInstant(),
                files(row.getString("id")));
    }

    private static Map<String, Object> columns(Draft draft) {
        Draft.Typed typed = draft.typed();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", draft.id());
        columns.put("owner", draft.owner());
        columns.put("request_id", draft.requestId().orElse(null));
        columns.put("for_update", draft.forUpdate());
        columns.put("round", draft.round());
        columns.put("title", typed.title());
        columns.put("summary", typed.summary());
        columns.put("body", typed.body());
        columns.put("category", typed.category());
        columns.put("starts_at_once", typed.startsAtOnce());
        columns.put("from_day", typed.fromDay());
        columns.put("from_time", typed.fromTime());
        columns.put("ends_by_policy", typed.endsByPolicy());
        columns.put("until_day", typed.untilDay());
        columns.put("until_time", typed.untilTime());
        columns.put("group_code", typed.group());
        columns.put("external_links", String.join("\n", typed.externalLinks()));
        columns.put("note", typed.note());
        columns.put("disclosure_items", String.join("\n", typed.disclosureItems()));
        columns.put("saves", draft.saves());
        columns.put("touched_at", OffsetDateTime.ofInstant(draft.touchedAt(), ZoneOffset.UTC));
        return columns;
    }
}
