package dev.tierzero.kpi.collect;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Lets whoever asks the same thing share one answer, for the length of a collection. */
final class Flights<K, V> {

    private final Map<K, FutureTask<V>> flights = new ConcurrentHashMap<>();

    /** The answer, asked for by the first who comes and awaited by all others. */
    V get(K key, Callable<V> ask) throws NoValue, InterruptedException {
        FutureTask<V> mine = new FutureTask<>(ask);
        FutureTask<V> other = flights.putIfAbsent(key, mine);
        if (other == null) {
            mine.run();
        }
        try {
            return (other == null ? mine : other).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoValue reason) {
                throw reason;
            }
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw new IllegalStateException("a source broke down", e.getCause());
        }
    }
}
