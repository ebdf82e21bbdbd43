package dev.tierzero.cli;

import dev.tierzero.extension.PluginThreads;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Ends the process with {@link ExitCode#DEFECT} when somebody else ends it: a plugin that calls {@code System.exit(0)} must not look
 * like a finished run. The command line itself ends by {@code halt}, which runs no hook; a signal keeps its own exit code.
 */
final class ExitHook {

    private ExitHook() {}

    static void install(PrintStream err) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> look(err), "exit hook"));
    }

    private static void look(PrintStream err) {
        Optional<String> who = PluginThreads.exiting();
        if (who.isPresent()) {
            err.println(
                    "tier0: " + who.get() + " ended the process before the run was complete; nothing was published");
            err.flush();
            Runtime.getRuntime().halt(ExitCode.DEFECT);
        }
    }
}
