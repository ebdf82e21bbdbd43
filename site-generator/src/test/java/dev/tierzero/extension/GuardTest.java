package dev.tierzero.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.SiteView;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a plugin does wrong while it is called costs its time and is one finding. */
final class GuardTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    private static final Extension EXTENSION = new Extension("odd-one", "", "plugins/ext/odd.jar", new Odd());

    /** A plugin that does nothing; the tests say what a call does. */
    private static final class Odd implements DocumentCheck {
        @Override
        public String id() {
            return "odd-one";
        }

        @Override
        public List<Diagnostic> check(Document document, SiteView site) {
            return List.of();
        }
    }

    /** Calls the check of a plugin that looks neither at the page nor at the site. */
    @SuppressWarnings("NullAway") // Plugins of tests ask nothing of a page.
    static Guard.Answer<List<Diagnostic>> check(Extension extension) {
        return Guard.call(extension, "check", LONG, () -> ((DocumentCheck) extension.plugin()).check(null, null));
    }

    private static <R> String said(Callable<R> call) {
        return said(Guard.call(EXTENSION, "check", LONG, call).diagnostics());
    }

    private static String said(List<Diagnostic> found) {
        assertEquals(1, found.size(), found::toString);
        Diagnostic d = found.get(0);
        return d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message();
    }

    private static Object thrown(Throwable thrown) throws Exception {
        thrown.setStackTrace(new StackTraceElement[0]);
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (Exception) thrown;
    }

    @Test
    void aCallRunsOnADaemonThreadThatIsNamedAfterThePlugin() {
        Guard.Answer<String> answer = Guard.call(
                EXTENSION,
                "collect",
                LONG,
                () -> Thread.currentThread().getName() + " "
                        + Thread.currentThread().isDaemon());
        assertEquals(Optional.of("plugin odd-one collect true"), answer.value());
        assertEquals(List.of(), answer.diagnostics());
    }

    @Test
    void whatAPluginThrowsIsOneLineWithItsOwnPlace() {
        assertEquals(
                "plugins/ext/odd.jar: error PL012: plugin odd-one failed in check: IllegalStateException: boom",
                said(() -> thrown(new IllegalStateException("boom\nand \u001b[31mmore"))));
        String placed = said(() -> {
            throw new java.io.IOException("here");
        });
        assertTrue(
                placed.matches(
                        ".*: IOException: here at dev\\.tierzero\\.extension\\.GuardTest\\.\\S+\\(GuardTest\\.java:\\d+\\)"),
                placed);
    }

    @Test
    void anExceptionWhoseMessageThrowsIsStillNamed() {
        RuntimeException nasty = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no message for you");
            }
        };
        assertEquals(
                "plugins/ext/odd.jar: error PL012: plugin odd-one failed in check: "
                        + nasty.getClass().getName(),
                said(() -> thrown(nasty)));
    }

    @Test
    void noStackAndNoMemoryLeftAreThePluginsFailure() {
        String endless = said(() -> deeper(1));
        assertTrue(
                endless.contains("failed in check: StackOverflowError at dev.tierzero.extension.GuardTest.deeper("),
                endless);
        String huge = said(() -> {
            return new long[Integer.MAX_VALUE];
        });
        assertTrue(huge.contains("failed in check: OutOfMemoryError: "), huge);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }

    @Test
    void aStackIsDeepEnoughForDeepPages() {
        assertEquals(
                Optional.of(40_000),
                Guard.call(EXTENSION, "check", LONG, () -> down(40_000)).value());
    }

    private static int down(int depth) {
        return depth == 0 ? 0 : down(depth - 1) + 1;
    }

    @Test
    void nothingIsNoResult() {
        assertEquals(
                "plugins/ext/odd.jar: error PL013: plugin odd-one returned nothing (null) in check",
                said(GuardTest::none));
        assertEquals(
                "plugins/ext/odd.jar: error PL013: plugin odd-one returned a list with nothing (null) in it in check",
                said(() -> Arrays.asList("a", none(), "b")));
    }

    @SuppressWarnings("NullAway") // What the test is about.
    private static String none() {
        return null;
    }

    @Test
    void aMissingClassOrMethodIsNamedAsSuch() {
        assertEquals(
                "plugins/ext/odd.jar: error PL008: plugin odd-one failed in check: it needs the class org.example.Part,"
                        + " which it cannot see",
                said(() -> thrown(new NoClassDefFoundError("org/example/Part"))));
        assertEquals(
                "plugins/ext/odd.jar: error PL008: plugin odd-one failed in check: it does not fit this generator's"
                        + " plugin-api or its own jar (NoSuchMethodError: 'java.lang.String dev.tierzero.api.Document.no()')",
                said(() -> thrown(new NoSuchMethodError("'java.lang.String dev.tierzero.api.Document.no()'"))));
    }

    @Test
    void aPluginThatDoesNotEndIsLeftBehindAndInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        long start = System.nanoTime();
        List<Diagnostic> found = Guard.call(EXTENSION, "check", SHORT, () -> waiting(interrupted))
                .diagnostics();
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds < 2.2, "took " + seconds + " s");
        String said = said(found);
        assertTrue(
                said.startsWith(
                        "plugins/ext/odd.jar: error PL014: plugin odd-one did not finish check within 0.2 s; it was"
                                + " at dev.tierzero.extension.GuardTest.waiting(GuardTest.java:"),
                said);
        assertEquals(
                "tell its author; until it is mended, plugins.odd-one.enabled: false switches it off",
                found.get(0).hint());
        interrupted.await();
    }

    private static String waiting(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            interrupted.countDown();
            return "too late";
        }
    }

    @Test
    void whoeverWaitsForAPluginCanBeInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(
                java.util.concurrent.CancellationException.class,
                () -> Guard.call(EXTENSION, "check", LONG, () -> waiting(new CountDownLatch(1))));
        assertTrue(Thread.interrupted());
    }

    @Test
    void eachItemHasItsAnswerAndTheSameFailureIsSaidOnce() {
        List<Integer> items = IntStream.range(0, 100).boxed().toList();
        Guard.Answers<Integer> answers =
                Guard.each(EXTENSION, "check", LONG, 3, items, i -> "content/p" + i + ".md", i -> {
                    if (i % 10 == 7) {
                        Thread.currentThread().interrupt();
                        return (Integer) thrown(new IllegalStateException("seven"));
                    }
                    return i * i;
                });
        assertEquals(100, answers.values().size());
        assertEquals(Optional.of(81), answers.values().get(9));
        assertEquals(Optional.empty(), answers.values().get(17));
        assertEquals(
                "plugins/ext/odd.jar: error PL012: plugin odd-one failed in check on content/p7.md, content/p17.md,"
                        + " content/p27.md and 7 more: IllegalStateException: seven",
                said(answers.diagnostics()));
    }

    @Test
    void thePageThatAPluginHangsOnIsNamedAndTheOthersAreAnswered() {
        Guard.Answers<String> answers = Guard.each(
                EXTENSION,
                "check",
                Duration.ofSeconds(1),
                2,
                List.of("a.md", "b.md", "c.md"),
                name -> name,
                name -> name.equals("b.md") ? waiting(new CountDownLatch(1)) : name);
        assertEquals(List.of(Optional.of("a.md"), Optional.empty(), Optional.of("c.md")), answers.values());
        String said = said(answers.diagnostics());
        assertTrue(said.contains("did not finish check within 1 s, busy with b.md; it was at "), said);
    }

    @Test
    void aCallForAnItemCostsLessThanTwentyMicroseconds() {
        List<Integer> items = IntStream.range(0, 100_000).boxed().toList();
        Guard.each(EXTENSION, "check", LONG, 1, items, String::valueOf, i -> List.of());
        long start = System.nanoTime();
        assertEquals(
                100_000,
                Guard.each(EXTENSION, "check", LONG, 1, items, String::valueOf, i -> List.of())
                        .values()
                        .size());
        long nanos = (System.nanoTime() - start) / items.size();
        assertTrue(nanos < 20_000, nanos + " ns a call");
    }
}
