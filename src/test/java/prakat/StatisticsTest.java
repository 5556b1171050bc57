package prakat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the record says in figures, and the lists behind them; in years to which no other test comes. */
class StatisticsTest extends ProgramTest {

    /** How an entry of the record says it, as {@code event:outcome}. */
    private static final Map<String, String> MILESTONES = Map.of(
            "submitted", "submitted:null",
            "returned", "certification:returned|vetting:refused|screened:blocked",
            "certified", "certification:certified",
            "permitted", "vetting:permitted",
            "published", "published:null",
            "takenDown", "taken-down:null|replaced:null",
            "withdrawn", "withdrawn:null");

    /** An entry of the record with what it is counted by. */
    private record Entry(String request, String group, String category, String what, LocalDate day, String reason) {}

    @Test
    @Tag("database")
    void everyFigureIsThatOfTheRecordAndOfTheListBehindIt() {
        twoFiscalYears();
        List<Entry> entries = entries();

        for (String period : List.of("year=2590&quarter=1", "year=2590&quarter=2", "year=2589")) {
            JsonNode figures =
                    as("web-officer").get("/api/statistics?" + period).json();
            check(figures, entry -> true, "", day(figures, "from"), day(figures, "until"), entries);
        }
        JsonNode year = as("web-officer").get("/api/statistics?year=2590").json();
        LocalDate first = day(year, "from");
        LocalDate last = day(year, "until");
        check(year, entry -> true, "", first, last, entries);
        year.get("byGroup")
                .properties()
                .forEach(one -> check(
                        one.getValue(),
                        entry -> entry.group().equals(one.getKey()),
                        "&group=" + one.getKey(),
                        first,
                        last,
                        entries));
        year.get("byCategory")
                .properties()
                .forEach(one -> check(
                        one.getValue(),
                        entry -> entry.category().equals(one.getKey()),
                        "&category=" + one.getKey(),
                        first,
                        last,
                        entries));
        year.get("byMonth").properties().forEach(one -> {
            YearMonth month = YearMonth.parse(one.getKey());
            check(one.getValue(), entry -> true, "", month.atDay(1), month.atEndOfMonth(), entries);
        });
        year.get("returnsByReason")
                .properties()
                .forEach(one -> checkOne(
                        one.getValue().asLong(),
                        entry -> MILESTONES.get("returned").contains(entry.what())
                                && one.getKey().equals(entry.reason()),
                        "reason=" + one.getKey(),
                        first,
                        last,
                        entries));
        assertThat(year.get("returned").asLong()).as("returned twice").isEqualTo(1);
        assertThat(year.at("/byMonth/2046-10/returned").asLong()).isEqualTo(1);
        assertThat(year.at("/byMonth/2046-11/returned").asLong()).isEqualTo(1);
        assertThat(year.get("submitted").asLong())
                .as("one was submitted in September")
                .isEqualTo(2);
        assertThat(year.at("/byGroup/finance/hoursToCertify").toString()).isEqualTo(hours(3, 4.6));
        assertThat(year.at("/byGroup/finance/hoursToVet").toString()).isEqualTo(hours(8, 8));
        assertThat(year.at("/byMonth/2046-11/hoursToPublish").toString()).isEqualTo(hours(8, 8));
        assertThat(year.at("/byGroup/hr/hoursToPublish").isNull())
                .as("its owner wanted it on the website later")
                .isTrue();
    }

    private static String hours(double median, double p90) {
        return "{\"median\":" + median + ",\"p90\":" + p90 + "}";
    }

    @Test
    void figuresAreForThoseWhoOverseeTheGroup() {
        assertThat(as("finance-director")
                        .get("/api/statistics")
                        .json()
                        .get("group")
                        .asText())
                .isEqualTo("finance");
        assertThat(as("deputy-director")
                        .get("/api/statistics?group=hr")
                        .json()
                        .get("group")
                        .asText())
                .isEqualTo("hr");
        assertThat(as("finance-director").get("/api/statistics?group=hr").status())
                .isEqualTo(403);
        assertThat(as("finance-staff").get("/api/statistics?year=no").status()).isEqualTo(403);
        for (String wrong : List.of("year=2027", "quarter=5", "year=2570&quarter=x")) {
            assertThat(as("admin").get("/api/statistics?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        for (String wrong : List.of("event=none", "reason=none", "sort=-none", "from=31/2/2570")) {
            assertThat(as("admin").get("/api/requests?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private static LocalDate day(JsonNode figures, String which) {
        return LocalDate.parse(figures.get(which).asText());
    }

    private void check(
            JsonNode tally,
            Predicate<Entry> wanted,
            String parameters,
            LocalDate first,
            LocalDate last,
            List<Entry> entries) {
        MILESTONES.forEach((milestone, signs) -> checkOne(
                tally.get(milestone).asLong(),
                entry -> wanted.test(entry) && List.of(signs.split("\\|")).contains(entry.what()),
                "event=" + milestone.replace("D", "-d") + parameters,
                first,
                last,
                entries));
    }

    private void checkOne(
            long figure,
            Predicate<Entry> wanted,
            String parameters,
            LocalDate first,
            LocalDate last,
            List<Entry> entries) {
        String what = parameters + "&from=" + first + "&until=" + last;
        assertThat(figure)
                .as("counted in the record: " + what)
                .isEqualTo(entries.stream()
                        .filter(wanted)
                        .filter(entry ->
                                !entry.day().isBefore(first) && !entry.day().isAfter(last))
                        .map(Entry::request)
                        .distinct()
                        .count());
        if (figure > 0) {
            assertThat(total(what)).as("the list: " + what).isEqualTo(figure);
        }
    }

    private long total(String parameters) {
        return as("web-officer")
                .get("/api/requests?size=1&" + parameters)
                .json()
                .get("total")
                .asLong();
    }

    /** All entries of what was submitted in those years, read one request after the other. */
    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode request : as("web-officer")
                .get("/api/requests?size=100&from=2046-09-01")
                .json()
                .get("items")) {
            for (JsonNode entry : as("web-officer")
                    .get("/api/requests/" + request.get("id").asText() + "/history")
                    .json()) {
                entries.add(new Entry(
                        request.get("id").asText(),
                        request.at("/group/code").asText(),
                        request.get("category").asText(),
                        entry.get("event").asText() + ":" + entry.get("outcome").asText(),
                        OffsetDateTime.parse(entry.get("at").asText()).toLocalDate(),
                        entry.get("reasonCode").asText()));
            }
        }
        return entries;
    }

    /** One request that straddles two years, one that is returned twice and withdrawn, and one of another group that ends. */
    private void twoFiscalYears() {
        clock.advanceTo("2046-09-30T23:30:00+07:00");
        String early = submit("finance-staff", submission("ก่อนสิ้นปี").put("category", "activity"));
        clock.advanceTo("2046-10-01T00:30:00+07:00");
        ok(certification("finance-director", early, CERTIFIED));

        clock.advanceTo("2046-10-30T09:00:00+07:00");
        String returned = submit("finance-staff");
        clock.advanceTo("2046-10-30T11:00:00+07:00");
        ok(certification("finance-director", returned, RETURNED));
        clock.advanceTo("2046-11-02T09:00:00+07:00");
        revise(returned);
        clock.advanceTo("2046-11-02T10:00:00+07:00");
        ok(certification("finance-director", returned, RETURNED.replace("incomplete", "outdated")));
        clock.advanceTo("2046-11-02T11:00:00+07:00");
        revise(returned);
        clock.advanceTo("2046-11-02T16:00:00+07:00");
        ok(certification("finance-director", returned, CERTIFIED));
        clock.advanceTo("2046-11-02T19:00:00+07:00");
        ok(vetting("web-officer", returned, PERMITTED));

        ObjectNode later = submission("เริ่มภายหลัง")
                .put("category", "procurement")
                .put("publishFrom", "2046-11-10")
                .put("publishUntil", "2047-01-10");
        String scheduled = submit("hr-staff", later);
        ok(certification("hr-director", scheduled, CERTIFIED));
        ok(vetting("web-officer", scheduled, PERMITTED));
        clock.advanceTo("2046-11-10T00:00:01+07:00");
        fire(scheduled, "publicationStarts");
        clock.advanceTo("2047-01-05T08:00:00+07:00");
        ok(as("web-officer")
                .post("/api/requests/" + returned + "/withdrawal", "{\"reason\": \"ข้อมูลซ้ำกับประกาศฉบับก่อน\"}"));
        clock.advanceTo("2047-01-11T00:00:01+07:00");
        fire(scheduled, "periodEnds");
    }

    private void revise(String id) {
        ok(as("finance-staff")
                .post(
                        "/api/requests/" + id + "/revisions",
                        submission("แก้ไขแล้ว").toString()));
    }
}
