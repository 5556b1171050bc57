package prakat.screening.care;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import prakat.screening.Finding;
import prakat.screening.FindingKind;
import prakat.screening.Place;

/** Finds links to shared drives, where what was certified today can be another tomorrow, or closed to readers. */
public final class ChangeableLinks {

    private static final Set<String> DRIVES = Set.of(
            "drive.google.com",
            "docs.google.com",
            "photos.google.com",
            "photos.app.goo.gl",
            "onedrive.live.com",
            "1drv.ms",
            "sharepoint.com",
            "dropbox.com",
            "box.com",
            "icloud.com",
            "mega.nz",
            "mediafire.com",
            "notion.site",
            "canva.com");

    private ChangeableLinks() {}

    /**
     * One finding for each such link; its server is the excerpt.
     *
     * @param field in which the links stand
     */
    public static List<Finding> find(String field, List<String> links) {
        return links.stream()
                .map(ChangeableLinks::drive)
                .flatMap(Optional::stream)
                .map(server -> new Finding(FindingKind.LINK_CHANGEABLE, Place.field(field), server, 1, 1))
                .toList();
    }

    /** The server, where it is a shared drive or below one. */
    private static Optional<String> drive(String link) {
        try {
            return Optional.ofNullable(URI.create(link.strip()).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .filter(host ->
                            DRIVES.stream().anyMatch(drive -> host.equals(drive) || host.endsWith("." + drive)));
        } catch (IllegalArgumentException e) {
            // No address that a browser would follow.
            return Optional.empty();
        }
    }
}
