package prakat.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;
import prakat.child.ChildProgram;
import prakat.child.InstalledPrograms;

/**
 * Makes PDF of documents, each by a LibreOffice of its own that has never seen another one, with a new profile, in which no macro
 * runs and nothing is loaded from elsewhere; where the system lets us, also in a network of its own, in which there is nobody.
 *
 * <p>JODConverter keeps a few LibreOffices running, each for many documents of many people, and asks them through a port; it
 * bounds neither memory nor files, and leaves them running where this program is killed. It saves two seconds a document.
 */
final class LibreOffice {

    private static final Logger log = LoggerFactory.getLogger(LibreOffice.class);

    private static final DataSize LARGEST_PDF = DataSize.ofMegabytes(100);

    /** Its processes compute on several processors at once. */
    private static final int PROCESSORS = 2;

    private static final List<String> WITHOUT_NETWORK = List.of("unshare", "--user", "--map-root-user", "--net");

    private static final String FIRST_PAGES = "pdf:%s:{%s\"PageRange\":{\"type\":\"string\",\"value\":\"1-%d\"}}";
    private static final String EACH_SHEET_WHOLE = "\"SinglePageSheets\":{\"type\":\"boolean\",\"value\":\"true\"},";

    /** In points, of a page of the PDF: LibreOffice makes what is twice as long smaller. */
    private static final float LONGEST = 7200;

    /** In square points, of a page of the PDF: a browser draws a few million pixels of it. */
    private static final float LARGEST = 8e6f;

    private final Path program;
    private final PreviewSettings settings;
    private final List<String> surroundings;

    private LibreOffice(Path program, PreviewSettings settings) {
        this.program = program;
        this.settings = settings;
        surroundings = canDoWithoutNetwork() ? WITHOUT_NETWORK : List.of();
    }

    /** Looks for it; empty where it is not installed, or cannot be kept within limits on this machine. */
    static Optional<LibreOffice> find(PreviewSettings settings) {
        return InstalledPrograms.find(settings.office(), "soffice", program -> ChildProgram.isPossible())
                .map(program -> new LibreOffice(program, settings));
    }

    /** What takes the PDF where it is there. */
    interface Taker {

        void take(InputStream pdf) throws IOException;
    }

    /**
     * Makes PDF of a document: page by page, as it would be printed; of sheets, each on a page of its own, on which no column
     * is missing, unless one is so long that nobody could read it there.
     *
     * @return false where it could not, or not within the limits; nothing was taken then
     * @throws IOException where the machine has no room for it
     */
    boolean convert(Path document, OfficeKind kind, Taker taker) throws IOException, InterruptedException {
        return convert(document, kind, kind.hasSheets(), taker);
    }

    private boolean convert(Path document, OfficeKind kind, boolean eachSheetWhole, Taker taker)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("prakat-preview");
        try (ChildProgram office = start(document, kind, eachSheetWhole, directory)) {
            Path pdf = directory.resolve("document.pdf");
            boolean hasEnded = office.endsWithin(settings.time());
            // Nothing that it links to instead.
            if (!hasEnded || !Files.isRegularFile(pdf, LinkOption.NOFOLLOW_LINKS) || Files.size(pdf) == 0) {
                log.info(
                        "LibreOffice made no PDF of {}: {}",
                        document.getFileName(),
                        hasEnded
                                ? "it could not"
                                : "it took longer than " + settings.time().toSeconds() + " s");
                return false;
            }
            if (!eachSheetWhole || isLegible(pdf)) {
                try (InputStream bytes = Files.newInputStream(pdf, LinkOption.NOFOLLOW_LINKS)) {
                    taker.take(bytes);
                }
                return true;
            }
        }
        return convert(document, kind, false, taker);
    }

    private static boolean isLegible(Path pdf) throws IOException {
        try (PDDocument made = Loader.loadPDF(pdf.toFile())) {
            for (PDPage page : made.getPages()) {
                PDRectangle size = page.getMediaBox();
                if (Math.max(size.getWidth(), size.getHeight()) > LONGEST
                        || size.getWidth() * size.getHeight() > LARGEST) {
                    return false;
                }
            }
        }
        return true;
    }

    private ChildProgram start(Path document, OfficeKind kind, boolean eachSheetWhole, Path directory)
            throws IOException {
        Path profile = directory.resolve("profile/user");
        try (InputStream rules = LibreOffice.class.getResourceAsStream("/libreoffice/registrymodifications.xcu")) {
            Files.createDirectories(profile);
            Files.copy(rules, profile.resolve("registrymodifications.xcu"));
            Files.copy(document, directory.resolve("document"));
            ChildProgram.Limits limits = new ChildProgram.Limits(
                    settings.memory(), LARGEST_PDF, settings.time().multipliedBy(PROCESSORS));
            return ChildProgram.start(command(kind, eachSheetWhole, directory), limits, directory);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(directory);
            throw e;
        }
    }

    private List<String> command(OfficeKind kind, boolean eachSheetWhole, Path directory) {
        List<String> command = new ArrayList<>(surroundings);
        command.addAll(List.of(
                program.toString(),
                "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--infilter=" + kind.reader(),
                "--convert-to",
                FIRST_PAGES.formatted(kind.writer(), eachSheetWhole ? EACH_SHEET_WHOLE : "", OfficePreviews.MOST_PAGES),
                "--outdir",
                directory.toString(),
                directory.resolve("document").toString()));
        return command;
    }

    private static boolean canDoWithoutNetwork() {
        List<String> command = new ArrayList<>(WITHOUT_NETWORK);
        command.add("true");
        return InstalledPrograms.said(command).isPresent();
    }
}
