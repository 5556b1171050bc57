package prakat.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import prakat.files.FileDirectory;
import prakat.files.ReceivedFile;
import prakat.input.Refusal;
import prakat.request.content.Attachments;
import prakat.request.content.Upload;

/** Reads uploaded files, and refuses calls that are too large. */
@Component
public class Uploads {

    /** The part of a call with what is asked for, as JSON. */
    public static final String REQUEST = "request";

    private static final String ATTACHMENTS = "attachments";

    private final FileDirectory directory;

    Uploads(FileDirectory directory) {
        this.directory = directory;
    }

    /**
     * The files of a call, in their order.
     *
     * @throws Refusal where the call has a part of another name, or one of the files has no name: left out in silence, it
     *     would be missed only by the readers
     */
    public List<Upload> attachments(MultipartHttpServletRequest call) {
        try {
            for (Part part : call.getParts()) {
                boolean known = ATTACHMENTS.equals(part.getName())
                        ? part.getSubmittedFileName() != null
                        : REQUEST.equals(part.getName());
                if (!known) {
                    throw Refusal.invalid(part.getName(), "multipart");
                }
            }
        } catch (IOException | ServletException e) {
            throw new MultipartException("its parts were read before", e);
        }
        return call.getFiles(ATTACHMENTS).stream().map(this::of).toList();
    }

    /**
     * A file of a form, written to the disk before any transaction begins. Unless somebody keeps it, it is gone at the end of
     * the call.
     */
    public Upload of(MultipartFile file) {
        try (InputStream stream = file.getInputStream()) {
            ReceivedFile received = directory.receive(stream, Attachments.LARGEST_FILE);
            RequestContextHolder.currentRequestAttributes()
                    .registerDestructionCallback(
                            received.path().toString(),
                            () -> directory.discard(received.path()),
                            RequestAttributes.SCOPE_REQUEST);
            return new Upload(file.getOriginalFilename(), received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call is larger than the program reads. */
    public static Refusal tooLarge() {
        return Refusal.tooLarge("upload-too-large", 20, 60);
    }

    /** Whether a form could not be read because the disk is full or failing, which is not the sender's fault. */
    public static boolean isOwnFailure(MultipartException failure) {
        Throwable cause = NestedExceptionUtils.getRootCause(failure);
        // Where the line breaks, or what comes over it is no form, it is a kind of its own.
        return cause instanceof FileNotFoundException || cause != null && cause.getClass() == IOException.class;
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
