package prakat.request.record;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import prakat.input.Coded;

/** A checklist in one column, e.g. {@code accurate=true,complete=false}; null where nothing was marked. */
@Converter
class Checklist implements AttributeConverter<Map<Criterion, Boolean>, String> {

    @Override
    public String convertToDatabaseColumn(Map<Criterion, Boolean> marks) {
        return marks == null || marks.isEmpty()
                ? null
                : marks.entrySet().stream()
                        .map(mark -> mark.getKey().code() + "=" + mark.getValue())
                        .collect(Collectors.joining(","));
    }

    @Override
    public Map<Criterion, Boolean> convertToEntityAttribute(String column) {
        Map<Criterion, Boolean> marks = new EnumMap<>(Criterion.class);
        if (column != null) {
            for (String mark : column.split(",")) {
                String[] parts = mark.split("=");
                marks.put(Coded.of(Criterion.class, parts[0]).orElseThrow(), Boolean.valueOf(parts[1]));
            }
        }
        return marks;
    }
}
