package prakat.screening.file;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import prakat.input.Refusal;

/** What to do with a file of a kind that is not allowed, so that it can be attached after all. */
final class Advice {

    private static final String LOCKED_OFFICE = "application/x-tika-ooxml-protected";

    /** What older formats are saved as, by what their media types begin with. */
    private static final Map<String, String> SAVED_AS = Map.of(
            "application/msword", ".docx",
            "application/rtf", ".docx",
            "application/vnd.ms-word", ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml", ".docx",
            "application/vnd.ms-excel", ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml", ".xlsx",
            "application/vnd.ms-powerpoint", ".pptx",
            "application/vnd.openxmlformats-officedocument.presentationml", ".pptx",
            "application/x-tika-msoffice", ".docx, .xlsx, .pptx",
            "application/vnd.oasis.opendocument", ".odt, .ods, .odp");

    private static final Map<String, String> BY_NAME =
            Map.of("doc", ".docx", "rtf", ".docx", "xls", ".xlsx", "ppt", ".pptx", "pps", ".pptx");

    /** What a file is taken for of which the beginning is missing, or whose list of contents makes no sense. */
    private static final Set<String> UNKNOWN = Set.of(
            "application/octet-stream",
            "text/plain",
            "application/zip",
            "application/x-tika-ooxml",
            "application/vnd.openxmlformats-officedocument");

    /** By what the kinds that are allowed are named. */
    private static final Set<String> READABLE =
            Set.of("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "jpg", "jpeg", "png", "webp");

    private static final Set<String> NAMED_ARCHIVE = Set.of("zip", "rar", "7z", "tar", "gz", "tgz");

    private static final Pattern ARCHIVE = Pattern.compile(
            "application/(?:zip|java-archive|x-rar-compressed.*"
                    + "|x-7z-compressed|gzip|x-g?tar|x-bzip2?|x-xz|zstd|x-arj|x-lha|x-lzma|x-compress|vnd\\.ms-cab-compressed)");

    /** What holds other files, or is of another kind for sure, though it may have a PDF in it. */
    private static final Pattern OTHER_KIND = Pattern.compile("(?:image|audio|video)/.*|" + ARCHIVE.pattern()
            + "|application/(?:msword|vnd\\..*|x-tika-.*|x-ms.*|x-dosexec|x-executable|x-elf|x-sharedlib)");

    private Advice() {}

    /**
     * The refusal of a file.
     *
     * @param mediaType what its bytes seem to be
     */
    static Refusal on(String mediaType, String name) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        String extension = extension(name);
        if (type.equals(LOCKED_OFFICE)) {
            return locked(name);
        }
        if (type.contains("macroenabled")) {
            return macros(name);
        }
        if (type.startsWith("image/")) {
            return Refusal.unsupportedType("file-picture", name);
        }
        if (NAMED_ARCHIVE.contains(extension)) {
            return Refusal.unsupportedType("file-archive", name);
        }
        Optional<String> saved = savedAs(type, extension);
        if (saved.isPresent()) {
            return Refusal.unsupportedType("file-old-format", name, saved.get());
        }
        if (READABLE.contains(extension) && UNKNOWN.contains(type)) {
            return damaged(name);
        }
        if (ARCHIVE.matcher(type).matches()) {
            return Refusal.unsupportedType("file-archive", name);
        }
        boolean isNamedText = extension.equals("txt") || extension.equals("csv");
        boolean isText =
                type.startsWith("text/") && !type.equals("text/html") || type.startsWith("message/") || isNamedText;
        return Refusal.unsupportedType(isText ? "file-encoding" : "unsupported-type", name);
    }

    /** Written for a program, not for people. */
    static Refusal forPrograms(String name) {
        return savedAs("", extension(name))
                .map(other -> Refusal.unsupportedType("file-old-format", name, other))
                .orElseGet(() -> Refusal.unsupportedType("unsupported-type", name));
    }

    /** Whether what begins with other bytes than a PDF, and has one in it, is of another kind all the same. */
    static boolean isOtherThanPdf(String mediaType) {
        return OTHER_KIND.matcher(mediaType).matches();
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> savedAs(String type, String extension) {
        return SAVED_AS.entrySet().stream()
                .filter(old -> type.startsWith(old.getKey()))
                .map(old -> BY_NAME.getOrDefault(extension, old.getValue()))
                .findFirst()
                .or(() -> Optional.ofNullable(BY_NAME.get(extension)));
    }

    /** Nobody can open it without a password. */
    static Refusal locked(String name) {
        return Refusal.unsupportedType("file-locked", name);
    }

    /** Something is missing, or not as it was written. */
    static Refusal damaged(String name) {
        return Refusal.unsupportedType("file-damaged", name);
    }

    /** It holds instructions that a reader's machine would carry out. */
    static Refusal macros(String name) {
        return Refusal.unsupportedType("file-macros", name);
    }
}
