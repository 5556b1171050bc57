package prakat.request.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.input.Refusal;
import prakat.organisation.office.Text;

class PeriodTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final Instant NOW = at("2026-11-22T10:15:30.123456+07:00");
    private static final PublicationPolicy.Category RECRUITMENT = new PublicationPolicy.Category(
            "recruitment", new Text("รับสมัครงาน / สรรหา", "Recruitment"), 60, 365, 7, 60);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   "})
    void isFromNowForThePolicysDefaultWhereNothingIsSaid(String nothing) {
        Period period = period(nothing, nothing);

        assertThat(period.from()).isEqualTo(at("2026-11-22T10:15:30+07:00"));
        assertThat(period.until()).isEqualTo(at("2027-01-21T10:15:30+07:00"));
    }

    @Test
    void countsTheDefaultFromTheStartThatWasSaid() {
        Period period = period("2026-12-01", null);

        assertThat(period.from()).isEqualTo(at("2026-12-01T00:00:00+07:00"));
        assertThat(period.until()).isEqualTo(at("2027-01-30T00:00:00+07:00"));
    }

    @Test
    void endsWithTheDayInBangkokWhereOnlyADateIsSaid() {
        assertThat(period(null, "2026-12-31").until()).isEqualTo(Instant.parse("2026-12-31T16:59:59Z"));
    }

    @Test
    void beginsNoLaterThanThePolicysLongestPeriodFromNow() {
        assertThat(period("2027-11-22", null).from()).isEqualTo(at("2027-11-22T00:00:00+07:00"));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> period("2027-11-23", null));
        assertThat(refusal.fields()).containsExactly(Refusal.Field.of("publishFrom", "from-too-far", 365));
    }

    @Test
    void mayBeOneSingleDay() {
        Period period = period("2026-12-01", "2026-12-01");

        assertThat(period.from()).isEqualTo(at("2026-12-01T00:00:00+07:00"));
        assertThat(period.until()).isEqualTo(at("2026-12-01T23:59:59+07:00"));
    }

    @Test
    void mayEndTodayWhereTodayIsNotOver() {
        assertThat(period(null, "2026-11-22").until()).isEqualTo(at("2026-11-22T23:59:59+07:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "๒๐๒๖-๑๒-๓๑, 2026-12-31T23:59:59+07:00",
        "๒๐๒๖-๑๒-๓๑T๑๖:๓๐, 2026-12-31T16:30:00+07:00",
        "' 2026-12-31 ', 2026-12-31T23:59:59+07:00",
        "2026-12-31T16:30, 2026-12-31T16:30:00+07:00",
        "2026-12-31T16:30:15, 2026-12-31T16:30:15+07:00",
        "2026-12-31T16:30:15.987, 2026-12-31T16:30:15+07:00",
        "2026-12-31T16:30:15+07:00, 2026-12-31T16:30:15+07:00",
        "2026-12-31T16:30:15+0700, 2026-12-31T16:30:15+07:00",
        "2026-12-31T16:30:15.000+0700, 2026-12-31T16:30:15+07:00",
        "2026-12-31T16:30:15Z, 2026-12-31T23:30:15+07:00",
        "2026-12-31T16:30:15-05:00, 2027-01-01T04:30:15+07:00",
        "2026-12-31T16:30:15+0545, 2026-12-31T17:45:15+07:00"
    })
    void readsThaiDigitsAndOffsetsWithAndWithoutColonAndTakesTheRestForBangkok(String said, String meant) {
        assertThat(period(null, said).until()).isEqualTo(at(meant));
        assertThat(period(said.replace("2026", "2025").replace("๒๐๒๖", "๒๐๒๕"), "2026-11-23")
                        .from())
                .as("as a start, a year earlier; a date alone is its first instant")
                .isEqualTo(
                        at(meant.replace("2026", "2025").replace("2027", "2026").replace("T23:59:59", "T00:00:00")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/12/2026",
                "31-12-2026",
                "2026-13-01",
                "2026-02-30",
                "2026-12-31 16:30",
                "2026-12-31T25:00",
                "2026-12-31T16:30:00+7",
                "2026-12-31T16:30:00 Asia/Bangkok",
                "พรุ่งนี้",
                "P30D",
                "1798736400"
            })
    void refusesWhatIsNoTimeInEitherField(String said) {
        assertThat(faults(said, said)).containsExactly("publishFrom time", "publishUntil time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2569-12-31", "๒๕๖๙-๑๒-๓๑", "2400-01-01", "2569-12-31T16:30:00+07:00", "0000-12-31"})
    void refusesYearsThatAreBuddhistOnesOrNone(String said) {
        assertThat(faults(null, said)).containsExactly("publishUntil buddhist-year");
        assertThat(faults(said, null)).containsExactly("publishFrom buddhist-year");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThat(faults("tomorrow", "2569-12-31")).containsExactly("publishFrom time", "publishUntil buddhist-year");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026-11-22T10:15:30+07:00", "2026-11-22T10:15:30.123456+07:00"})
    void refusesAnEndThatIsNotInTheFuture(String until) {
        assertThat(faults("2026-11-01", until)).containsExactly("publishUntil until-past");
    }

    @Test
    void refusesADefaultEndThatIsNotInTheFuture() {
        assertThat(faults("2026-08-01", null))
                .as("the start is what was said")
                .containsExactly("publishFrom from-long-past");
        assertThat(faults("2026-08-01", " ")).containsExactly("publishFrom from-long-past");
    }

    @Test
    void takesTheFirstSecondInTheFutureAsAnEnd() {
        assertThat(period(null, "2026-11-22T10:15:31+07:00").until()).isEqualTo(at("2026-11-22T10:15:31+07:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-02, 2026-12-01",
        "2026-12-01T10:00:00+07:00, 2026-12-01T09:59:59+07:00",
        "2026-12-01T10:00:00+07:00, 2026-12-01T10:00:00+07:00",
        "2026-12-01T10:00:00+07:00, 2026-12-01T03:00:00Z"
    })
    void refusesAnEndThatDoesNotLieAfterTheStart(String from, String until) {
        assertThat(faults(from, until)).containsExactly("publishUntil until-before-from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-12-01", "2027-12-01T23:59:59+07:00"})
    void takesTheWholeLastDayOfThePolicysLongestPeriod(String until) {
        assertThat(period("2026-12-01", until).until()).isEqualTo(at("2027-12-01T23:59:59+07:00"));
        assertThat(period("2026-12-01T18:00:00+07:00", until).until()).isEqualTo(at("2027-12-01T23:59:59+07:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-12-02T00:00:00+07:00", "2027-12-02", "2027-12-01T17:00:00Z", "2399-12-31"})
    void refusesMoreThanThePolicysLongestPeriod(String until) {
        Refusal refusal = refusal("2026-12-01", until);

        assertThat(refusal.fields())
                .containsExactly(new Refusal.Field("publishUntil", "until-beyond-policy", List.of(365)));
    }

    @Test
    void countsTheLongestPeriodFromAStartInThePastToo() {
        assertThat(period("2025-11-22", "2026-11-22").until()).isEqualTo(at("2026-11-22T23:59:59+07:00"));
        assertThat(faults("2025-11-22", "2026-11-23")).containsExactly("publishUntil until-beyond-policy");
    }

    private static Period period(String from, String until) {
        return Period.of(from, until, RECRUITMENT, NOW, BANGKOK);
    }

    private static List<String> faults(String from, String until) {
        return refusal(from, until).fields().stream()
                .map(field -> field.name() + " " + field.code())
                .toList();
    }

    private static Refusal refusal(String from, String until) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> period(from, until));
        assertThat(refusal).as("%s to %s is refused", from, until).isNotNull();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        return refusal;
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
