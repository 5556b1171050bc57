package prakat.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prakat.organisation.office.Text;
import prakat.publication.Disclosed;

/** How it stands with each item of a list. */
class DisclosureListTest {

    private static final Instant NOW = Instant.parse("2027-01-10T03:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

    @Test
    void eachItemHasWhatNamesIt() {
        DisclosureList list = list(null, item("O1", null), item("O2", null), item("O3", null));
        Disclosed both = published("ทั้งสอง", YEAR, "2570/O1", "2570/O2");
        Disclosed first = published("ข้อแรก", YEAR, "2570/O1");
        Disclosed ofAnotherYear = published("ของปีก่อน", YEAR, "2569/O3");

        List<Disclosure> all = list.disclosures(List.of(both, first, ofAnotherYear), NOW, ZONE);

        assertThat(all.stream().map(Disclosure::published))
                .containsExactly(List.of(both, first), List.of(both), List.of());
        assertThat(all.stream().map(Disclosure::state))
                .containsExactly(State.PUBLISHED, State.PUBLISHED, State.MISSING);
    }

    @Test
    void whatDisclosedTheSameTheYearBeforeGoesOnToDoSo() {
        DisclosureItem continued = new DisclosureItem(
                "2570/O1", "O1", null, new Text("ก", "A"), null, null, null, Set.of("2570/O1", "2569/O4"));

        assertThat(state(list(null, continued), published("ก", YEAR, "2569/O4")))
                .isEqualTo(State.PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource({"29, ENDS_SOON", "30, PUBLISHED"})
    void whatEndsWithinThirtyDaysEndsSoon(int days, State state) {
        assertThat(state(list(null, item("O1", null)), published("ก", Duration.ofDays(days), "2570/O1")))
                .isEqualTo(state);
    }

    @Test
    void anItemIsThereForAsLongAsItsLastPublication() {
        DisclosureList list = list(null, item("O1", null));
        Disclosed soonOver = published("ก", Duration.ofDays(1), "2570/O1");
        Disclosed longer = published("ข", YEAR, "2570/O1");

        Disclosure disclosure =
                list.disclosures(List.of(soonOver, longer), NOW, ZONE).get(0);

        assertThat(disclosure.state()).isEqualTo(State.PUBLISHED);
        assertThat(disclosure.end()).isEqualTo(longer.publishUntil());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-04-30, 2027-04-30T16:59:58Z, ENDS_SOON",
        "2027-04-30, 2027-04-30T16:59:59Z, PUBLISHED",
        "2027-01-09, 2027-04-30T16:59:58Z, PUBLISHED"
    })
    void whatIsGoneOnTheDayOfTheAssessmentEndsSoon(LocalDate assessed, Instant end, State state) {
        assertThat(state(list(assessed, item("O1", null)), published("ก", Duration.between(NOW, end), "2570/O1")))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2027-01-09, -, LATE",
                "2027-01-10, -, MISSING",
                "-, 2027-01-09, LATE",
                "2027-02-01, 2027-01-09, MISSING"
            })
    void whatIsMissingIsLateAfterItsDayOrTheAssessments(LocalDate due, LocalDate assessed, State state) {
        assertThat(state(list(assessed, item("O1", due)))).isEqualTo(state);
    }

    private static State state(DisclosureList list, Disclosed... published) {
        return list.disclosures(List.of(published), NOW, ZONE).get(0).state();
    }

    private static DisclosureList list(LocalDate assessed, DisclosureItem... items) {
        return new DisclosureList(2570, "", assessed, List.of(items));
    }

    private static DisclosureItem item(String code, LocalDate due) {
        String reference = "2570/" + code;
        return new DisclosureItem(reference, code, null, new Text("ก", "A"), null, "finance", due, Set.of(reference));
    }

    private static Disclosed published(String title, Duration left, String... items) {
        return new Disclosed(Stream.of(items).toList(), "2570-00001", title, NOW, NOW, NOW.plus(left));
    }
}
