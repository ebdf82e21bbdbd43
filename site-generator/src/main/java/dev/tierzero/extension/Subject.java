package dev.tierzero.extension;

import dev.tierzero.api.SourcePosition;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whose code runs.
 *
 * @param name as findings name it: {@code plugin reading-ease}, {@code jar reading-ease.jar}
 * @param position of findings about it
 * @param loader of its classes
 * @param type of its own, whose package is its own
 */
record Subject(String name, SourcePosition position, ClassLoader loader, Class<?> type) {

    /** The topmost line of a stack that is its own: {@code org.example.Bad.check(Bad.java:12)}; empty when there is none. */
    Optional<String> place(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(this::isOwn)
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")");
    }

    private boolean isOwn(StackTraceElement frame) {
        if (loader instanceof JarLoader) {
            return String.valueOf(loader.getName()).equals(frame.getClassLoaderName());
        }
        return frame.getClassName().startsWith(type.getPackageName() + ".");
    }
}
