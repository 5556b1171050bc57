package prakat.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader takes for the same is the same to the search. */
class FoldedTextTest {

    /** The first of each kind is the one that people complained about. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // accents, in one character or two
                "cafe\u0301 | café",
                "A\u030Angstro\u0308m | Ångström",
                "Vie\u0302\u0323t | Việt",
                "pin\u0303a | piña",
                "c\u0327a | ça",
                "\u1112\u1161\u11AB | 한",
                // sara am, in one character or two, before and after its tone mark
                "น\u0E4D\u0E32 | นำ",
                "น\u0E49\u0E4D\u0E32 | น้ำ",
                "น\u0E4D\u0E49\u0E32 | น้ำ",
                "น\u0E33\u0E49 | น้ำ",
                "กำ\u0E48 ค\u0E4D\u0E32 | ก่ำ คำ",
                "ส\u0E4D\u200B\u0E32 | สำ",
                // two e for one ae
                "เเผน | แผน",
                "เ\u200Bเบบ | แบบ",
                "เเละเเก่ | และแก่",
                "Xเเ | Xแ",
                "เ\u00ADเม่ | แม่",
                "เเ\u0E01\u0E47 | แก็",
                // what is not seen
                "รา\u200Bคา | ราคา",
                "\uFEFFราคา | ราคา",
                "ra\u00ADte | rate",
                "ร\u2060า | รา",
                "ก\u200D\u200Cข | กข",
                "\u202Eab\u202C | ab",
                "a\u0001b | ab",
                // blanks
                "ก\u00A0ข | ก ข",
                "ก  ข | ก ข",
                "'ก\t\nข' | ก ข",
                "ก\u3000ข | ก ข",
                "ก \u202F\u2009ข | ก ข",
                "ก \u200B ข | ก ข",
                // digits
                "๒๕๗๐ | 2570",
                "๒๕๗๐-๐๐๐๓๐ | 2570-00030",
                "\u0662\u0665 | 25",
                "\u06F2\u06F5 | 25",
                "\u096D | 7",
                "２５７０ | 2570",
                // case
                "ITA | ita",
                "ΣΊΣΥΦΟΣ | σίσυφος",
                "STRASSE | straße",
                "Д\u0410 | да",
                "ﬁle | FILE",
                "ẞ | ss",
                // full and half width, and dashes
                "ＩＴＡ | ita",
                "（ฉบับ） | (ฉบับ)",
                "１００％ | 100%",
                "ｶﾞ | ガ",
                "ＡＢ－１ | ab-1",
                "2570\u201300030 | 2570-00030",
                // marks in the order in which they were typed
                "ท\u0E48\u0E35 | ที่",
                "ก\u0E49\u0E38ง | กุ้ง",
                "ป\u0E48\u0E37น | ปื่น",
                "ว\u0E49\u0E31น | วั้น",
                "ร\u0E4C\u0E34 | ริ์",
            })
    void lookAlikesAreTheSame(String one, String other) {
        assertThat(FoldedText.fold(one)).isEqualTo(FoldedText.fold(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cafe, café", "เก, แก", "มา, ม่า", "นา, นำ", "กข, ก ข", "1, 2", "เ ก, แ ก"})
    void whatDiffersStaysDifferent(String one, String other) {
        assertThat(FoldedText.fold(one)).isNotEqualTo(FoldedText.fold(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\u200B", " \u00A0", "\uDC00", "\uD800", "\u0301", "\u0E4D", "เ", "ำ", "\uD83D\uDE00\uFE0F"})
    void foldingTwiceChangesNothing(String odd) {
        String once = FoldedText.fold(odd);
        assertThat(FoldedText.fold(once)).isEqualTo(once);
    }

    /** Some text becomes longer when it is folded. */
    @Test
    void placesAreThoseOfTheOriginal() {
        String text = "ŉŉŉŉ ΐΐ ß x";
        assertThat(FoldedText.of(text).places("x"))
                .containsExactly(new FoldedText.Place(text.length() - 1, text.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ราคากลาง อาคารเรียน | ราคากลาง; อาคารเรียน",
                "  ก   ก กข | กข",
                "\"ราคากลาง อาคาร\" เรียน | ราคากลาง อาคาร; เรียน",
                "“ราคากลาง อาคาร” | ราคากลาง อาคาร",
                "«ก ข» | ก ข",
                "＂ก  ข＂ | ก ข",
                "จอ 15\" ใหม่ | จอ; 15; ใหม่",
                "\"ก ข | ก; ข",
                "ก\"ข ค\"ง | ก; ข ค; ง",
                "\" \u200B\" | ''",
            })
    void whatIsTypedIsReadAsWordsAndPhrases(String typed, String words) {
        assertThat(String.join("; ", SearchWords.of(typed).words())).isEqualTo(words);
    }

    @Test
    void nothingTypedIsNoSearch() {
        assertThat(SearchWords.of(null).isEmpty()).isTrue();
        assertThat(SearchWords.of(" \u200B \"").isEmpty()).isTrue();
    }
}
