package dev.tierzero.jbake;

import dev.tierzero.extension.PluginOutput;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a call of foreign code came to. It ran on a thread of its own: what it throws, a linkage error or an overflowing stack, ends
 * that thread alone, and one that goes on after its time is left behind (Java cannot stop it). What it prints is not shown.
 *
 * @param value that it returned; empty when it returned nothing, or failed
 * @param failure that it threw
 * @param late whether its time was up
 */
record Isolated<R>(Optional<R> value, Optional<Throwable> failure, boolean late) {

    private static final long STACK_BYTES = 16L << 20;

    /**
     * Calls.
     *
     * @param name of the thread, which shows up wherever threads are listed
     * @param loader that libraries of the foreign code find their files with
     * @param limit on the clock
     */
    static <R> Isolated<R> call(String name, ClassLoader loader, Duration limit, Callable<Optional<R>> call) {
        FutureTask<Optional<R>> task = new FutureTask<>(() -> {
            PluginOutput.discard();
            return call.call();
        });
        Thread thread = new Thread(null, task, name, STACK_BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return new Isolated<>(task.get(limit.toNanos(), TimeUnit.NANOSECONDS), Optional.empty(), false);
        } catch (ExecutionException e) {
            return new Isolated<>(Optional.empty(), Optional.ofNullable(e.getCause()), false);
        } catch (TimeoutException e) {
            task.cancel(true);
            return new Isolated<>(Optional.empty(), Optional.empty(), true);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Isolated<>(Optional.empty(), Optional.empty(), true);
        }
    }
}
