package prakat.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;

/** Remarks by code of a criterion in one column, as JSON, because they may hold anything; null where there are none. */
@Converter
class Remarks implements AttributeConverter<Map<String, String>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> BY_CODE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, String> remarks) {
        try {
            return remarks == null || remarks.isEmpty() ? null : JSON.writeValueAsString(remarks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        try {
            return column == null ? Map.of() : JSON.readValue(column, BY_CODE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not remarks: " + column, e);
        }
    }
}
