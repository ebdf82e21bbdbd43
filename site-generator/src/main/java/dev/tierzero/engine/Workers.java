package dev.tierzero.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Runs a pure function over a list on several threads with large stacks and gives the results in the list's order. A task that
 * computes for longer than its budget is given up: its thread cannot be stopped (Java has no such thing since 20), so it is left
 * behind as a daemon and another takes its place.
 *
 * @param threads how many run at once, at least 1
 * @param budget processor time that one task may take
 */
record Workers(int threads, Duration budget) {

    private static final long STACK_BYTES = 64L << 20;
    private static final long LOOK_MILLIS = 100;
    /** The processor time of a task is asked for from this long after its start: asking costs 30 ms the first time. */
    private static final long QUICK_NANOS = 500_000_000L;
    /** A task that waits and does not compute is given up after this many budgets on the clock. */
    private static final int PATIENCE = 12;

    /** @throws IllegalArgumentException for no threads or no time */
    Workers {
        if (threads < 1 || budget.isNegative() || budget.isZero()) {
            throw new IllegalArgumentException(threads + " threads, " + budget);
        }
    }

    /**
     * Maps the items.
     *
     * @param slowStart items of which the first needs long to begin: one thread begins with them, the others with the rest
     * @param task pure; what it throws is thrown here
     * @param givenUp the result for an item whose task ran out of time
     * @param done called after each item, on any thread
     */
    <T, R> List<R> map(
            List<T> items, Predicate<T> slowStart, Function<T, R> task, Function<T, R> givenUp, Runnable done) {
        Job<T, R> job = new Job<>(items, slowStart, task, givenUp, done, budget.toNanos());
        for (int i = 0; i < Math.min(threads, Math.max(1, items.size())); i++) {
            job.start(i == 0);
        }
        return job.results();
    }

    /** Maps items that are all alike and bounded by themselves: none is given up. */
    <T, R> List<R> map(List<T> items, Function<T, R> task, Runnable done) {
        Job<T, R> job = new Job<>(items, item -> false, task, task, done, Long.MAX_VALUE);
        for (int i = 0; i < Math.min(threads, items.size()); i++) {
            job.start(false);
        }
        return job.results();
    }

    /** Maps items that are all alike and bounded by themselves. */
    <T, R> List<R> map(List<T> items, Function<T, R> task) {
        return map(items, task, () -> {});
    }

    private static final class Job<T, R> {
        private final List<T> items;
        private final Function<T, R> task;
        private final Function<T, R> givenUp;
        private final Runnable done;
        private final long budgetNanos;
        private final ConcurrentLinkedQueue<Integer> slow = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Integer> quick = new ConcurrentLinkedQueue<>();
        private final AtomicReferenceArray<Object> results;
        private final List<Run> runs = new ArrayList<>();
        private final CountDownLatch left;

        Job(
                List<T> items,
                Predicate<T> slowStart,
                Function<T, R> task,
                Function<T, R> givenUp,
                Runnable done,
                long budgetNanos) {
            this.items = items;
            this.task = task;
            this.givenUp = givenUp;
            this.done = done;
            this.budgetNanos = budgetNanos;
            this.results = new AtomicReferenceArray<>(items.size());
            this.left = new CountDownLatch(items.size());
            for (int i = 0; i < items.size(); i++) {
                (slowStart.test(items.get(i)) ? slow : quick).add(i);
            }
        }

        void start(boolean slowFirst) {
            Run run = new Run(slowFirst);
            synchronized (runs) {
                runs.add(run);
            }
            run.thread.start();
        }

        /** Takes the first outcome of an item; a later one (of a thread given up) is dropped. */
        private void settle(int item, Object outcome) {
            if (results.compareAndSet(item, null, outcome)) {
                done.run();
                left.countDown();
            }
        }

        @SuppressWarnings("unchecked")
        List<R> results() {
            try {
                while (!left.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (budgetNanos < Long.MAX_VALUE) {
                        replaceOverdue();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while building", e);
            }
            List<R> list = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                Object outcome = results.get(i);
                if (outcome instanceof Failure failure) {
                    throw failure.unchecked();
                }
                list.add((R) outcome);
            }
            return list;
        }

        private void replaceOverdue() {
            List<Run> overdue = new ArrayList<>();
            synchronized (runs) {
                for (Run run : List.copyOf(runs)) {
                    int item = run.overdueItem();
                    if (item >= 0) {
                        runs.remove(run);
                        overdue.add(run);
                        settle(item, givenUp.apply(items.get(item)));
                    }
                }
            }
            overdue.forEach(run -> start(run.slowFirst));
        }

        private record Failure(Throwable cause) {
            /** As it was thrown, with the worker's stack. */
            RuntimeException unchecked() {
                if (cause instanceof RuntimeException failure) {
                    return failure;
                }
                return new IllegalStateException("a worker failed", cause);
            }
        }

        /** One thread. Its lock holds item and abandonment together: a thread given up takes no further item with it. */
        private final class Run implements Runnable {
            final Thread thread = new Thread(null, this, "tier0-worker", STACK_BYTES);
            final boolean slowFirst;
            private int item = -1;
            private long since;
            private long processorSince = -1;
            private boolean abandoned;

            Run(boolean slowFirst) {
                this.slowFirst = slowFirst;
                thread.setDaemon(true);
            }

            @Override
            public void run() {
                for (int next = next(); next >= 0; next = next()) {
                    settle(next, outcome(items.get(next)));
                }
            }

            private synchronized int next() {
                item = abandoned ? -1 : poll();
                since = System.nanoTime();
                processorSince = -1;
                return item;
            }

            private int poll() {
                return Optional.ofNullable((slowFirst ? slow : quick).poll())
                        .or(() -> Optional.ofNullable((slowFirst ? quick : slow).poll()))
                        .orElse(-1);
            }

            private Object outcome(T value) {
                try {
                    return task.apply(value);
                } catch (RuntimeException | Error e) {
                    return new Failure(e);
                }
            }

            /** Gives the thread up when its task is overdue and returns the item; else -1. A busy machine is no fault. */
            synchronized int overdueItem() {
                long elapsed = System.nanoTime() - since;
                if (item < 0 || elapsed < Math.min(QUICK_NANOS, budgetNanos / 2)) {
                    return -1;
                }
                long processor = processorNanos(elapsed);
                if (processorSince < 0) {
                    processorSince = processor;
                }
                boolean spent = processor - processorSince > budgetNanos;
                boolean asleep = elapsed / PATIENCE > budgetNanos;
                if (!spent && !asleep) {
                    return -1;
                }
                abandoned = true;
                thread.interrupt();
                return item;
            }

            private long processorNanos(long elapsed) {
                ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                long time = threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.getId()) : elapsed;
                return Math.max(0, time);
            }
        }
    }
}
