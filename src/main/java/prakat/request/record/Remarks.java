package prakat.request.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import prakat.input.Coded;

/** Remarks by code of a criterion in one column, as JSON, because they may hold anything; null where there are none. */
@Converter
class Remarks implements AttributeConverter<Map<Criterion, String>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> BY_CODE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<Criterion, String> remarks) {
        if (remarks == null || remarks.isEmpty()) {
            return null;
        }
        Map<String, String> byCode = new TreeMap<>();
        remarks.forEach((criterion, text) -> byCode.put(criterion.code(), text));
        try {
            return JSON.writeValueAsString(byCode);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    @Override
    public Map<Criterion, String> convertToEntityAttribute(String column) {
        Map<Criterion, String> remarks = new EnumMap<>(Criterion.class);
        try {
            if (column != null) {
                JSON.readValue(column, BY_CODE)
                        .forEach((code, text) ->
                                remarks.put(Coded.of(Criterion.class, code).orElseThrow(), text));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not remarks: " + column, e);
        }
        return remarks;
    }
}
