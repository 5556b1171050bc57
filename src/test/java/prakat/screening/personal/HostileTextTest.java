package prakat.screening.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prakat.screening.Finding;

/** Texts that would cost the square of their length, if anything did: the build would not end. */
class HostileTextTest {

    private static final int LENGTH = 200_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "๑",
                " ",
                "\n",
                "-",
                "\u0301",
                "\u0e48",
                "ล ",
                "ลับ",
                "1 ",
                "1-",
                "0 ",
                "a@",
                "a.",
                "@",
                "เเ",
                "1/1/",
                "เลขประจำตัว",
                "ที่อยู่ ",
                "ที่อยู่ 1 ",
                "เกิดวันที่ ",
                "นาย ",
                "เลขที่ 1 ",
                "5 มีนาคม 25",
                "\ud835\udfcf",
                "("
            })
    void whatGoesOnForeverIsReadToItsEndAndNothingIsFoundInIt(String piece) {
        assertThat(Texts.found(Texts.field(piece.repeat(LENGTH / piece.length()))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1017-00230-70-8 ",
                "081-234-5678 ",
                "123-4-56789-0 ",
                "ลับ\n",
                "somebody@example.com ",
                "เกิดวันที่ 5 มีนาคม 2530 ",
                "ที่อยู่ 1 หมู่ 2 ตำบลก อำเภอข "
            })
    void theSameAgainAndAgainIsOneFindingThatCounts(String piece) {
        int times = LENGTH / piece.length();

        List<Finding> findings = Texts.found(Texts.field(piece.repeat(times)));

        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.count())
                .isEqualTo(times));
    }
}
