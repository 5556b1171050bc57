package prakat.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import prakat.Given;
import prakat.ProgramTest;

/** The index finds what reading every text finds. */
@Tag("database")
class SearchIndexTest extends ProgramTest {

    @Autowired
    private SearchIndex index;

    @Test
    void whatTheIndexFindsIsWhatTheTextsHold() {
        String unique = "y" + Given.unique();
        as("finance-staff")
                .post(
                        "/api/requests",
                        submission("ฟ้องร้อง 100% a_b c\\d 'q' \uD83D\uDE00\uD83D\uDE00\uD83D\uDE00 " + unique)
                                .toString());
        boolean postgres = "postgres".equals(System.getProperty("prakat.test.database"));
        for (String words :
                List.of("ฟ้อง", "ฟ้", "100%", "a_b", "c\\d", "'q'", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00")) {
            assertThat(index.few(SearchWords.of(words + " " + unique)).map(List::size))
                    .as(words)
                    .isEqualTo(Optional.ofNullable(postgres ? 1 : null));
        }
        for (String words : List.of("ฟ้อน", "100_", "a%b", "axb")) {
            assertThat(index.few(SearchWords.of(words + " " + unique)).map(List::size))
                    .as(words)
                    .isEqualTo(Optional.ofNullable(postgres ? 0 : null));
        }
        assertThat(index.few(SearchWords.of("ฟ้"))).as("too short for it").isEmpty();
    }
}
