package prakat.screening.personal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import prakat.screening.Finding;
import prakat.screening.html.HtmlBody;
import prakat.search.FoldedText;

/** What is done with each page of text that comes in; each time beside the least that anybody could do with it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OfAPage {

    private static final Pattern THIRTEEN_DIGITS = Pattern.compile("\\d{13}");

    // Not constant: the compiler would know the answers.
    private String text =
            "ประกาศรายชื่อผู้มีสิทธิ์เข้ารับการคัดเลือกครูผู้ช่วย ลำดับที่ 17 โทร. 0 5333 1234 วันที่ 3 พฤษภาคม 2570\n"
                    .repeat(20);
    private String html = "<p>" + text.replace("\n", "</p><p><strong>ทั้งนี้</strong> ") + "</p>";

    @Benchmark
    public List<Finding> personalData() {
        return Texts.OFFICE.find(Texts.field(text));
    }

    @Benchmark
    public long thirteenDigits() {
        return THIRTEEN_DIGITS.matcher(text).results().count();
    }

    @Benchmark
    public String cleaned() {
        return HtmlBody.clean(html);
    }

    @Benchmark
    public String parsed() {
        return Jsoup.parseBodyFragment(html).body().html();
    }

    @Benchmark
    public String folded() {
        return FoldedText.fold(text);
    }

    @Benchmark
    public String normalized() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
