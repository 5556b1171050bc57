package prakat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import prakat.Given;

/** The office's form as it comes out of the reader's printer. */
@BrowserTest
class PrintedFormTest {

    @RegisterExtension
    static final InChromium CHROMIUM = new InChromium();

    private static final DateTimeFormatter THAI_DAY = DateTimeFormatter.ofPattern("dMMMMu", Locale.forLanguageTag("th"))
            .withChronology(ThaiBuddhistChronology.INSTANCE);

    @Test
    void thePdfSaysWhatWasAskedForAndWhoSigned() throws IOException {
        JsonNode request = new Given(CHROMIUM.program()).published("ประกาศผู้ชนะการเสนอราคา");
        Page page = form(request);
        String code = page.locator(".check-code").textContent();

        byte[] pdf = page.pdf(new PdfOptions().setPreferCSSPageSize(true).setPrintBackground(false));

        try (PDDocument printed = Loader.loadPDF(pdf)) {
            assertThat(printed.getNumberOfPages()).isEqualTo(1);
            // Lines break and signs lie where the printer wants them.
            assertThat(new PDFTextStripper().getText(printed).replaceAll("\\s", ""))
                    .contains(request.get("number").asText(), code)
                    .contains("ประกาศผู้ชนะการเสนอราคา")
                    .contains("เจ้าหน้าที่การเงิน", "เจ้าของเรื่อง")
                    .contains("ผู้อำนวยการกลุ่มการเงิน", "ผู้อำนวยการกลุ่ม")
                    .contains("เจ้าหน้าที่ดูแลเว็บไซต์")
                    .contains(THAI_DAY.format(LocalDate.now(ZoneId.of("Asia/Bangkok"))))
                    .doesNotContain("ออกจากระบบ");
        }
    }

    @Test
    void theQrCodeLeadsToTheAnswerThatTheFormIsGenuine() throws IOException, ReaderException {
        JsonNode request = new Given(CHROMIUM.program()).certified("ประกาศประกวดราคาจ้างเหมาบริการ");
        Page page = form(request);

        String address = read(page.locator("svg.qr").screenshot());

        assertThat(address)
                .startsWith(
                        CHROMIUM.program() + "/verify/" + request.get("number").asText());
        Page anybody = CHROMIUM.anybody();
        assertThat(anybody.navigate(address).status()).isEqualTo(200);
        assertThat(anybody.getByRole(AriaRole.STATUS))
                .containsText("แบบฟอร์มของคำขอเลขที่ " + request.get("number").asText() + " เป็นของจริง");
        assertThat(anybody.getByRole(AriaRole.STATUS)).containsText("ตรงกับบันทึกปัจจุบัน");
    }

    private static Page form(JsonNode request) {
        Page page = CHROMIUM.as("finance-staff");
        page.navigate("/desk/requests/" + request.get("id").asText() + "/form");
        assertThat(page.getByText("พิมพ์แบบฟอร์ม")).isVisible();
        return page;
    }

    private static String read(byte[] screenshot) throws IOException, ReaderException {
        BufferedImageLuminanceSource light =
                new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(screenshot)));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }
}
