package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What the threads of one call wrote to the standard output: its beginning and how much it was. */
final class Printed {

    private static final int KEPT = 400;

    /** Threads that a plugin starts belong to its call. */
    private static final InheritableThreadLocal<Printed> OF_THREAD = new InheritableThreadLocal<>();

    private final byte[] first = new byte[KEPT];
    private int kept;
    private long lines;
    private boolean open;

    /** Says that what this thread, and those that it starts, print from now on is this. */
    void begin() {
        OF_THREAD.set(this);
    }

    /** Takes what was written, when the thread belongs to a plugin. */
    static boolean takes(byte[] bytes, int from, int length) {
        Printed printed = OF_THREAD.get();
        if (printed == null) {
            return false;
        }
        printed.add(bytes, from, length);
        return true;
    }

    private synchronized void add(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!open) {
                open = true;
                lines++;
            }
            if (bytes[i] == '\n') {
                open = false;
            }
        }
        int more = Math.min(length, KEPT - kept);
        System.arraycopy(bytes, from, first, kept, more);
        kept += more;
    }

    /** A remark when there is anything. */
    synchronized List<Diagnostic> findings(Subject subject, String stage) {
        return lines == 0
                ? List.of()
                : List.of(CallFindings.printed(
                        subject, stage, new String(Arrays.copyOf(first, kept), StandardCharsets.UTF_8), lines));
    }
}
