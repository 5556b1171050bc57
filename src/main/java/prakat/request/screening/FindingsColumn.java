package prakat.request.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/** Findings in one column, as JSON: they are read and written together, and never asked for one by one. */
abstract class FindingsColumn<F> implements AttributeConverter<List<F>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TypeReference<List<F>> type;

    FindingsColumn(TypeReference<List<F>> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(List<F> findings) {
        try {
            return JSON.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings are always JSON", e);
        }
    }

    @Override
    public List<F> convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no findings: " + column, e);
        }
    }
}
