package dev.tierzero.extension;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Looks which plugin is ending the process. */
public final class PluginThreads {

    private PluginThreads() {}

    /**
     * Who called {@link System#exit}, when it was a plugin, or nobody known; empty when a signal or the process itself ends it. To be
     * asked while the process shuts down: whoever ends it then waits in that call.
     */
    public static Optional<String> exiting() {
        Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
        boolean signal = threads.values().stream().anyMatch(stack -> calls(stack, "java.lang.Terminator", "handle"));
        return threads.entrySet().stream()
                .filter(e -> calls(e.getValue(), "java.lang.Runtime", "exit"))
                .map(e -> named(e.getKey(), e.getValue()))
                .findFirst()
                .or(() -> signal ? Optional.empty() : Optional.of("something unknown"));
    }

    private static boolean calls(StackTraceElement[] stack, String type, String method) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().startsWith(type)
                        && frame.getMethodName().equals(method));
    }

    private static String named(Thread thread, StackTraceElement[] stack) {
        String who = thread.getName().replaceFirst(" \\d+$", ""); // The same plugin on its second thread.
        if (!who.startsWith("plugin ")
                && !who.startsWith("jar ")
                && thread.getContextClassLoader() instanceof JarLoader jar) {
            who = "jar " + jar.getName() + " (thread " + who + ")";
        }
        return Arrays.stream(stack)
                .filter(frame -> !frame.getClassName().startsWith("java.lang."))
                .findFirst()
                .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName()
                        + ":" + frame.getLineNumber() + ")")
                .map(who::concat)
                .orElse(who);
    }
}
