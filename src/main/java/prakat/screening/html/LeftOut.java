package prakat.screening.html;

/** What a body that came from another program had and cannot keep. The names are keys of messages. */
public enum LeftOut {
    PICTURES,
    LOOKS,
    NUMBERING,
    LINKS,
    COMMENTS,
    DELETIONS,
    HIDDEN,
    EMBEDDED
}
