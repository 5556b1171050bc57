package prakat.screening.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import prakat.screening.Finding;
import prakat.screening.FindingKind;

/** The office's file, read as the program reads it: ours, and above it another office's. */
class PersonalDataRulesTest {

    private static final String EVERYTHING =
            """
            ลับ
            เลขประจำตัวประชาชน 1101700230708 โทร. 081-234-5678 หนังสือเดินทาง AA1234567
            เลขที่บัญชี 123-4-56789-0 อีเมล somebody@example.com เกิดวันที่ 5 มีนาคม 2530
            ที่อยู่ 12/3 หมู่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง
            """;

    @Test
    void ourFileLooksForEveryKind() throws IOException {
        assertThat(kinds("", EVERYTHING))
                .containsExactlyInAnyOrder(
                        FindingKind.SECRECY,
                        FindingKind.NATIONAL_ID,
                        FindingKind.PHONE,
                        FindingKind.PASSPORT,
                        FindingKind.BANK_ACCOUNT,
                        FindingKind.EMAIL,
                        FindingKind.BIRTH_DATE,
                        FindingKind.ADDRESS);
    }

    @Test
    void ourFileAllowsTheGovernmentsMailAndNobodyElses() throws IOException {
        assertThat(kinds("", "someone@cmarea3.go.th")).isEmpty();
        assertThat(kinds("", "someone@student.example.ac.th")).containsExactly(FindingKind.EMAIL);
    }

    @Test
    void whatTheOfficeSaysOfItselfIsPublic() throws IOException {
        String office =
                """
                prakat.organisation.contact:
                  telephone: 0 5311 2233 ต่อ 12
                  mail: office@example.com
                  address: {th: 'เลขที่ 12/3 หมู่ที่ 4 ตำบลตัวอย่าง', en: '12/3 Example Road'}
                """;
        String text = "ที่อยู่ เลขที่ 12/3 หมู่ที่ 4 ตำบลตัวอย่าง อำเภอตัวอย่าง โทร. 053-112233 office@example.com";

        assertThat(kinds(office, text)).isEmpty();
        assertThat(kinds("", text))
                .containsExactlyInAnyOrder(FindingKind.ADDRESS, FindingKind.PHONE, FindingKind.EMAIL);
    }

    @Test
    void aKindThatIsSwitchedOffIsNotFoundAndTheOthersAre() throws IOException {
        assertThat(kinds("prakat.screening.personal.kinds.phone.find: false", EVERYTHING))
                .hasSize(7)
                .doesNotContain(FindingKind.PHONE);
    }

    @Test
    void aHigherThresholdLeavesOutWhatIsLessSure() throws IOException {
        String higher = "prakat.screening.personal.kinds.national-id.threshold: 0.9";

        assertThat(kinds("", "1101700230708")).containsExactly(FindingKind.NATIONAL_ID);
        assertThat(kinds(higher, "1101700230708")).isEmpty();
        assertThat(kinds(higher, "เลขประจำตัวประชาชน 1101700230708")).containsExactly(FindingKind.NATIONAL_ID);
    }

    @Test
    void aLowerThresholdTellsOfWhatMayBeSomethingElse() throws IOException {
        assertThat(kinds("prakat.screening.personal.kinds.national-id.threshold: 0.1", "เลขที่ 1101700230708"))
                .containsExactly(FindingKind.NATIONAL_ID);
    }

    @Test
    void theOfficesWordsAreFound() throws IOException {
        assertThat(kinds("prakat.screening.personal.words: [โครงการดอกแก้ว]", "ร่างโครงการดอกแก้ว"))
                .containsExactly(FindingKind.OFFICE_WORD);
    }

    @ParameterizedTest
    @CsvSource({
        "053-112233, 053112233, true",
        "053-112233, 053112234, false",
        "053-112233-5, 053112235, true",
        "053-112233-5, 053112236, false",
        "053-112200-99, 053112250, true",
        "053-1122*, 053112250, true",
        "053-1122*, 053113250, false",
        "0-5311-2233, 053112233, true",
        "(053) 112233, 053112233, true",
        "+66 53 112233, 053112233, true",
        "๐๕๓-๑๑๒๒๓๓, 053112233, true",
        "โทร. 053-112233 ต่อ 12, 053112233, true",
        "081-234-5678, 0812345678, true",
        "+66(0)81-234-5678, 0812345678, true",
        "0 0000 0000, 000000000, true",
        "(053)112233 (053)445566, 053445566, true",
        "'053-112233, 053-445566-7', 053445567, true",
        "1579, 0812345678, false",
        "081-234-5678, 0812345679, false"
    })
    void telephonesAreListedAsPeopleWriteThem(String listed, String number, boolean isAllowed) {
        assertThat(new AllowedPhones(List.of(listed, "")).contains(number)).isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kinds.natinal-id.find: true | screening.yaml: kinds has 'natinal-id', which is none of national-id, passport,"
                        + " bank-account, phone, email, birth-date, address, secrecy, office-word",
                "kinds.virus.find: true | screening.yaml: kinds has 'virus', which is none of national-id, passport,"
                        + " bank-account, phone, email, birth-date, address, secrecy, office-word",
                "kinds.phone.threshold: 1.5 | screening.yaml: the threshold of phone is 1.5, not from 0 to 1",
                "allowed.phones: ['12345'] | screening.yaml: allowed.phones '12345' is not a telephone's number, such as 053-112233,"
                        + " 053-112233-5 or 053-1122*",
                "allowed.phones: [053-11] | screening.yaml: allowed.phones '053-11' is not a telephone's number, such as 053-112233,"
                        + " 053-112233-5 or 053-1122*",
                "allowed.ids: [123] | screening.yaml: allowed.ids '123' has 3 digits, not 13",
                "allowed.accounts: ['1-2-3'] | screening.yaml: allowed.accounts '1-2-3' has 3 digits, not 10 to 15"
            })
    void aFileThatCannotBeMeantSoFailsInOneLine(String line, String message) {
        assertThatThrownBy(() -> rules("prakat.screening.personal." + line))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static List<FindingKind> kinds(String file, String text) throws IOException {
        return new PersonalData(rules(file))
                .find(Texts.field(text)).stream().map(Finding::kind).toList();
    }

    private static PersonalDataRules rules(String file) throws IOException {
        List<PropertySource<?>> sources =
                new ArrayList<>(load(new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8))));
        sources.addAll(load(new ClassPathResource("screening.yaml")));
        return new Binder(ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources))
                .bind("prakat.screening.personal", PersonalDataRules.class)
                .get();
    }

    private static List<PropertySource<?>> load(Resource file) throws IOException {
        return new YamlPropertySourceLoader().load(file.getDescription(), file);
    }
}
