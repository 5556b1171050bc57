package prakat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room that is set aside for a full disk. */
class ReserveTest {

    @TempDir
    Path directory;

    @Test
    void itIsGivenUpBitByBitAndSetAsideAgainAtTheNextStart() {
        Path file = directory.resolve("prakat.mv.db.reserve");
        Reserve reserve = new Reserve(file);
        assertThat(file).hasSize(Reserve.SIZE);
        int parts = 0;
        while (reserve.giveUp()) {
            parts++;
        }
        assertThat(parts).isEqualTo(32);
        assertThat(file).isEmptyFile();
        reserve.refill();
        assertThat(file).as("not at once: whoever fills the disk would take it").isEmptyFile();
        new Reserve(file);
        assertThat(file).hasSize(Reserve.SIZE);
    }
}
