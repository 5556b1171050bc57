package prakat.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import prakat.files.FileDirectory;

/**
 * The directory of backups. Each is a directory in it, called by its time: a copy of the database and the list of the files
 * that belong to it. The files themselves lie there once for all backups, each under its digest, as in the directory that
 * they come from. A backup has another name until it is whole.
 */
final class BackupDirectory {

    static final String DATABASE = "database.zip";
    static final String FILES = "files";

    private static final String LIST = "files.txt";
    private static final String UNFINISHED = ".part";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path root;

    BackupDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** What a backup of that instant is called. */
    static String name(Instant instant) {
        return NAME.format(instant);
    }

    /** Makes the directory of a new backup, and removes what is left of those that were broken off. */
    Path begin(String name) throws IOException {
        Files.createDirectories(root.resolve(FILES).resolve("incoming"));
        for (Path left : entries(UNFINISHED)) {
            FileSystemUtils.deleteRecursively(left);
        }
        return Files.createDirectory(unfinished(name));
    }

    /** The files of all backups. */
    FileDirectory files() {
        return new FileDirectory(new FileDirectory.Settings(root.resolve(FILES)));
    }

    /** Everything of a new backup is there: when this returns, no power cut undoes it. */
    void finish(String name, Collection<String> files) throws IOException {
        Path directory = unfinished(name);
        Files.write(directory.resolve(LIST), files);
        for (String part : List.of(DATABASE, LIST)) {
            force(directory.resolve(part), StandardOpenOption.WRITE);
        }
        Files.move(directory, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        if (!System.getProperty("os.name").startsWith("Windows")) {
            force(root.resolve(name), StandardOpenOption.READ);
            force(root, StandardOpenOption.READ);
        }
    }

    /** Whether the backup of that name came to its end. */
    boolean isFinished(String name) {
        return Files.isDirectory(root.resolve(name));
    }

    /** Removes what was written of a backup that failed, as far as that is possible. */
    void abandon(String name) throws IOException {
        FileSystemUtils.deleteRecursively(unfinished(name));
    }

    /** Removes the backups from before that, but for one, and the files that belong to none of the others. */
    void removeOlder(Instant before, String kept) throws IOException {
        Set<String> needed = new HashSet<>();
        for (Path backup : entries("Z")) {
            String name = backup.getFileName().toString();
            if (!name.equals(kept) && isOlder(name, before)) {
                // So that nobody takes what is left of it for a backup.
                Path going = Files.move(backup, unfinished(name), StandardCopyOption.ATOMIC_MOVE);
                FileSystemUtils.deleteRecursively(going);
            } else {
                needed.addAll(Files.readAllLines(backup.resolve(LIST)));
            }
        }
        files().retain(needed);
    }

    private static boolean isOlder(String name, Instant before) {
        try {
            return NAME.parse(name, Instant::from).isBefore(before);
        } catch (DateTimeParseException e) {
            // Somebody's own.
            return false;
        }
    }

    private List<Path> entries(String ending) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(entry -> entry.getFileName().toString().endsWith(ending))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private Path unfinished(String name) {
        return root.resolve(name + UNFINISHED);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
