package prakat.organisation;

/**
 * A work group (กลุ่ม) or unit (หน่วย) of the office.
 *
 * @param code its id in URLs, in the engine and in accounts, e.g. {@code finance}
 * @param name as people say it
 */
public record Group(String code, Text name) {}
