package prakat.web.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import prakat.input.Days;
import prakat.input.Refusal;

/** What is wrong with the fields of a page, and how its days are passed on. */
@Component
public class FieldErrors {

    /** What the API says about times is for programs; people see a calendar. */
    private static final Map<String, String> IN_THE_WORDS_OF_THE_DESK =
            Map.of("time", "day.wrong", "buddhist-year", "day.wrong");

    private final MessageSource messages;

    FieldErrors(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What a refusal says about a page's fields, by their names.
     *
     * @param order of the fields on the page
     * @throws Refusal the same, where it is about something else
     */
    public Map<String, String> of(Refusal refusal, List<String> order, Locale locale) {
        if (refusal.kind() != Refusal.Kind.INVALID) {
            throw refusal;
        }
        Map<String, String> errors = new LinkedHashMap<>();
        refusal.fields().stream()
                .sorted(Comparator.comparing(field -> order.indexOf(field.name())))
                .forEach(field -> errors.putIfAbsent(field.name(), text(field, IN_THE_WORDS_OF_THE_DESK, locale)));
        return errors;
    }

    /** The day that was typed, as the domain reads it; what is no day stays as it is, to be refused. */
    public static String day(String typed) {
        return Days.day(typed).map(Object::toString).orElse(typed);
    }

    /**
     * What is wrong with a field.
     *
     * @param inOtherWords keys in the bundles by code, where a page says it in other words than the API
     */
    public String text(Refusal.Field field, Map<String, String> inOtherWords, Locale locale) {
        return messages.getMessage(
                inOtherWords.getOrDefault(field.code(), "refusal." + field.code()),
                field.arguments().toArray(),
                locale);
    }
}
