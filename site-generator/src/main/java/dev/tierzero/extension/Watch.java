package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** The calls of one plugin at one stage, on threads of their own, until they are done or the time is over. */
final class Watch<R> {

    private static final long STACK_BYTES = 16L << 20;

    private final Subject subject;
    private final String stage;
    private final Duration limit;
    private final Printed printed = new Printed();

    Watch(Subject subject, String stage, Duration limit) {
        this.subject = subject;
        this.stage = stage;
        this.limit = limit;
    }

    /** What became of one item: its value or its fault. */
    private record Done<R>(Optional<R> value, Optional<Fault> fault) {}

    <T> Guard.Answers<R> all(int threads, List<T> items, Function<T, String> name, Guard.ItemCall<T, R> call) {
        Shift<T> shift = new Shift<>(items, call, Math.min(threads, items.size()));
        boolean finished = shift.finishes();
        // Before anybody is interrupted: what comes after the deadline does not count. A copy: who is left behind may
        // still write.
        List<Optional<Done<R>>> done = shift.done();
        List<String> busy = new ArrayList<>();
        String place = "";
        if (!finished) {
            shift.busy().forEach(at -> busy.add(name.apply(items.get(at))));
            place = shift.place();
        }
        List<Diagnostic> found = new ArrayList<>(failures(items, name, done));
        if (done.stream().anyMatch(Optional::isEmpty)) {
            busy.removeIf(String::isEmpty);
            found.add(CallFindings.late(subject, stage, busy, limit, place));
        }
        found.addAll(printed.findings(subject, stage));
        return new Guard.Answers<>(
                done.stream().map(d -> d.flatMap(Done::value)).toList(), found);
    }

    private <T> List<Diagnostic> failures(List<T> items, Function<T, String> name, List<Optional<Done<R>>> done) {
        Map<Fault, List<String>> byFault = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String item = name.apply(items.get(i));
            done.get(i)
                    .flatMap(Done::fault)
                    .map(fault -> byFault.computeIfAbsent(fault, key -> new ArrayList<>()))
                    .filter(names -> !item.isEmpty())
                    .ifPresent(names -> names.add(item));
        }
        return byFault.entrySet().stream()
                .map(e -> CallFindings.failed(subject, stage, e.getValue(), e.getKey()))
                .toList();
    }

    /** Threads that take items until there are none. */
    private final class Shift<T> {
        private final List<T> items;
        private final Guard.ItemCall<T, R> call;
        private final AtomicReferenceArray<Done<R>> done;
        /** By thread: the item it works on, counted from 1; 0 for none. */
        private final AtomicIntegerArray at;

        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch working;
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean over;

        Shift(List<T> items, Guard.ItemCall<T, R> call, int count) {
            this.items = items;
            this.call = call;
            this.done = new AtomicReferenceArray<>(items.size());
            this.at = new AtomicIntegerArray(count);
            this.working = new CountDownLatch(count);
            for (int i = 0; i < count; i++) {
                int number = i;
                String name = subject.name() + " " + stage + (i == 0 ? "" : " " + (i + 1));
                Thread thread = new Thread(null, () -> work(number), name, STACK_BYTES);
                thread.setDaemon(true);
                thread.setContextClassLoader(subject.loader());
                threads.add(thread);
            }
        }

        /** Whether they come to an end in time; those that do not are interrupted and left behind. */
        boolean finishes() {
            threads.forEach(Thread::start);
            try {
                return working.await(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                over = true;
                threads.forEach(Thread::interrupt);
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while " + subject.name() + " was at " + stage);
            }
        }

        /** Where in the plugin's own code the first of those is that still work; interrupts them. */
        String place() {
            over = true;
            Optional<String> place = threads.stream()
                    .flatMap(thread -> subject.place(thread.getStackTrace()).stream())
                    .findFirst();
            threads.forEach(Thread::interrupt);
            return place.orElse("");
        }

        /** The items that are being worked on. */
        List<Integer> busy() {
            List<Integer> busy = new ArrayList<>();
            for (int i = 0; i < at.length(); i++) {
                int item = at.get(i);
                if (item > 0) {
                    busy.add(item - 1);
                }
            }
            return busy;
        }

        List<Optional<Done<R>>> done() {
            List<Optional<Done<R>>> copy = new ArrayList<>();
            for (int i = 0; i < done.length(); i++) {
                copy.add(Optional.ofNullable(done.get(i)));
            }
            return copy;
        }

        private void work(int number) {
            printed.begin();
            try {
                for (int i = next.getAndIncrement(); i < items.size() && !over; i = next.getAndIncrement()) {
                    at.set(number, i + 1);
                    done.set(i, one(items.get(i)));
                    at.set(number, 0);
                    Thread.interrupted(); // A plugin that interrupts itself does not concern the next item.
                }
            } finally {
                working.countDown();
            }
        }

        private Done<R> one(T item) {
            try {
                R value = call.call(item);
                Optional<Fault> fault = Fault.inResult(value);
                return fault.isPresent()
                        ? new Done<>(Optional.empty(), fault)
                        : new Done<>(Optional.of(copied(value)), Optional.empty());
            } catch (Throwable thrown) { // Whatever it is, it is the plugin's.
                return new Done<>(Optional.empty(), Optional.of(fault(thrown)));
            }
        }

        /** Even what an exception says of itself is code of the plugin. */
        private Fault fault(Throwable thrown) {
            try {
                return Fault.of(thrown, subject);
            } catch (Throwable again) {
                return new Fault(Fault.Kind.THROWN, thrown.getClass().getName());
            }
        }
    }

    /** A plugin's own kind of list would run its code on our threads. */
    @SuppressWarnings("unchecked")
    private static <R> R copied(R value) {
        return value instanceof List<?> list ? (R) List.copyOf(list) : value;
    }
}
