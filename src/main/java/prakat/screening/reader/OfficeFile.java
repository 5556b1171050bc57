package prakat.screening.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import prakat.screening.FindingKind;
import prakat.screening.Place;
import prakat.screening.Place.Part;

/**
 * The parts of a Word, Excel or PowerPoint file, each with the place at which people find it; all but the cells of sheets.
 * What its list of parts does not name is read all the same: whoever opens the zip file finds it.
 */
final class OfficeFile {

    /** What a part is, by its path; the first that fits. A part that none fits has no text. */
    private enum Role {
        TEXT(
                "(?:word/document\\d*|ppt/slides/slide\\d+|.*/charts/chart(?:Ex)?\\d*|.*/diagrams/data\\d*|xl/drawings/drawing\\d+)\\.xml",
                null),
        COMMENT("(?:word/comments\\w*|ppt/comments/.+|xl/threadedComments/.+)\\.xml", Part.COMMENT),
        HEADER("(?:word/(?:header|footer)\\d*|ppt/\\w+(?:Masters|Layouts)/\\w+)\\.xml", Part.HEADER),
        NOTES("(?:word/(?:footnotes|endnotes)|ppt/notesSlides/\\w+)\\.xml", Part.NOTES),
        GLOSSARY("word/glossary/document\\.xml", Part.HIDDEN),
        METADATA("(?:docProps/.+|customXml/item\\d+)\\.xml", Part.METADATA),
        KEPT("xl/(?:pivotCache|externalLinks|revisions)/\\w+\\.xml", Part.HIDDEN),
        EMBEDDED(".*/embeddings/.+", Part.EMBEDDED),
        PICTURE(".*/media/.+", Part.PICTURE),
        LINKS(".*\\.rels", null),
        ACTIVE(".*/activeX/.+\\.xml", null);

        private final Pattern path;
        private final Part part;

        Role(String path, Part part) {
            this.path = Pattern.compile(path);
            this.part = part;
        }
    }

    /** Belongs to no slide of its own. */
    private static final Pattern SHARED = Pattern.compile("ppt/(?:slide(?:Master|Layout)|notesMaster|theme)s?/.*");

    /** What a program would fetch by itself at opening; people see other links before they follow them. */
    private static final Pattern FETCHED = Pattern.compile(".*/(?:attachedTemplate|oleObject|frame|subDocument)");

    private static final Pattern ELSEWHERE = Pattern.compile("(?is)(?:https?:|ftp:|file:///*\\\\\\\\|\\\\\\\\).*");

    private final Output output;
    private final EmbeddedFiles embedded;
    private final Map<String, Place> places = new HashMap<>();

    OfficeFile(Output output, EmbeddedFiles embedded) {
        this.output = output;
        this.embedded = embedded;
    }

    /** Reads all parts but sheets. */
    void read(Path file) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            place(zip, "ppt/presentation.xml");
            place(zip, "xl/workbook.xml");
            for (Role role : Role.values()) {
                List<ZipEntry> parts = new ArrayList<>(zip.stream()
                        .filter(part -> !part.isDirectory() && roleOf(part.getName()) == role)
                        .toList());
                parts.sort(Comparator.comparing(
                        part -> placeOf(part.getName()).page(), Comparator.nullsLast(Comparator.naturalOrder())));
                for (ZipEntry part : parts) {
                    try (InputStream bytes = zip.getInputStream(part)) {
                        read(role, part.getName(), bytes);
                    }
                }
            }
        }
    }

    private static Role roleOf(String path) {
        for (Role role : Role.values()) {
            if (role.path.matcher(path).matches()) {
                return role;
            }
        }
        return null;
    }

    private Place placeOf(String path) {
        return places.getOrDefault(path, Place.inFile());
    }

    private void read(Role role, String path, InputStream bytes) throws IOException, XMLStreamException {
        Place place = placeOf(path).inPart(role.part, null);
        String name = path.substring(path.lastIndexOf('/') + 1);
        switch (role) {
            case METADATA -> Xml.forEachLeaf(bytes, (said, text) -> output.text(place.inPart(role.part, said), text));
            case KEPT -> readKept(bytes, place.inPart(role.part, name));
            case EMBEDDED, PICTURE -> embedded.read(name, place.inPart(role.part, name), bytes);
            case LINKS -> readLinks(path, bytes);
            case ACTIVE -> output.found(FindingKind.ACTIVE_CONTENT, place);
            default -> OfficeText.read(bytes, place, output);
        }
    }

    /** Values of other tables that a workbook keeps, whether or not anybody sees them. */
    private void readKept(InputStream bytes, Place place) throws XMLStreamException {
        XMLStreamReader xml = Xml.open(bytes);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                output.text(place, Xml.attribute(xml, "v"));
            } else if (event == XMLStreamConstants.CHARACTERS) {
                output.text(place, xml.getText());
            }
        }
    }

    private void readLinks(String path, InputStream bytes) throws XMLStreamException {
        Place place = placeOf(path);
        XMLStreamReader xml = Xml.open(bytes);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && "External".equals(Xml.attribute(xml, "TargetMode"))) {
                String target = String.valueOf(Xml.attribute(xml, "Target"));
                output.text(place, target);
                if (FETCHED.matcher(String.valueOf(Xml.attribute(xml, "Type"))).matches()
                        && ELSEWHERE.matcher(target).matches()) {
                    output.found(FindingKind.ACTIVE_CONTENT, place);
                }
            }
        }
    }

    /** Where slides and sheets stand, and what belongs to each: pictures, notes, remarks, charts and the tables behind them. */
    private void place(ZipFile zip, String main) throws IOException, XMLStreamException {
        ZipEntry part = zip.getEntry(main);
        if (part == null) {
            return;
        }
        Map<String, String> targets = targets(zip, main);
        int slide = 0;
        try (InputStream bytes = zip.getInputStream(part)) {
            XMLStreamReader xml = Xml.open(bytes);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String target = targets.get(Xml.reference(xml));
                if (xml.getLocalName().equals("sldId")) {
                    slide++;
                    place(zip, target, Place.inFile().onPage(slide));
                } else if (xml.getLocalName().equals("sheet")) {
                    place(zip, target, Place.inFile().inCell(Xml.attribute(xml, "name"), null));
                }
            }
        }
    }

    private void place(ZipFile zip, String path, Place place) throws IOException, XMLStreamException {
        if (path == null || SHARED.matcher(path).matches() || places.putIfAbsent(path, place) != null) {
            return;
        }
        places.put(links(path), place);
        for (String target : targets(zip, path).values()) {
            place(zip, target, place);
        }
    }

    /** What a part is linked to within the file, by the name of the link. */
    private static Map<String, String> targets(ZipFile zip, String path) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        ZipEntry links = zip.getEntry(links(path));
        if (links == null) {
            return targets;
        }
        try (InputStream bytes = zip.getInputStream(links)) {
            XMLStreamReader xml = Xml.open(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && !"External".equals(Xml.attribute(xml, "TargetMode"))) {
                    targets.put(Xml.attribute(xml, "Id"), resolved(path, Xml.attribute(xml, "Target")));
                }
            }
        }
        return targets;
    }

    private static String resolved(String path, String target) {
        Path root = Path.of("/");
        return root.relativize(root.resolve(path)
                        .resolveSibling(String.valueOf(target))
                        .normalize())
                .toString()
                .replace('\\', '/');
    }

    private static String links(String path) {
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + "_rels/" + path.substring(name) + ".rels";
    }
}
