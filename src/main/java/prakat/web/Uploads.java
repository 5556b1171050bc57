package prakat.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import prakat.input.Refusal;
import prakat.request.content.Upload;

/** How files come in, and how a call is refused that brings more than the program reads. */
public final class Uploads {

    private Uploads() {}

    /** The files of a form, in their order; none for null. */
    public static List<Upload> of(List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().map(Uploads::of).toList();
    }

    /** A file of a form. */
    public static Upload of(MultipartFile file) {
        try {
            return new Upload(file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call is larger than the program reads. */
    public static Refusal tooLarge() {
        return Refusal.tooLarge("upload-too-large", 20, 60);
    }

    /**
     * Why a form could not be read.
     *
     * @param field that it is said of where the form is not too large, but broken
     */
    public static Refusal unread(MultipartException failure, String field) {
        return NestedExceptionUtils.getRootCause(failure) instanceof SizeException
                ? tooLarge()
                : Refusal.invalid(field, "multipart");
    }
}
