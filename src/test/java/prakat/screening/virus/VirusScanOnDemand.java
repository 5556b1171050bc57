package prakat.screening.virus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import prakat.screening.Finding;

/** None, until a test says where it is to be. */
public final class VirusScanOnDemand extends VirusScan {

    private static final VirusScanSettings NONE = new VirusScanSettings("", Duration.ofSeconds(10));

    private volatile VirusScan now = new VirusScan(NONE);

    /** Looks for no viruses. */
    public VirusScanOnDemand() {
        super(NONE);
    }

    /** As if it were set, for each node from now on. */
    public void by(Path socket) {
        now = new VirusScan(new VirusScanSettings(socket.toString(), NONE.time()));
    }

    /** As if nothing were set. */
    public void reset() {
        now = new VirusScan(NONE);
    }

    @Override
    public boolean isConfigured() {
        return now.isConfigured();
    }

    @Override
    public boolean isUp() {
        return now.isUp();
    }

    @Override
    public Optional<List<Finding>> scan(Path file) {
        return now.scan(file);
    }
}
