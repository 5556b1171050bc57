package prakat.screening.reader;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/** The text that stands in a PDF as a picture: pages that were scanned, and pictures on other pages. */
final class PdfPictures {

    private static final double MOST_PIXELS = 16e6;
    private static final double POINTS_PER_INCH = 72;

    /** How dark anything on a page is at most, of 255, where there is nothing on it. */
    private static final int PAPER = 200;

    private final PDDocument pdf;
    private final Output output;
    private final TextRecognition recognition;
    private final Renderer renderer;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    PdfPictures(PDDocument pdf, Output output, TextRecognition recognition) {
        this.pdf = pdf;
        this.output = output;
        this.recognition = recognition;
        renderer = new Renderer(pdf);
        renderer.setSubsamplingAllowed(true);
    }

    /**
     * Reads them.
     *
     * @param pagesOfPictures that have no text, or hardly any that a program could read
     */
    void read(Set<Integer> pagesOfPictures) throws IOException {
        List<List<PDImageXObject>> pictures = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            List<PDImageXObject> onPage = new ArrayList<>();
            collect(page.getResources(), onPage, Collections.newSetFromMap(new IdentityHashMap<>()));
            pictures.add(onPage);
        }
        List<Integer> scanned = pagesOfPictures.stream()
                .filter(page -> !pictures.get(page - 1).isEmpty())
                .sorted()
                .toList();
        if (!scanned.isEmpty()) {
            Place place = scanned.size() == pictures.size()
                    ? Place.inFile()
                    : Place.inFile().onPage(scanned.get(0));
            output.found(FindingKind.NO_TEXT_LAYER, place, scanned.size());
        }
        findFiguresWithoutText();
        for (int i = 0; i < pictures.size(); i++) {
            Place place = Place.inFile().onPage(i + 1).inPart(Part.PICTURE, null);
            boolean isRendered = pagesOfPictures.contains(i + 1)
                    && pictures.get(i).stream().allMatch(picture -> hasRoom(picture) && !isJpeg2000(picture));
            if (isRendered) {
                render(i, place);
            } else {
                for (PDImageXObject picture : pictures.get(i)) {
                    read(picture, place);
                }
            }
        }
    }

    /** Only a PDF that says what is what of it (tagged) can say what is to be seen. */
    private void findFiguresWithoutText() {
        Map<Place, Integer> found = new LinkedHashMap<>();
        Set<COSBase> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<PDStructureNode> open = new ArrayDeque<>();
        Optional.ofNullable(pdf.getDocumentCatalog().getStructureTreeRoot()).ifPresent(open::push);
        while (!open.isEmpty()) {
            PDStructureNode node = open.pop();
            if (node instanceof PDStructureElement element
                    && "Figure".equals(element.getStructureType())
                    && isBlank(element.getAlternateDescription())
                    && isBlank(element.getActualText())) {
                int page = element.getPage() == null ? -1 : pdf.getPages().indexOf(element.getPage());
                found.merge(page < 0 ? Place.inFile() : Place.inFile().onPage(page + 1), 1, Integer::sum);
            }
            for (Object kid : node.getKids()) {
                if (kid instanceof PDStructureNode deeper && visited.add(deeper.getCOSObject())) {
                    open.add(deeper);
                }
            }
        }
        found.forEach((place, count) -> output.found(FindingKind.NO_ALTERNATIVE_TEXT, place, count));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private void collect(PDResources resources, List<PDImageXObject> pictures, Set<COSBase> visited)
            throws IOException {
        if (resources == null || !visited.add(resources.getCOSObject())) {
            return;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject picture) {
                pictures.add(picture);
            } else if (object instanceof PDFormXObject form) {
                collect(form.getResources(), pictures, visited);
            }
        }
    }

    private void render(int page, Place place) throws IOException {
        PDRectangle box = pdf.getPage(page).getCropBox();
        double inches = box.getWidth() / POINTS_PER_INCH * box.getHeight() / POINTS_PER_INCH;
        double dpi = Math.min(TextRecognition.DPI, Math.sqrt(MOST_PIXELS / Math.max(inches, 1)));
        output.time();
        BufferedImage rendered = renderer.renderImageWithDPI(page, (float) dpi, ImageType.GRAY);
        if (renderer.takeFailure()) {
            output.unreadable(place);
        }
        byte[] pixels = ((DataBufferByte) rendered.getRaster().getDataBuffer()).getData();
        for (byte pixel : pixels) {
            if (Byte.toUnsignedInt(pixel) < PAPER) {
                recognition.read(rendered, place, output);
                return;
            }
        }
    }

    private void read(PDImageXObject picture, Place place) throws IOException {
        if (!seen.add(picture.getCOSObject())) {
            return;
        }
        output.time();
        if (!hasRoom(picture)) {
            output.unreadable(place);
        } else if (isJpeg2000(picture)) {
            Path file = Files.createTempFile(recognition.directory(), "picture", ".jp2");
            try (InputStream bytes = picture.createInputStream(List.of(COSName.JPX_DECODE.getName()))) {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            }
            recognition.read(file, place, output);
        } else if (recognition.reads(picture.getWidth(), picture.getHeight())) {
            double pixels = (double) picture.getWidth() * picture.getHeight();
            int each = (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS));
            recognition.read(picture.getImage(null, each), place, output);
        }
    }

    private boolean hasRoom(PDImageXObject picture) {
        return output.hasRoomForPicture(picture.getWidth(), picture.getHeight());
    }

    /** PDFBox would need a library for those, of a licence of its own; Tesseract reads them by itself. */
    private static boolean isJpeg2000(PDImageXObject picture) {
        return picture.getStream().getFilters().contains(COSName.JPX_DECODE);
    }

    /** Notices what could not be drawn, over which readers pass in silence. */
    private static final class Renderer extends PDFRenderer {

        private boolean hasFailed;

        Renderer(PDDocument pdf) {
            super(pdf);
        }

        boolean takeFailure() {
            boolean taken = hasFailed;
            hasFailed = false;
            return taken;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
                        throws IOException {
                    hasFailed |= !(failure instanceof EmptyGraphicsStackException);
                    super.operatorException(operator, operands, failure);
                }
            };
        }
    }
}
