package dev.tierzero.query;

import dev.tierzero.api.SourcePosition;
import java.math.BigDecimal;
import java.time.Duration;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.RhinoException;

/** Where a script runs: with JavaScript's own objects and no others, and for a limited time. Safe for all threads. */
final class Sandbox {

    /** How many instructions pass between two looks at the clock: under a millisecond. */
    private static final int STEP = 100_000;

    private static final String DEADLINE = "tier0.deadline";

    /** Calls within calls when the script is interpreted; compiled, the thread's stack decides. */
    private static final int DEEPEST = 5_000;

    private final ContextFactory factory;
    private final String file;
    private final Duration limit;

    /**
     * @param file of the script, as findings name it
     * @param limit of one task
     * @param compiled whether the script is made into Java classes
     */
    Sandbox(String file, Duration limit, boolean compiled) {
        this.factory = new Limited(compiled);
        this.file = file;
        this.limit = limit;
    }

    /** What is done with a script. */
    @FunctionalInterface
    interface Task<T> {
        T in(Context context);
    }

    /** Nothing of the script can catch it: Rhino hands errors through. */
    private static final class TimeUp extends Error {
        private static final long serialVersionUID = 1L;

        TimeUp() {
            super("time is up", null, false, false);
        }
    }

    private static final class Limited extends ContextFactory {
        private final boolean compiled;

        Limited(boolean compiled) {
            this.compiled = compiled;
        }

        @Override
        protected Context makeContext() {
            Context context = super.makeContext();
            context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
            context.setInterpretedMode(!compiled);
            if (!compiled) {
                context.setMaximumInterpreterStackDepth(DEEPEST);
            }
            context.setGenerateObserverCount(true);
            context.setInstructionObserverThreshold(STEP);
            context.setClassShutter(name -> false);
            return context;
        }

        @Override
        protected void observeInstructionCount(Context context, int count) {
            if (context.getThreadLocal(DEADLINE) instanceof Long deadline && System.nanoTime() - deadline > 0) {
                throw new TimeUp();
            }
        }
    }

    /**
     * Runs a task.
     *
     * @param what names it in messages: {@code search("vault")}
     * @throws EngineException when the script fails, takes too long, or gives something unexpected
     */
    <T> T run(String what, Task<T> task) throws EngineException {
        try (Context context = factory.enterContext()) {
            context.putThreadLocal(DEADLINE, System.nanoTime() + limit.toNanos());
            return task.in(context);
        } catch (TimeUp e) {
            throw fault(what + " takes longer than "
                    + BigDecimal.valueOf(limit.toMillis(), 3)
                            .stripTrailingZeros()
                            .toPlainString() + " s");
        } catch (StackOverflowError e) {
            throw fault(what + " nests too deeply");
        } catch (OutOfMemoryError e) {
            // The script's values are garbage by now.
            throw fault(what + " needs more memory than there is");
        } catch (RhinoException e) {
            throw new EngineException(position(e), what + " fails: " + oneLine(e.details()));
        } catch (UnexpectedValue e) {
            throw fault(oneLine(String.valueOf(e.getMessage())));
        }
    }

    private EngineException fault(String message) {
        return new EngineException(SourcePosition.ofFile(file), message);
    }

    /** Rhino counts columns from 0 and knows them of syntax errors alone. */
    private SourcePosition position(RhinoException e) {
        int line = Math.max(0, e.lineNumber());
        return new SourcePosition(file, line, line == 0 ? 0 : Math.max(0, e.columnNumber()));
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }
}
