package prakat.organisation;

import java.time.Instant;

/**
 * Somebody tried many wrong passwords for an account, which may not exist.
 *
 * @param account as it was written
 * @param address from which they came
 */
public record PasswordGuessed(String account, String address, Instant at) {}
