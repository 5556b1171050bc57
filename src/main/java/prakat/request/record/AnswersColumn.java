package prakat.request.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Answers to warnings in one column, as JSON; null where there are none. */
@Converter
class AnswersColumn implements AttributeConverter<List<Answer>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Answer>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Answer> answers) {
        try {
            return answers == null || answers.isEmpty() ? null : JSON.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    @Override
    public List<Answer> convertToEntityAttribute(String column) {
        try {
            return column == null ? List.of() : JSON.readValue(column, TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not answers: " + column, e);
        }
    }
}
