package prakat.request.draft;

import java.time.Instant;
import java.util.Optional;

/**
 * A draft, to choose from.
 *
 * @param title as it was typed
 * @param requestId see {@link Draft}
 * @param files how many new ones it has
 */
public record BegunDraft(
        String id, String title, Optional<String> requestId, boolean forUpdate, Instant touchedAt, int files) {}
