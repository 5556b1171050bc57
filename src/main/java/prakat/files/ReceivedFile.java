package prakat.files;

import java.nio.file.Path;

/**
 * Bytes that lie on the disk: just received and not kept by anybody yet, or those of a file that is kept.
 *
 * @param path where they lie
 * @param size how many there are
 * @param sha256 their digest, in hexadecimal
 */
public record ReceivedFile(Path path, long size, String sha256) {}
