package dev.tierzero.markup;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells the thread that opens it when its time is up: the limit by the clock and then once more as processor time, so that no page fails
 * because a machine is busy. Then interrupts the thread again and again until it closes this: JRuby swallows single interrupts, yet one
 * ends a regular expression that goes on for ever.
 */
final class TimeLimit implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 20;

    private final ScheduledExecutorService clock;
    private final Thread thread = Thread.currentThread();
    private final long limitNanos;
    private long startNanos = -1;
    private boolean open = true;
    private volatile boolean up;
    private Future<?> next;

    TimeLimit(ScheduledExecutorService clock, Duration limit) {
        this.clock = clock;
        this.limitNanos = limit.toNanos();
        this.next = clock.schedule(this::look, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A clock for limits: one daemon thread. */
    static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "asciidoc-time-limit");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /** Whether the time is up. */
    boolean isUp() {
        return up;
    }

    private synchronized void look() {
        if (!open) {
            return;
        }
        long used = used();
        up = up || used >= limitNanos;
        if (up) {
            thread.interrupt();
        }
        long wait = up ? INTERVAL_MILLIS : Math.max(INTERVAL_MILLIS, TimeUnit.NANOSECONDS.toMillis(limitNanos - used));
        next = clock.schedule(this::look, wait, TimeUnit.MILLISECONDS);
    }

    /** Processor time since the first look. */
    private long used() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long now = threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.getId()) : System.nanoTime();
        if (startNanos < 0) {
            startNanos = now;
        }
        return now - startNanos;
    }

    @Override
    public synchronized void close() {
        open = false;
        next.cancel(false);
        if (up) {
            Thread.interrupted(); // Ours: the next page of this thread is not concerned.
        }
    }
}
