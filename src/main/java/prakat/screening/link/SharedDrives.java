package prakat.screening.link;

import java.util.Set;

/** Shared drives, where what was certified today can be another tomorrow, or closed to readers. */
final class SharedDrives {

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

    private SharedDrives() {}

    /** Whether the server is one, or below one. */
    static boolean contains(String host) {
        return DRIVES.stream().anyMatch(drive -> host.equals(drive) || host.endsWith("." + drive));
    }
}
