package prakat.web;

import java.time.LocalDate;
import prakat.input.Days;

/**
 * A day by which a list is narrowed down, as its address has it.
 *
 * @param typed "" for none
 * @param day null for none, and where what was typed is no day
 */
public record TypedDay(String typed, LocalDate day) {

    /** What an address says; null for nothing. Days are written as on the page, however they were said. */
    public static TypedDay of(String said) {
        return Days.day(said)
                .map(day -> new TypedDay(Days.typed(day), day))
                .orElseGet(() -> new TypedDay(ListAddress.words(said), null));
    }

    /** Whether something was typed that is no day; the list is not narrowed down by it. */
    public boolean isUnreadable() {
        return day == null && !typed.isEmpty();
    }

    /** As addresses have it; "" for no day. */
    public String inAddress() {
        return day == null ? "" : day.toString();
    }
}
