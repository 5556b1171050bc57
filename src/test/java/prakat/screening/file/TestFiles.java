package prakat.screening.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The bytes of files as real programs write them. */
final class TestFiles {

    static final String THAI = "ประกาศรับสมัครงาน เลขที่ ๑/๒๕๗๐\r\nตำแหน่ง\tนักวิชาการเงินและบัญชี\n";
    static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    private TestFiles() {}

    static final String WORD = "application/vnd.ms-word.";

    static byte[] pdf() {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
                        + "trailer<</Root 1 0 R/Size 4>>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static XWPFDocument document() {
        XWPFDocument document = new XWPFDocument();
        document.createParagraph().createRun().setText(THAI);
        return document;
    }

    static XSSFWorkbook workbook(XSSFWorkbookType type) {
        XSSFWorkbook workbook = new XSSFWorkbook(type);
        workbook.createSheet("งบ").createRow(0).createCell(0).setCellValue(1);
        return workbook;
    }

    static XMLSlideShow slides() {
        XMLSlideShow slides = new XMLSlideShow();
        slides.createSlide();
        return slides;
    }

    static byte[] saved(POIXMLDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    static POIXMLDocument withMainType(POIXMLDocument document, String type) {
        PackagePart main = document.getPackagePart();
        assertThat(main.getPackage().replaceContentType(main.getContentType(), type))
                .isTrue();
        return document;
    }

    static byte[] oldOffice() throws IOException {
        return oldOffice("WordDocument");
    }

    static byte[] oldOffice(String stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    /** As the standard has it: the first entry is the media type, not compressed. */
    static byte[] openDocument(String mediaType) throws IOException {
        return openDocument(mediaType, 0);
    }

    static byte[] openDocument(String mediaType, int pictures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "mimetype", mediaType.getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(utf8(
                    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"));
            zip.closeEntry();
            for (int n = 0; n < pictures; n++) {
                zip.putNextEntry(new ZipEntry("Pictures/" + n));
            }
        }
        return bytes.toByteArray();
    }

    /** A zip file with one entry, as it is. */
    static byte[] stored(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, name, content);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, bytes))
                .as("%s was written", format)
                .isTrue();
        return bytes.toByteArray();
    }

    static byte[] webp() {
        return "RIFF\u001a\0\0\0WEBPVP8L\r\0\0\0/\0\0\0\u0010\u0007\u0010\u0011\u0011\u0088\u0088\u00fe\u0007\0"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] program() {
        byte[] program = new byte[256];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3c] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        return program;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        Arrays.setAll(values, i -> bytes[i] = (byte) values[i]);
        return bytes;
    }

    /** Opened with the password "" where the user's is empty, as readers do. */
    static byte[] pdf(String ownerPassword, String userPassword, int keyLength, boolean packed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy(ownerPassword, userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(keyLength);
            policy.setPreferAES(keyLength == 128);
            document.protect(policy);
            document.save(bytes, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        }
        return bytes.toByteArray();
    }

    static byte[] lockedOffice(POIXMLDocument document, EncryptionMode mode) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document;
                POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword("1234");
            try (OutputStream locked = encryptor.getDataStream(files)) {
                document.write(locked);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    /** A zip file's entries with one more, or one changed. */
    static byte[] with(byte[] zip, String name, byte[] content) throws IOException {
        Map<String, byte[]> entries = entries(zip);
        entries.put(name, content);
        return zip(entries);
    }

    /** A zip file's entries with one less. */
    static byte[] without(byte[] zip, String name) throws IOException {
        Map<String, byte[]> entries = entries(zip);
        assertThat(entries.remove(name)).as(name).isNotNull();
        return zip(entries);
    }

    static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    /** The first part of a file; below zero: all but the last part. */
    static byte[] cut(byte[] file, int length) {
        return Arrays.copyOf(file, length < 0 ? file.length + length : length);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
