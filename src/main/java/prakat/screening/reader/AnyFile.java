package prakat.screening.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import prakat.input.Refusal;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.file.FileKind;

/** Reads a file of any kind, and the files in it. What it is follows from its bytes. */
final class AnyFile {

    private final TextRecognition recognition;
    private final Path directory;

    /**
     * For a file that was sent in.
     *
     * @param directory where files that are found in it may lie for a moment
     */
    AnyFile(TextRecognition recognition, Path directory) {
        this.recognition = recognition;
        this.directory = directory;
    }

    /**
     * Reads a file that was sent in.
     *
     * @throws Output.LimitReached where there is more of it than may be read
     */
    void read(Path file, String name, Output output) {
        try {
            read(file, name, output, 0);
        } finally {
            if (recognition.missed() > 0) {
                output.unreadable(Place.inFile().inPart(Place.Part.PICTURE, null), recognition.missed());
            }
        }
    }

    /**
     * Reads a file; where that fails, it says so in the output.
     *
     * @param depth how many files it lies in
     * @throws Output.LimitReached where there is more of it than may be read
     */
    void read(Path file, String name, Output output, int depth) {
        EmbeddedFiles embedded = new EmbeddedFiles(this, directory, output, depth);
        try {
            Optional<FileKind> kind = kind(file, name, output);
            if (kind.isEmpty()) {
                new OtherFile(output, embedded, recognition).read(file, name);
                return;
            }
            switch (kind.get()) {
                case PDF -> new PdfFile(output, embedded, recognition).read(file);
                case DOCX, PPTX -> new OfficeFile(output, embedded).read(file);
                case XLSX -> {
                    new Workbook(output).read(file);
                    new OfficeFile(output, embedded).read(file);
                }
                case ODT, ODS, ODP -> new OpenDocumentFile(output, embedded).read(file);
                    // Readers get an attached picture without its location, and another file with all the pictures in
                    // it as they are.
                case JPEG, PNG, WEBP -> new PictureFile(output, recognition).read(file, depth > 0);
                case TXT -> new TextFile(output).readText(file);
                case CSV -> new TextFile(output).readTable(file);
            }
        } catch (Output.LimitReached e) {
            throw e;
        } catch (Exception | StackOverflowError | LinkageError e) {
            output.unreadable(Place.inFile());
        }
    }

    /** Empty where it is of none that may be attached, or could not be by itself. */
    private static Optional<FileKind> kind(Path file, String name, Output output) throws IOException {
        try {
            return Optional.of(FileKind.of(file, name));
        } catch (Refusal refusal) {
            Stream.concat(Stream.of(refusal.code()), refusal.fields().stream().map(Refusal.Field::code))
                    .flatMap(code -> danger(code).stream())
                    .findFirst()
                    .ifPresent(danger -> output.found(danger, Place.inFile()));
            return Optional.empty();
        }
    }

    private static Optional<FindingKind> danger(String refusal) {
        return Optional.ofNullable(
                switch (refusal) {
                    case "file-locked" -> FindingKind.LOCKED;
                    case "file-damaged" -> FindingKind.DAMAGED;
                    case "file-macros" -> FindingKind.ACTIVE_CONTENT;
                    default -> null;
                });
    }
}
