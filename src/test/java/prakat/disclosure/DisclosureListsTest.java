package prakat.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import prakat.input.SetupException;
import prakat.organisation.office.Office;

/** The office's file, read as the program reads it. */
class DisclosureListsTest {

    private static final Resource OUR_FILE = new ClassPathResource("disclosure.yaml");
    private static final Locale THAI = Locale.forLanguageTag("th");

    /** In fiscal year 2570. */
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private static final String TWO_YEARS =
            """
            prakat.disclosure.lists:
              - year: 2570
                assessed: 30/4/2570
                items:
                  - {code: O1, name: {th: การติดต่อ}, group: ict, continues: O2}
                  - {code: O2, name: {th: สถิติ, en: Statistics}, due: 2027-01-31}
              - year: 2569
                items:
                  - {code: O1, name: {th: โครงสร้าง}}
                  - {code: O2, name: {th: การติดต่อ}, continues: O3}
              - year: 2568
                items:
                  - {code: O3, name: {th: ข้อมูลการติดต่อ}}
              - year: 2571
                items:
                  - {code: O1, name: {th: ของปีหน้า}}
            """;

    @Test
    void ourFileIsAWholeListOfWhichEachItemHasItsGroup() {
        DisclosureList list = lists(OUR_FILE, NOW).inForce().orElseThrow();

        assertThat(list.year()).isEqualTo(2568);
        assertThat(list.items().stream().map(DisclosureItem::code))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 28).mapToObj(i -> "O" + i).toList());
        assertThat(list.items()).allSatisfy(item -> {
            assertThat(item.group()).isNotNull();
            assertThat(item.name().th()).matches(".*[\\p{InThai}A-Z].*");
            assertThat(item.name().en())
                    .isNotEqualTo(item.code().equals("O10") ? "" : item.name().th());
        });
        assertThat(list.source()).contains("ป.ป.ช.");
    }

    @Test
    void theListOfTheLastYearBeforeIsInForceUntilThisYearHasOne() {
        DisclosureLists lists = lists(OUR_FILE, NOW);

        assertThat(lists.thisYear()).isEqualTo(2570);
        assertThat(lists.of(2570).orElseThrow().year()).isEqualTo(2568);
        assertThat(lists.of(2569)).as("neither this year, nor one with a list").isEmpty();
        assertThat(lists.of(2571)).isEmpty();
        assertThat(lists(file(TWO_YEARS), NOW).of(2570).orElseThrow().year()).isEqualTo(2570);
        assertThat(lists(file(TWO_YEARS), NOW).years()).containsExactly(2571, 2570, 2569, 2568);
        assertThat(lists(file("prakat.disclosure.lists: []"), NOW).inForce()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30T16:59:59Z, 2569", "2026-09-30T17:00:00Z, 2570"})
    void theYearBeginsOnTheFirstOfOctoberInTheOfficesZone(Instant now, int year) {
        assertThat(lists(file(TWO_YEARS), now).inForce().orElseThrow().year()).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "O1, 2570/O1",
                "o2, 2570/O2",
                "2568/O3, 2568/O3",
                "2571/o1, 2571/O1",
                "O3, -",
                "2570/O3, -",
                "2570, -",
                "'', -"
            })
    void aCodeAloneMeansTheListInForce(String said, String reference) {
        assertThat(lists(file(TWO_YEARS), NOW).find(said).orElse(null)).isEqualTo(reference);
    }

    @Test
    void anItemTakesOverFromThoseThatAskedForTheSameBefore() {
        List<DisclosureItem> items =
                lists(file(TWO_YEARS), NOW).inForce().orElseThrow().items();

        assertThat(items.get(0).references()).containsExactlyInAnyOrder("2570/O1", "2569/O2", "2568/O3");
        assertThat(items.get(1).references()).containsExactly("2570/O2");
    }

    @Test
    void whatMayBeLeftOutIsNotThere() {
        DisclosureList list = lists(file(TWO_YEARS), NOW).inForce().orElseThrow();

        assertThat(list.assessed()).isEqualTo(LocalDate.of(2027, 4, 30));
        assertThat(list.items().get(0).due()).isNull();
        assertThat(list.items().get(0).group()).isEqualTo("ict");
        assertThat(list.items().get(0).name().in(Locale.ENGLISH))
                .as("in Thai, where there is no English")
                .isEqualTo("การติดต่อ");
        assertThat(list.items().get(1).due()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(list.items().get(1).group()).isNull();
        assertThat(list.items().get(1).content()).isNull();
    }

    @Test
    void itemsAreCalledByReferenceAndName() {
        assertThat(lists(file(TWO_YEARS), NOW).names(List.of("2570/O2", "2567/O9"), Locale.ENGLISH))
                .containsExactly("2570/O2 Statistics", "2567/O9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year: 2026, items: [{code: O1, name: {th: ก}}]|ปี 2026 ไม่ใช่ปีงบประมาณ พ.ศ.",
                "year: 2570, items: []|รายการของปี 2570 ไม่มีข้อใดเลย",
                "year: 2570, items: [{name: {th: ก}}]|ปี 2570 มีข้อที่รหัส “” ใช้ไม่ได้ รหัสเป็นอักษรโรมันตามด้วยตัวเลข เช่น O1",
                "year: 2570, items: [{code: ข้อ1, name: {th: ก}}]|ปี 2570 มีข้อที่รหัส “ข้อ1” ใช้ไม่ได้ รหัสเป็นอักษรโรมันตามด้วยตัวเลข เช่น O1",
                "year: 2570, items: [{code: O1, name: {th: ก}}, {code: O1, name: {th: ข}}]|ปี 2570 มีข้อ O1 มากกว่าหนึ่งข้อ",
                "year: 2570, items: [{code: O1, name: {th: ก}}, {code: o1, name: {th: ข}}]|ปี 2570 มีข้อ o1 มากกว่าหนึ่งข้อ",
                "year: 2570, items: [{code: O1, name: {en: A}}]|ปี 2570 ข้อ O1 ไม่มีชื่อภาษาไทย (name.th)",
                "year: 2570, items: [{code: O1, name: {th: ก}, group: finanse}]|ปี 2570 ข้อ O1 ระบุกลุ่ม “finanse” ซึ่งไม่มีใน organisation.yaml",
                "year: 2570, items: [{code: O1, name: {th: ก}, continues: O1}]|ปี 2570 ข้อ O1 ต่อเนื่องจากข้อ “O1” ซึ่งไม่มีในรายการของปีก่อน",
                "year: 2570, items: [{code: O1, name: {th: ก}, due: สิ้นปี}]|ปี 2570 (O1) วันที่ “สิ้นปี” อ่านไม่ได้ ให้เขียนเช่น 30/4/2569",
                "year: 2570, assessed: x, items: [{code: O1, name: {th: ก}}]|ปี 2570 (assessed) วันที่ “x” อ่านไม่ได้ ให้เขียนเช่น 30/4/2569"
            })
    void aMistakeStopsTheStartAndIsToldInThai(String list, String told) {
        assertThatThrownBy(() -> lists(file("prakat.disclosure.lists: [{" + list + "}]"), NOW))
                .isInstanceOf(SetupException.class)
                .hasMessage("disclosure.yaml: " + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{year: 2570, asessed: 30/4/2570, items: [{code: O1, name: {th: ก}}]}]|lists[0].asessed",
                "{year: 2570, items: [{code: O1, name: {th: ก}}]}|lists.year"
            })
    void aListThatIsWrittenWronglyStopsTheStart(String lists, String told) {
        bound(
                file("prakat.disclosure.lists: " + lists),
                context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("prakat.disclosure." + told));
    }

    @Test
    void theOfficesListsTakeThePlaceOfOurs() {
        bound(file(TWO_YEARS), context -> assertThat(
                        context.getBean(DisclosureSettings.class).lists())
                .extracting(DisclosureSettings.YearList::year)
                .containsExactly(2570, 2569, 2568, 2571));
    }

    @Test
    void aYearHasOneList() {
        String list = "{year: 2570, items: [{code: O1, name: {th: ก}}]}";
        assertThatThrownBy(() -> lists(file("prakat.disclosure.lists: [" + list + ", " + list + "]"), NOW))
                .hasMessage("disclosure.yaml: มีรายการของปี 2570 มากกว่าหนึ่งชุด");
    }

    @Test
    void anOfficeWithOtherGroupsStartsWithOurFileAndItsItemsAreTheWholeOffices() {
        Resource otherOffice = file(
                """
                prakat.organisation:
                  name: {th: ก, en: A}
                  short-name: {th: ก, en: A}
                  web-officers-group: web
                  groups: [{code: web, name: {th: กลุ่ม, en: Group}}]
                """);

        assertThat(lists(OUR_FILE, otherOffice, NOW).inForce().orElseThrow().items())
                .allSatisfy(item -> assertThat(item.group()).isNull());
    }

    static DisclosureLists lists(Resource file, Instant now) {
        return lists(file, new ClassPathResource("organisation.yaml"), now);
    }

    private static DisclosureLists lists(Resource file, Resource organisation, Instant now) {
        StandardEnvironment environment = new StandardEnvironment();
        load(List.of(file, organisation), environment.getPropertySources());
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setDefaultLocale(THAI);
        Binder binder = Binder.get(environment);
        return new DisclosureLists(
                binder.bindOrCreate("prakat.disclosure", DisclosureSettings.class),
                binder.bind("prakat.organisation", Office.class).get(),
                environment,
                messages,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** The office's file laid over ours, read as at a start. */
    private static void bound(Resource file, ContextConsumer<AssertableApplicationContext> asserted) {
        new ApplicationContextRunner()
                .withInitializer(context ->
                        load(List.of(OUR_FILE, file), context.getEnvironment().getPropertySources()))
                .withUserConfiguration(Bound.class)
                .run(asserted);
    }

    @EnableConfigurationProperties(DisclosureSettings.class)
    static class Bound {}

    private static void load(List<Resource> files, MutablePropertySources sources) {
        for (Resource file : files) {
            try {
                new YamlPropertySourceLoader().load(String.valueOf(file), file).forEach(sources::addFirst);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Resource file(String yaml) {
        return new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
