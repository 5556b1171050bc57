package prakat.request.content;

import prakat.files.ReceivedFile;

/**
 * A file as it was sent.
 *
 * @param name as the sender called it; may hold a path, which is ignored
 * @param file its bytes
 */
public record Upload(String name, ReceivedFile file) {}
