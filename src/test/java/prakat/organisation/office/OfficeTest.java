package prakat.organisation.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The office's file, read as the program reads it. */
class OfficeTest {

    private static final Resource OUR_FILE = new ClassPathResource("organisation.yaml");

    @Test
    void ourFileListsTheGroupsOfTheProcedureInItsOrder() throws IOException {
        assertThat(office(OUR_FILE).groups())
                .containsExactly(
                        group("admin-office", "กลุ่มอำนวยการ", "General Administration"),
                        group("policy", "กลุ่มนโยบายและแผน", "Policy and Planning"),
                        group(
                                "ict",
                                "กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร",
                                "Distance Education and ICT"),
                        group("finance", "กลุ่มบริหารงานการเงินและสินทรัพย์", "Finance and Assets"),
                        group("hr", "กลุ่มบริหารงานบุคคล", "Human Resources"),
                        group("teacher-development", "กลุ่มพัฒนาครูและบุคลากรทางการศึกษา", "Teacher Development"),
                        group(
                                "supervision",
                                "กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา",
                                "Supervision and Evaluation"),
                        group("promotion", "กลุ่มส่งเสริมการจัดการศึกษา", "Education Promotion"),
                        group("law", "กลุ่มกฎหมายและคดี", "Legal Affairs"),
                        group("audit", "หน่วยตรวจสอบภายใน", "Internal Audit"));
    }

    @Test
    void aDayBeginsAtMidnightWhereTheOfficeIs() throws IOException {
        Office office = office(OUR_FILE);
        LocalDate day = LocalDate.of(2026, 10, 1);

        assertThat(office.start(day)).isEqualTo("2026-09-30T17:00:00Z");
        assertThat(office.day(office.start(day))).isEqualTo(day);
        assertThat(office.day(office.start(day).minusNanos(1))).isEqualTo(day.minusDays(1));
    }

    @Test
    void ourFileNamesTheOfficeItsZoneAndItsWebOfficersGroup() throws IOException {
        Office office = office(OUR_FILE);

        assertThat(office.name())
                .isEqualTo(new Text(
                        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต 3",
                        "Chiang Mai Primary Educational Service Area Office 3"));
        assertThat(office.shortName().th()).isEqualTo("สพป.เชียงใหม่ เขต 3");
        assertThat(office.zone()).isEqualTo(ZoneId.of("Asia/Bangkok"));
        assertThat(office.webOfficersGroup()).isEqualTo("ict");
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void ourFileHasATitleForEveryCapacityInBothLanguages(Capacity capacity) throws IOException {
        Office office = office(OUR_FILE);

        assertThat(office.positions()).containsKey(capacity.code()).hasSameSizeAs(Capacity.values());
        assertThat(office.position(capacity).in(Locale.forLanguageTag("th"))).matches(".*\\p{InThai}.*");
        assertThat(office.position(capacity).in(Locale.ENGLISH)).matches("[A-Z][a-z ]+");
    }

    @Test
    void anotherOfficesFileMayLeaveOutTheZoneAndATitle() throws IOException {
        Office office = office(
                file(
                        """
                prakat.organisation:
                  name: {th: ก, en: A}
                  short-name: {th: ก, en: A}
                  web-officers-group: web
                  groups:
                    - code: web
                      name: {th: กลุ่ม, en: Group}
                  positions:
                    system: {th: ระบบ, en: System}
                """));

        assertThat(office.zone()).isEqualTo(ZoneId.of("Asia/Bangkok"));
        assertThat(office.position(Capacity.SYSTEM)).isEqualTo(new Text("ระบบ", "System"));
        assertThat(office.position(Capacity.WEB_OFFICER)).isEqualTo(new Text("web-officer", "web-officer"));
        assertThat(office.group("web")).contains(group("web", "กลุ่ม", "Group"));
        assertThat(office.group("finance")).isEmpty();
    }

    @Test
    void aFileWhoseWebOfficersGroupIsNotListedFails() {
        assertThatThrownBy(
                        () -> office(
                                file(
                                        """
                        prakat.organisation:
                          web-officers-group: ict
                          groups:
                            - code: finance
                              name: {th: การเงิน, en: Finance}
                          positions:
                            system: {th: ระบบ, en: System}
                        """)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("organisation.yaml: web-officers-group 'ict' is not one of its groups");
    }

    @Test
    void aFileWithoutAWebOfficersGroupFails() {
        assertThatThrownBy(
                        () -> office(
                                file(
                                        """
                        prakat.organisation:
                          groups:
                            - code: finance
                              name: {th: การเงิน, en: Finance}
                          positions:
                            system: {th: ระบบ, en: System}
                        """)))
                .rootCause()
                .hasMessageContaining("web-officers-group");
    }

    @Test
    void aFileWithoutGroupsFails() {
        assertThatThrownBy(() -> office(file("prakat.organisation.web-officers-group: ict")))
                .rootCause()
                .hasMessage("organisation.yaml lists no groups");
    }

    @Test
    void anOfficeHasOurColoursUntilItNamesItsOwn() throws IOException {
        assertThat(look("").colours()).isEqualTo(new Colours(Colours.OURS, Colours.OURS));
        assertThat(look("colours.accent: '#6d0f2f'").colours()).isEqualTo(new Colours("#6d0f2f", "#6d0f2f"));
        assertThat(look("colours: {accent: '#6d0f2f', banner: '#333333'}").colours())
                .isEqualTo(new Colours("#6d0f2f", "#333333"));
    }

    @ParameterizedTest
    @CsvSource({
        "'#777777', 'colours.accent ''#777777'' has a contrast of 4.47 to white'",
        "'#ffd200', 'colours.accent ''#ffd200'' has a contrast of 1.4'",
        "blue, 'colours.accent ''blue'' is not written as'",
    })
    void aColourThatPeopleCannotReadFails(String colour, String message) {
        assertThatThrownBy(() -> look("colours.accent: '" + colour + "'"))
                .rootCause()
                .hasMessageStartingWith("organisation.yaml: " + message);
    }

    @Test
    void aColourThatPeopleCanJustReadIsTaken() throws IOException {
        assertThat(look("colours.accent: '#767676'").colours().accent()).isEqualTo("#767676");
    }

    @Test
    void aLogoThatIsMissingOrNoPngFails() {
        assertThatThrownBy(() -> look("logo: file:no-such.png"))
                .rootCause()
                .hasMessageStartingWith("organisation.yaml: the logo 'file:no-such.png' cannot be read");
        assertThatThrownBy(() -> look("logo: classpath:/static/assets/prakat.css"))
                .rootCause()
                .hasMessage("organisation.yaml: the logo 'classpath:/static/assets/prakat.css' is not a PNG picture");
    }

    @Test
    void theListOfGroupsCannotBeChangedFromOutside() throws IOException {
        List<Group> groups = office(OUR_FILE).groups();

        assertThatThrownBy(() -> groups.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Office look(String line) throws IOException {
        return office(file(
                """
                prakat.organisation:
                  %s
                  name: {th: ก, en: A}
                  short-name: {th: ก, en: A}
                  web-officers-group: web
                  groups: [{code: web, name: {th: กลุ่ม, en: Group}}]
                """
                        .formatted(line)));
    }

    private static Office office(Resource file) throws IOException {
        List<PropertySource<?>> sources = new YamlPropertySourceLoader().load("organisation", file);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("prakat.organisation", Office.class)
                .get();
    }

    private static Resource file(String yaml) {
        return new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Group group(String code, String th, String en) {
        return new Group(code, new Text(th, en));
    }
}
