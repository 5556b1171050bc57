package prakat.request.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumMap;
import java.util.Map;

/** Remarks by code of a criterion in one column, as JSON, because they may hold anything; null where there are none. */
@Converter
class Remarks implements AttributeConverter<Map<Criterion, String>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<EnumMap<Criterion, String>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<Criterion, String> remarks) {
        try {
            return remarks == null || remarks.isEmpty() ? null : JSON.writeValueAsString(remarks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    @Override
    public Map<Criterion, String> convertToEntityAttribute(String column) {
        try {
            return column == null ? new EnumMap<>(Criterion.class) : JSON.readValue(column, TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not remarks: " + column, e);
        }
    }
}
