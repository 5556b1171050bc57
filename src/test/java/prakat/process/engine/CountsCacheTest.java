package prakat.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountsCacheTest {

    private final CountsCache cache = new CountsCache("statements");

    @Test
    void aLargeCountIsGivenAgainToWhoAsksTheSame() {
        cache.putObject("a director's tasks", List.of(50_000L));
        assertThat(cache.getObject("a director's tasks")).isEqualTo(List.of(50_000L));
        assertThat(cache.getObject("another director's tasks")).isNull();
    }

    @Test
    void nothingElseIsKept() {
        cache.putObject("a few", List.of(9_999L));
        cache.putObject("none", List.of(0L));
        cache.putObject("rows", List.of("a task"));
        cache.putObject("no row", List.of());
        cache.putObject("failed", null);
        assertThat(List.of("a few", "none", "rows", "no row", "failed"))
                .allSatisfy(key -> assertThat(cache.getObject(key)).isNull());
    }
}
