package prakat.screening.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that is text from its first byte to its last. Which text it is follows from the whole of it: much plain text begins
 * like something else.
 */
public final class PlainText {

    private static final Charset THAI = Charset.forName("x-windows-874");

    /** By which older programs mark the end of a file. */
    private static final char END_OF_FILE = 0x1a;

    private static final int BEGINNING = 8192;
    private static final int ENDING = 32;

    /** Pages and pictures that a browser would run if it took them for what they are. */
    private static final Pattern MARKUP =
            Pattern.compile("(?is)(?>\\s+|<!--.*?-->)*+<(?:!doctype\\s+html\\b|\\?(?:xml|php)\\s"
                    + "|(?:html|head|body|title|script|style|iframe|svg)[\\s/>]).*?(?:<|/>|;).*");

    private static final Pattern SCRIPT = Pattern.compile("(?s)#! ?/\\S+[^\\n]*\\n.*\\S.*");
    private static final Pattern RICH_TEXT = Pattern.compile("(?s)\\s*\\{\\\\rtf\\d.*");

    /** Without the blanks in it. */
    private static final Pattern PDF_END = Pattern.compile(".*(?:startxref\\d*|%%EOF)");

    private final Charset charset;
    private final StringBuilder beginning = new StringBuilder();
    private final StringBuilder ending = new StringBuilder();
    private final ThaiSpelling spelling = new ThaiSpelling();
    private boolean isBlank = true;
    private boolean isWithoutValues = true;

    private PlainText(Charset charset) {
        this.charset = charset;
    }

    /** The charset of a plain text; empty where the bytes are not text in one that the office uses. */
    public static Optional<Charset> charsetOf(Path file) {
        return of(file).map(text -> text.charset);
    }

    /** The text that a file is; empty where its bytes are not text in a charset that the office uses. */
    static Optional<PlainText> of(Path file) {
        Charset marked = hasMarkOfUtf16(file) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return read(file, marked).or(() -> read(file, THAI).filter(text -> text.spelling.isPlausible()));
    }

    /** Whether nobody would see anything in it. */
    boolean isBlank() {
        return isBlank;
    }

    /** Whether there is nothing in it but blanks and what sets values apart. */
    boolean isWithoutValues() {
        return isWithoutValues;
    }

    /** Whether it is Rich Text Format. */
    boolean isRichText() {
        return RICH_TEXT.matcher(beginning).matches() && ending.toString().endsWith("}");
    }

    /** Whether it ends like a PDF, which can be all text. */
    boolean endsLikePdf() {
        return PDF_END.matcher(ending).matches();
    }

    /** Whether it is written for a program and not for people: a page, a script, instructions for a printer. */
    boolean isForPrograms() {
        return MARKUP.matcher(beginning).matches()
                || SCRIPT.matcher(beginning).matches()
                || beginning.toString().startsWith("%!PS-Adobe") && endsLikePdf();
    }

    /** Whether the file says that it is in UTF-16; without the mark, no reader could tell. */
    private static boolean hasMarkOfUtf16(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            int mark = bytes.read() << 8 | bytes.read();
            return mark == 0xfeff || mark == 0xfffe;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<PlainText> read(Path file, Charset charset) {
        PlainText text = new PlainText(charset);
        try (Reader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            boolean hasEnded = false;
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c != END_OF_FILE && (hasEnded || isOfNoText(c))) {
                    return Optional.empty();
                }
                hasEnded = c == END_OF_FILE;
                if (!hasEnded) {
                    text.add((char) c);
                }
            }
            return Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(char c) {
        spelling.add(c);
        boolean isMark = c == '\uFEFF';
        if (beginning.length() < BEGINNING && !isMark) {
            beginning.append(c);
        }
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT) {
            isBlank = false;
            isWithoutValues &= ",;\"'".indexOf(c) >= 0;
            if (ending.length() == ENDING) {
                ending.deleteCharAt(0);
            }
            ending.append(c);
        }
    }

    /** The second set of control characters is left in many texts that were converted from another charset. */
    private static boolean isOfNoText(int c) {
        return c < ' ' && "\t\n\u000b\f\r".indexOf(c) < 0 || c == 0x7f;
    }
}
