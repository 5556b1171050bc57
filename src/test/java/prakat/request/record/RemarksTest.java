package prakat.request.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemarksTest {

    private final Remarks remarks = new Remarks();

    @Test
    void areKeptByTheCodesOfTheirCriteria() {
        Map<Criterion, String> said =
                new EnumMap<>(Map.of(Criterion.COMPLETE, "ขาด \"งบ\"", Criterion.ETHICAL, "a\nb"));

        String column = remarks.convertToDatabaseColumn(said);

        assertThat(column).isEqualTo("{\"complete\":\"ขาด \\\"งบ\\\"\",\"ethical\":\"a\\nb\"}");
        assertThat(remarks.convertToEntityAttribute(column)).isEqualTo(said);
    }

    @Test
    void areNothingWhereNothingWasSaid() {
        assertThat(remarks.convertToDatabaseColumn(Map.of())).isNull();
        assertThat(remarks.convertToEntityAttribute(null)).isEmpty();
    }
}
