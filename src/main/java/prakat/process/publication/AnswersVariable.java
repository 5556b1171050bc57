package prakat.process.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import prakat.input.Refusal;
import prakat.process.publication.PublicationModel.Variables;
import prakat.request.record.Answer;

/** The answers to warnings as the text of a variable: the engine has no lists. */
final class AnswersVariable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Answer>> TYPE = new TypeReference<>() {};

    private AnswersVariable() {}

    static String write(List<Answer> answers) {
        try {
            return answers.isEmpty() ? null : JSON.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    /** @param said null for none */
    static List<Answer> read(String said) {
        try {
            return said == null || said.isBlank() ? List.of() : JSON.readValue(said, TYPE);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid(Variables.ANSWERS, "json");
        }
    }
}
