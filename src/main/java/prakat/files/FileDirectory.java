package prakat.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import prakat.input.Sha256;

/**
 * The directory of files: each under its SHA-256, two levels deep ({@code ab/cd/abcd…}). What is still on its way in lies
 * in {@code incoming}, on the same disk. It knows nothing of the database, see {@code request.content.FileStore}; several nodes share one.
 *
 * <p>Where nothing else is said, what cannot be read or written is an {@link UncheckedIOException}.
 */
@Component
public class FileDirectory {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int FAN_OUT = 2;

    /** Windows has no way to force a directory to the disk; it does so by itself. */
    private static final boolean DIRECTORIES_ARE_FORCED =
            !System.getProperty("os.name").startsWith("Windows");

    private final Path root;
    private final Path incoming;

    /**
     * Where files are kept.
     *
     * @param files the directory of attachments, made where it is not there yet, relative to the one in which the program is
     *     started; several nodes share it
     */
    @ConfigurationProperties("prakat")
    public record Settings(Path files) {}

    /** Makes the directory where it is not there yet. */
    public FileDirectory(Settings settings) {
        root = settings.files().toAbsolutePath().normalize();
        incoming = root.resolve("incoming");
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of files, prakat.files, cannot be used: " + e, e);
        }
    }

    /**
     * Receives what a stream gives.
     *
     * @param most bytes to read; where the stream has more, one byte more than this is read
     * @throws IOException where it cannot be read or written; nothing of it is left then
     */
    public ReceivedFile receive(InputStream stream, long most) throws IOException {
        return receive(out -> StreamUtils.copyRange(stream, out, 0, most));
    }

    /**
     * Writes bytes into a file of its own, digests them on the way, and forces them to the disk. They are of no use to anybody
     * until they are placed.
     *
     * @throws IOException where they cannot be written; nothing of them is left then
     */
    public ReceivedFile receive(Bytes bytes) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        Path file = write(out -> {
            OutputStream digesting = new DigestOutputStream(out, sha256);
            bytes.writeTo(digesting);
            digesting.flush();
        });
        try {
            force(file, StandardOpenOption.WRITE);
            return new ReceivedFile(file, Files.size(file), HexFormat.of().formatHex(sha256.digest()));
        } catch (IOException e) {
            discard(file);
            throw e;
        }
    }

    /** What is to be written. */
    public interface Bytes {

        /** Writes all of it; the stream stays open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** As {@link #receive(InputStream, long)}, for a moment only: nothing is forced to the disk. */
    public Path spool(InputStream stream, long most) throws IOException {
        return write(out -> StreamUtils.copyRange(stream, out, 0, most));
    }

    private Path write(Bytes bytes) throws IOException {
        Path file = incoming.resolve(UUID.randomUUID().toString());
        boolean written = false;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            bytes.writeTo(out);
            written = true;
            return file;
        } finally {
            if (!written) {
                discard(file);
            }
        }
    }

    /** Where files lie that are on their way in. What lies there for long belongs to nobody. */
    public Path incoming() {
        return incoming;
    }

    /** Removes what was received or spooled and is not needed; nothing happens where it was placed or removed before. */
    public void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes what was received the file of that digest, in place of the one that may be there. When this returns, no power
     * cut undoes it. Nothing happens where it is that file already.
     */
    public void place(ReceivedFile received, String sha256) {
        Path file = path(sha256);
        if (received.path().equals(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.move(received.path(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (DIRECTORIES_ARE_FORCED) {
                for (Path directory = file.getParent(); directory.startsWith(root); directory = directory.getParent()) {
                    force(directory, StandardOpenOption.READ);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the file of that digest lies, or would. */
    public Path path(String sha256) {
        return root.resolve(sha256.substring(0, FAN_OUT))
                .resolve(sha256.substring(FAN_OUT, 2 * FAN_OUT))
                .resolve(sha256);
    }

    /** Where something lies that was made of the file of that digest: beside it, in no backup, and gone when it goes. */
    public Path derived(String sha256, String what) {
        return path(sha256).resolveSibling(sha256 + "." + what);
    }

    /** Makes that what was made of the file of that digest, in place of what may be there; not where the file itself is gone. */
    public void placeDerived(Path made, String sha256, String what) {
        Path file = derived(sha256, what);
        try {
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!has(sha256)) {
            discard(file);
        }
    }

    /** Whether there is a file of that digest. */
    public boolean has(String sha256) {
        return Files.exists(path(sha256));
    }

    /**
     * Copies the file of that digest into another directory, unless that has it.
     *
     * @return false where it is missing here, or its bytes are not those of the digest: it is not copied then
     * @throws IOException where it cannot be written there
     */
    public boolean copy(String sha256, FileDirectory to) throws IOException {
        if (to.has(sha256)) {
            return true;
        }
        try (InputStream stream = Files.newInputStream(path(sha256))) {
            ReceivedFile copy = to.receive(stream::transferTo);
            if (copy.sha256().equals(sha256)) {
                to.place(copy, sha256);
                return true;
            }
            to.discard(copy.path());
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Removes every file but these, and what is on its way in. */
    public void retain(Set<String> needed) {
        discardIncoming(Instant.MAX);
        forEach(Instant.MAX, sha256 -> {
            if (!needed.contains(sha256)) {
                remove(sha256, Instant.MAX);
            }
        });
    }

    /** Whether the file of that digest is there, with the bytes of which it is the digest. */
    public boolean isWhole(String sha256) {
        try (InputStream stream = Files.newInputStream(path(sha256))) {
            return Sha256.of(stream).equals(sha256);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls back with the digest of each file that is older than that. */
    public void forEach(Instant before, Consumer<String> each) {
        FileWalk.visit(root, before, file -> {
            String name = file.getFileName().toString();
            if (DIGEST.matcher(name).matches() && file.equals(path(name))) {
                each.accept(name);
            }
        });
    }

    /** Removes what came in before that and nobody placed. */
    public void discardIncoming(Instant before) {
        FileWalk.visit(incoming, before, this::discard);
    }

    /**
     * Removes the file of that digest.
     *
     * @param before only where it is older than that
     * @return whether it was there, and is not any more
     */
    public boolean remove(String sha256, Instant before) {
        Path file = path(sha256);
        try {
            if (!Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                return false;
            }
            discardDerived(sha256);
            boolean isRemoved = Files.deleteIfExists(file);
            // What was being made of it meanwhile.
            discardDerived(sha256);
            return isRemoved;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void discardDerived(String sha256) {
        FileWalk.visit(path(sha256).getParent(), Instant.MAX, file -> {
            if (file.getFileName().toString().startsWith(sha256 + ".")) {
                discard(file);
            }
        });
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
