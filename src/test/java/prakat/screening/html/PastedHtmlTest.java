package prakat.screening.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import prakat.Clipboards;
import prakat.Clipboards.Clipboard;

class PastedHtmlTest {

    static List<Clipboard> clipboards() {
        return Clipboards.all();
    }

    @ParameterizedTest
    @MethodSource("clipboards")
    void aProgramsClipboardKeepsItsMeaningByEitherDoor(Clipboard clipboard) {
        PastedHtml pasted = PastedHtml.of(clipboard.html());

        assertThat(onOneLine(pasted.html())).isEqualTo(clipboard.kept());
        assertThat(HtmlBody.clean(pasted.html())).isEqualTo(pasted.html());
        // By the API, but for the blanks that only whoever pastes does not mean.
        String sent = HtmlBody.clean(clipboard.html());
        assertThat(onOneLine(PastedHtml.of(sent).html())).isEqualTo(clipboard.kept());
    }

    static Stream<Map.Entry<String, Map<LeftOut, Integer>>> leftOut() {
        return Stream.of(
                Map.entry("<p>ก</p>", Map.of()),
                Map.entry("<p style=\"color:red\">ก</p>", Map.of(LeftOut.LOOKS, 1)),
                Map.entry("<p>ก<img src=\"a.png\"><img src=\"b.png\"></p>", Map.of(LeftOut.PICTURES, 2)),
                Map.entry("<p><a href=\"file:///C:/a.docx\">ก</a></p>", Map.of(LeftOut.LINKS, 1)),
                Map.entry("<p>ก</p><video src=\"a.mp4\"></video>", Map.of(LeftOut.EMBEDDED, 1)),
                Map.entry("<p>ก<span class=\"MsoCommentReference\">[ก1]</span></p>", Map.of(LeftOut.COMMENTS, 1)),
                Map.entry("<p>ก<del cite=\"mailto:a\">ข</del></p>", Map.of()),
                Map.entry("<p class=\"a\">ก<del cite=\"mailto:a\">ข</del></p>", Map.of(LeftOut.DELETIONS, 1)),
                Map.entry("<p>ก<span style=\"display:none\">ข</span></p>", Map.of(LeftOut.HIDDEN, 1)));
    }

    @ParameterizedTest
    @MethodSource("leftOut")
    void whatCannotBeKeptIsCounted(Map.Entry<String, Map<LeftOut, Integer>> sample) {
        assertThat(PastedHtml.of(sample.getKey()).leftOut()).isEqualTo(sample.getValue());
    }

    @Test
    void picturesThatAreLeftOutAreNamed() {
        assertThat(PastedHtml.of(
                                "<img src=\"https://a.go.th/x/plan.jpg?w=1\"><img alt=\"ผัง\" src=\"data:image/gif;base64,R0\">")
                        .pictures())
                .containsExactly("plan.jpg", "ผัง");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1. | 2. | <ol><li>ก</li><li>ข</li></ol>",
                "๓. | ๔. | <ol start=\"3\"><li>ก</li><li>ข</li></ol>",
                "(1) | (2) | <ol><li>ก</li><li>ข</li></ol>",
                "ก. | ข. | <ol><li>ก</li><li>ข</li></ol>",
                "2.1 | 2.2 | <ol><li>ก</li><li>ข</li></ol>",
                "· | o | <ul><li>ก</li><li>ข</li></ul>",
                "3. | · | <ol start=\"3\"><li>ก</li></ol><ul><li>ข</li></ul>",
                "1. | 1. | <ol><li>ก</li></ol><ol><li>ข</li></ol>"
            })
    void aParagraphThatWordNumbersIsAnItem(String first, String second, String list) {
        String item = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
                + "<span style='mso-list:Ignore'>%s<span>&nbsp;&nbsp; </span></span><![endif]>%s</p>";

        assertThat(PastedHtml.of(item.formatted(first, "ก") + item.formatted(second, "ข"))
                        .html())
                .isEqualTo(list);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<table style=''><tr><td>ก</td></tr></table> | <p>ก</p>",
                "<table style=''><tr><td><b>ก</b></td></tr><tr><td>1</td></tr></table>"
                        + " | <table><thead><tr><th>ก</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
                "<table style=''><tr><td><b>ก</b></td></tr><tr><td><b>1</b></td></tr></table>"
                        + " | <table><tbody><tr><td><strong>ก</strong></td></tr><tr><td><strong>1</strong></td></tr></tbody></table>",
                "<table><thead><tr><td>ก</td></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
                        + " | <table><thead><tr><th>ก</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
            })
    void aTableHasItsHeaderRow(String pasted, String kept) {
        assertThat(PastedHtml.of(pasted).html()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p><b>ก<span style='font-weight:400'>ข</span></b></p> | <p><strong>ก</strong>ข</p>",
                "<p style='font-weight:bold'>ก<span style='font-style:italic'>ข</span></p> | <p><strong>ก<em>ข</em></strong></p>",
                "<p><span style='text-decoration:line-through'>ก</span><span style='vertical-align:super'>2</span></p>"
                        + " | <p><s>ก</s><sup>2</sup></p>",
                "<h2><span style='font-weight:700'>ก</span></h2> | <h2>ก</h2>",
                "<style>.x { font-weight: 700 } @media print { .y { display: none } }</style><p class=x>ก</p><p class=y>ข</p>"
                        + " | <p><strong>ก</strong></p><p>ข</p>"
            })
    void aStyleCountsAsItsElement(String pasted, String kept) {
        assertThat(PastedHtml.of(pasted).html()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>ก</p><br><p></p><br><br><p>ข</p><p> </p> | <p>ก</p><p>ข</p>",
                "<p>ก<br>ข<br><br>ค<br></p> | <p>ก<br>ข<br><br>ค</p>",
                "<ul><ul><li>ก</li></ul><li>ข</li><ul><li>ค</li></ul><ol><li>ง</li></ol></ul>"
                        + " | <ul><li>ก</li><li>ข<ul><li>ค</li></ul><ol><li>ง</li></ol></li></ul>",
                "<div>ก<div></div><p>ข</p>ค<b>ง</b><br></div> | <p>ก</p><p>ข</p><p>ค<strong>ง</strong></p>",
                "<p>ก<img alt='😀'>ข<img alt='❤️'><img src='a.png'>ค</p> | <p>ก😀ข❤️ค</p>",
                "<p>ก<a>ข</a>ค<a>ง<a>จ</a></p> | <p>กขคงจ</p>"
            })
    void whatIsTakenOutLeavesItsNeighboursInTheirOrder(String pasted, String kept) {
        assertThat(PastedHtml.of(pasted).html()).isEqualTo(kept);
    }

    /** Blanks between blocks are not seen. */
    private static String onOneLine(String html) {
        return html.replaceAll("\\s+", " ")
                .replaceAll(
                        " ?(</?(?:p|h[2-4]|[uo]l|li|table|thead|tbody|tr|th|td|blockquote|caption)\\b[^>]*>) ?", "$1")
                .strip();
    }
}
