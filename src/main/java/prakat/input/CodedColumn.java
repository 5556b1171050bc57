package prakat.input;

import jakarta.persistence.AttributeConverter;

/** Keeps a {@link Coded} value in the database by its code; null stays null. */
public abstract class CodedColumn<E extends Enum<E> & Coded> implements AttributeConverter<E, String> {

    private final Class<E> type;

    /** For a column of that enum. */
    protected CodedColumn(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(E value) {
        return value == null ? null : value.code();
    }

    @Override
    public E convertToEntityAttribute(String column) {
        return column == null
                ? null
                : Coded.of(type, column)
                        .orElseThrow(() -> new IllegalStateException(column + " is no " + type.getSimpleName()));
    }
}
