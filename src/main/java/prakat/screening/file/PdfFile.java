package prakat.screening.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.COSParser;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;
import org.apache.pdfbox.pdmodel.encryption.StandardDecryptionMaterial;

/**
 * What a PDF says of itself in its clear parts. It is read in pieces and nothing in it is unpacked, so that no PDF, however
 * made, costs more than one look at its bytes.
 */
final class PdfFile {

    /** Readers look for the header in that many bytes at the beginning. */
    private static final int HEADER_WITHIN = 1024;

    private static final String HEADER = "%PDF-";

    /** What an object begins and ends with, and what stands behind the last one. Nearly all bytes begin none: asked first. */
    private static final Pattern LANDMARK =
            Pattern.compile("(?=[oet/s%])(?:obj(?<=\\d\\s{1,9}obj)\\b|endobj|trailer|/XRef\\b|startxref|%%EOF)");

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_LANDMARK = 64;
    private static final int MOST_TRAILERS = 100;

    private final Path file;
    private final List<Long> trailers = new ArrayList<>();
    private boolean beginsLater;
    private long object = -1;
    private long lastObject = -1;
    private long end = -1;

    private PdfFile(Path file) {
        this.file = file;
    }

    /** Reads what has the header of a PDF near its beginning and objects behind; empty for anything else. */
    static Optional<PdfFile> read(Path file) throws IOException {
        PdfFile pdf = new PdfFile(file);
        int header = pdf.window(0, HEADER_WITHIN).indexOf(HEADER);
        if (header < 0) {
            return Optional.empty();
        }
        pdf.beginsLater = header > 0;
        pdf.search(LANDMARK, pdf::pass);
        return Optional.of(pdf).filter(read -> read.object >= 0);
    }

    /** Whether other bytes stand before the header. */
    boolean beginsLater() {
        return beginsLater;
    }

    /** Whether its end is there, behind the last object. */
    boolean isWhole() {
        return end > lastObject;
    }

    /** Whether it asks for a password before it shows anything. Many forbid only changes, and open without. */
    boolean isLocked() throws IOException {
        for (long start : trailers) {
            Optional<COSDictionary> trailer = dictionary(start);
            Optional<COSBase> encryption = trailer.map(found -> found.getItem(COSName.ENCRYPT));
            if (encryption.isPresent()) {
                return !opens(encryption.get(), trailer.get().getCOSArray(COSName.ID));
            }
        }
        return false;
    }

    private void pass(String landmark, long at) {
        if (landmark.endsWith("obj")) {
            lastObject = at;
            object = landmark.equals("endobj") ? object : at;
            return;
        }
        boolean isTrailer = landmark.equals("trailer");
        boolean isPackedTrailer = landmark.equals("/XRef") && object >= 0;
        if (!isTrailer && !isPackedTrailer) {
            end = at;
        } else if (trailers.size() < MOST_TRAILERS) {
            trailers.add(isTrailer ? at : object);
        }
    }

    private boolean opens(COSBase encryption, COSArray id) throws IOException {
        Optional<COSDictionary> settings = encryption instanceof COSObject reference
                ? referred(reference)
                : Optional.of(encryption).map(COSDictionary.class::cast);
        if (settings.isEmpty()) {
            return false;
        }
        PDEncryption encrypted = new PDEncryption(settings.get());
        if (encrypted.getVersion() >= PDEncryption.VERSION4_SECURITY_HANDLER
                && encrypted.getStreamFilterName().equals(COSName.IDENTITY)
                && encrypted.getStringFilterName().equals(COSName.IDENTITY)) {
            // Only what is attached to it is locked.
            return true;
        }
        try {
            encrypted
                    .getSecurityHandler()
                    .prepareForDecryption(
                            encrypted, id == null ? new COSArray() : id, new StandardDecryptionMaterial(""));
            return true;
        } catch (IOException e) {
            // A password, or a certificate, is needed; or it is locked in a way that no common reader knows.
            return false;
        }
    }

    private Optional<COSDictionary> referred(COSObject reference) throws IOException {
        List<Long> found = new ArrayList<>();
        String label = "\\b%d\\s+%d\\s+obj\\b"
                .formatted(reference.getKey().getNumber(), reference.getKey().getGeneration());
        search(Pattern.compile(label), (text, at) -> found.add(at));
        return found.isEmpty() ? Optional.empty() : dictionary(found.get(found.size() - 1));
    }

    /** The first dictionary from there on; empty where none can be read. */
    private Optional<COSDictionary> dictionary(long from) throws IOException {
        String text = window(from, PIECE);
        int start = text.indexOf("<<");
        if (start < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DictionaryParser(text.substring(start)).read());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String window(long from, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Finds all places, piece by piece; each piece is seen with some of what stands around it. */
    private void search(Pattern pattern, ObjLongConsumer<String> found) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            int kept = 0;
            long start = 0;
            boolean isLast = false;
            while (!isLast) {
                int length = kept + bytes.readNBytes(piece, kept, piece.length - kept);
                isLast = length < piece.length;
                Matcher matcher = pattern.matcher(new String(piece, 0, length, StandardCharsets.ISO_8859_1))
                        .region(start == 0 ? 0 : LONGEST_LANDMARK, length)
                        .useTransparentBounds(true);
                while (matcher.find() && (isLast || matcher.start() < length - LONGEST_LANDMARK)) {
                    found.accept(matcher.group(), start + matcher.start());
                }
                kept = Math.min(length, 2 * LONGEST_LANDMARK);
                start += length - kept;
                System.arraycopy(piece, length - kept, piece, 0, kept);
            }
        }
    }

    private static final class DictionaryParser extends COSParser {

        DictionaryParser(String text) throws IOException {
            super(new RandomAccessReadBuffer(text.getBytes(StandardCharsets.ISO_8859_1)));
        }

        COSDictionary read() throws IOException {
            return parseCOSDictionary(true);
        }
    }
}
