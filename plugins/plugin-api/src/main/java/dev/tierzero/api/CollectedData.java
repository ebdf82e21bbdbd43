package dev.tierzero.api;

import java.time.Instant;
import java.util.Optional;

/**
 * The data of a plugin's own collector as the host has it.
 *
 * @param text of the {@link Dataset}
 * @param collectedAt when it was collected
 * @param failure why it could not be collected this time; then the text is that of the last good time
 */
public record CollectedData(String text, Instant collectedAt, Optional<String> failure) {}
