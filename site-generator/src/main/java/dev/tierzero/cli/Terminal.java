package dev.tierzero.cli;

import dev.tierzero.engine.Progress;
import java.io.PrintStream;
import java.util.Locale;

/**
 * One line on the terminal that says how far the work is; silent when the error stream is no terminal. Work shorter than half a
 * second shows nothing.
 */
final class Terminal implements Progress, AutoCloseable {

    private static final long QUIET_NANOS = 500_000_000L;
    private static final long STEP_NANOS = 100_000_000L;

    private final PrintStream err = System.err;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long last = start;
    private boolean dirty;

    /** The launcher tells whether the error stream is a terminal: Java 17 cannot ask for one stream. */
    Terminal() {
        this.shown = "true".equals(System.getProperty("tier0.terminal"));
    }

    /** Whether what is printed may be bold: the launcher tells whether the standard output is a terminal that can. */
    static boolean styles() {
        return "true".equals(System.getProperty("tier0.styles"));
    }

    @Override
    public synchronized void at(String stage, int done, int of) {
        long now = System.nanoTime();
        if (!shown || now - start < QUIET_NANOS || (now - last < STEP_NANOS && done < of)) {
            return;
        }
        last = now;
        dirty = true;
        err.print(String.format(Locale.ROOT, "\r\u001b[K%s %,d of %,d · %.1f s", stage, done, of, (now - start) / 1e9));
        err.flush();
    }

    /** Seconds since the work began. */
    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        if (dirty) {
            err.print("\r\u001b[K");
            err.flush();
            dirty = false;
        }
    }
}
