package dev.tierzero.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void resultsStandInTheOrderOfTheItems() {
        AtomicInteger done = new AtomicInteger();
        for (int threads : new int[] {1, 2, 8}) {
            Workers workers = new Workers(threads, Duration.ofSeconds(5));
            assertEquals(
                    HUNDRED.stream().map(i -> i * i).toList(), workers.map(HUNDRED, i -> i * i, done::incrementAndGet));
        }
        assertEquals(300, done.get());
    }

    @Test
    void noItemsGiveNoResults() {
        assertEquals(List.of(), new Workers(2, Duration.ofSeconds(1)).map(List.of(), i -> i, () -> {}));
    }

    @Test
    void anEndlessTaskCostsItsBudgetAndTheOthersAreDone() {
        Workers workers = new Workers(2, Duration.ofMillis(300));
        List<Integer> results = workers.map(HUNDRED, i -> false, i -> i % 50 == 7 ? endless() : i, i -> -i, () -> {});
        assertEquals(HUNDRED.stream().map(i -> i % 50 == 7 ? -i : i).toList(), results);
    }

    @Test
    void aTaskThatSleepsForEverIsGivenUpToo() {
        Workers workers = new Workers(1, Duration.ofMillis(20));
        CountDownLatch never = new CountDownLatch(1);
        List<Integer> results =
                workers.map(List.of(1, 2, 3), i -> false, i -> i == 2 ? await(never) : i, i -> -i, () -> {});
        assertEquals(List.of(1, -2, 3), results);
    }

    @Test
    void aTaskGivenUpThatEndsAfterAllTakesNoOtherItemWithIt() {
        // Each of many tasks ends shortly after it is given up, while other items still wait for a thread.
        Workers workers = new Workers(2, Duration.ofMillis(30));
        List<Integer> results = workers.map(
                IntStream.range(0, 12).boxed().toList(),
                i -> false,
                i -> {
                    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(i % 3 == 0 ? 250 : 5);
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                    return i;
                },
                i -> i,
                () -> {});
        assertEquals(IntStream.range(0, 12).boxed().toList(), results);
    }

    @Test
    void whatATaskThrowsIsThrownAsItIs() {
        Workers workers = new Workers(2, Duration.ofSeconds(1));
        UncheckedIOException full = new UncheckedIOException(new IOException("no space left"));
        assertEquals(
                full, assertThrows(UncheckedIOException.class, () -> workers.map(HUNDRED, i -> fail(full), () -> {})));
        assertEquals(
                "a worker failed",
                assertThrows(
                                IllegalStateException.class,
                                () -> workers.map(HUNDRED, i -> fail(new StackOverflowError()), () -> {}))
                        .getMessage());
    }

    @Test
    void oneThreadBeginsWithWhatStartsSlowlyAndTheOthersWithTheRest() {
        Workers workers = new Workers(2, Duration.ofSeconds(20));
        CountDownLatch quickDone = new CountDownLatch(50);
        List<Integer> results = workers.map(
                HUNDRED,
                i -> i >= 50,
                i -> {
                    if (i < 50) {
                        quickDone.countDown();
                    } else {
                        // Only when another thread does the quick ones meanwhile does this end.
                        await(quickDone);
                    }
                    return i;
                },
                i -> -i,
                () -> {});
        assertEquals(HUNDRED, results);
    }

    @Test
    void aDeepStackIsThere() {
        Workers workers = new Workers(1, Duration.ofSeconds(20));
        assertTrue(workers.map(List.of(50_000), WorkersTest::depth, () -> {}).get(0) > 0);
    }

    private static int depth(int left) {
        return left == 0 ? 1 : 1 + depth(left - 1);
    }

    private static int endless() {
        long n = 0;
        while (n >= 0) {
            n = (n + 1) & 0xffff;
        }
        return (int) n;
    }

    private static int fail(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw (Error) failure;
    }

    private static int await(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return 0;
            } catch (InterruptedException e) {
                // As stubborn as a task can be.
            }
        }
    }
}
