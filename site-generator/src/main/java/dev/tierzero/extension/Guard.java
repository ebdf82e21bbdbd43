package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Calls plugins: what one throws, returns as {@code null}, prints, and the time it takes too long are findings that name it. A call
 * starts a thread (some tenths of a millisecond); for many calls at one stage there is {@link #each}.
 */
public final class Guard {

    private Guard() {}

    /**
     * What a call gave.
     *
     * @param value empty when the plugin failed
     * @param diagnostics that say why; also what the plugin printed
     */
    public record Answer<R>(Optional<R> value, List<Diagnostic> diagnostics) {

        /** Copies. */
        public Answer {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * What many calls gave.
     *
     * @param values by the items' order; empty where the plugin failed or did not come to
     * @param diagnostics that say why; the same failure on many items is one finding
     */
    public record Answers<R>(List<Optional<R>> values, List<Diagnostic> diagnostics) {

        /** Copies. */
        public Answers {
            values = List.copyOf(values);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Calls a plugin on a daemon thread of its own, named {@code plugin <id> <stage>}, with 16 MiB of stack and the plugin's class
     * loader as context. A list that comes back is copied there, so that no code of the plugin runs later.
     *
     * @param stage {@code collect}, {@code check} or {@code contribute}
     * @param limit of time on the clock; a plugin that goes on after it is interrupted and left behind
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    public static <R> Answer<R> call(Extension extension, String stage, Duration limit, Callable<R> call) {
        return call(extension.subject(), stage, limit, call);
    }

    static <R> Answer<R> call(Subject subject, String stage, Duration limit, Callable<R> call) {
        Answers<R> answers = new Watch<R>(subject, stage, limit).all(1, List.of(""), name -> "", name -> call.call());
        return new Answer<>(answers.values().get(0), answers.diagnostics());
    }

    /** A call about one item. */
    @FunctionalInterface
    public interface ItemCall<T, R> {

        /** What the plugin says about it. */
        R call(T item) throws Exception;
    }

    /**
     * Calls a plugin once an item, on some threads at once. A call costs well under a microsecond besides its own work.
     *
     * @param limit of time on the clock for all items together
     * @param threads how many threads work, at least 1
     * @param name of an item as findings show it: {@code content/runbooks/vault.adoc}
     */
    public static <T, R> Answers<R> each(
            Extension extension,
            String stage,
            Duration limit,
            int threads,
            List<T> items,
            Function<T, String> name,
            ItemCall<T, R> call) {
        return new Watch<R>(extension.subject(), stage, limit).all(threads, items, name, call);
    }
}
