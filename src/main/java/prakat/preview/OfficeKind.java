package prakat.preview;

import java.util.Arrays;
import java.util.Optional;
import prakat.screening.file.FileKind;

/** The kinds of document that have a preview, each with LibreOffice's own names of what reads it and what writes its PDF. */
enum OfficeKind {
    DOCX(FileKind.DOCX, "MS Word 2007 XML", "writer_pdf_Export"),
    XLSX(FileKind.XLSX, "Calc MS Excel 2007 XML", "calc_pdf_Export"),
    PPTX(FileKind.PPTX, "Impress MS PowerPoint 2007 XML", "impress_pdf_Export"),
    ODT(FileKind.ODT, "writer8", "writer_pdf_Export"),
    ODS(FileKind.ODS, "calc8", "calc_pdf_Export"),
    ODP(FileKind.ODP, "impress8", "impress_pdf_Export");

    private final FileKind file;
    private final String reader;
    private final String writer;

    OfficeKind(FileKind file, String reader, String writer) {
        this.file = file;
        this.reader = reader;
        this.writer = writer;
    }

    /** The kind of that media type; empty where it is none of these. */
    static Optional<OfficeKind> of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.file.mediaType().equals(mediaType))
                .findFirst();
    }

    String reader() {
        return reader;
    }

    String writer() {
        return writer;
    }

    /** Whether it is of sheets, which may be wider than paper. */
    boolean hasSheets() {
        return this == XLSX || this == ODS;
    }
}
