package prakat.screening.reader;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import prakat.screening.FindingKind;
import prakat.screening.Place;

/** What a PDF would do on its reader's machine: scripts, programs that it starts, what it sends somewhere. */
final class PdfActions {

    /** Actions that do more than show another place, and what plays films and programs. */
    private static final Set<String> ACTIVE =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition", "RichMedia");

    /** What names an action, and what leads to it. */
    private static final List<COSName> LEADING = List.of(
            COSName.OPEN_ACTION,
            COSName.A,
            COSName.NEXT,
            COSName.NAMES,
            COSName.getPDFName("JavaScript"),
            COSName.ACRO_FORM,
            COSName.FIELDS,
            COSName.KIDS,
            COSName.ANNOTS);

    private static final int MOST_VISITED = 200_000;

    private final Set<COSBase> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Adds a finding for each page that has such actions, and one for the document itself. */
    void find(PDDocument pdf, Output output) {
        find(pdf.getDocumentCatalog().getCOSObject(), Place.inFile(), output);
        int number = 0;
        for (PDPage page : pdf.getPages()) {
            number++;
            find(page.getCOSObject(), Place.inFile().onPage(number), output);
        }
    }

    private void find(COSDictionary start, Place place, Output output) {
        Deque<COSBase> open = new ArrayDeque<>(List.of(start));
        boolean isActive = false;
        while (!open.isEmpty() && visited.size() < MOST_VISITED) {
            COSBase next = open.pop();
            COSBase base = next instanceof COSObject reference ? reference.getObject() : next;
            if (base == null || !visited.add(base)) {
                continue;
            }
            if (base instanceof COSArray array) {
                array.forEach(open::push);
            } else if (base instanceof COSDictionary dictionary) {
                isActive |= ACTIVE.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
                        || ACTIVE.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)));
                LEADING.stream()
                        .map(dictionary::getItem)
                        .filter(Objects::nonNull)
                        .forEach(open::push);
                // What is done at an event stands under the event's name.
                COSDictionary events = dictionary.getCOSDictionary(COSName.AA);
                if (events != null) {
                    events.getValues().forEach(open::push);
                }
            }
        }
        if (isActive) {
            output.found(FindingKind.ACTIVE_CONTENT, place);
        }
    }
}
