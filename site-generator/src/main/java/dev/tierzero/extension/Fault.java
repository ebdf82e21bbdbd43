package dev.tierzero.extension;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a call of a plugin went wrong. To be made on the plugin's own thread: even an exception's message is code of the plugin.
 *
 * @param text one line, with the place in the plugin
 */
record Fault(Kind kind, String text) {

    /** Kinds of faults. */
    enum Kind {
        /** An exception or an error. */
        THROWN,
        /** A class or a method that is not there, or not for this Java. */
        LINKAGE,
        /** {@code null} where there must be something. */
        NOTHING
    }

    static Fault of(Throwable thrown, Subject subject) {
        Throwable cause = told(thrown);
        String place = Optional.of(cause)
                .flatMap(t -> subject.place(t.getStackTrace()))
                .or(() -> subject.place(thrown.getStackTrace()))
                .map(frame -> " at " + frame)
                .orElse("");
        return linkage(cause)
                .map(text -> new Fault(Kind.LINKAGE, text + place))
                .orElseGet(() -> new Fault(Kind.THROWN, said(cause) + place));
    }

    /** What is {@code null} in a result; empty when nothing is. */
    static Optional<Fault> inResult(Object value) {
        if (value == null) {
            return Optional.of(new Fault(Kind.NOTHING, "nothing (null)"));
        }
        return value instanceof List<?> list && list.stream().anyMatch(Objects::isNull)
                ? Optional.of(new Fault(Kind.NOTHING, "a list with nothing (null) in it"))
                : Optional.empty();
    }

    /** An error in a static initialiser tells of it, not of itself. */
    private static Throwable told(Throwable thrown) {
        return thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static String said(Throwable thrown) {
        String type = thrown.getClass().getName();
        String name = type.substring(type.lastIndexOf('.') + 1);
        String message = Optional.ofNullable(thrown.getMessage()).orElse("");
        return message.isBlank() ? name : name + ": " + Shown.of(message);
    }

    private static Optional<String> linkage(Throwable thrown) {
        if (!(thrown instanceof LinkageError) && !(thrown instanceof ClassNotFoundException)) {
            return Optional.empty();
        }
        String message = Shown.of(Optional.ofNullable(thrown.getMessage()).orElse(""));
        if (thrown instanceof NoClassDefFoundError || thrown instanceof ClassNotFoundException) {
            return message.startsWith("Could not initialize class")
                    ? Optional.empty()
                    : Optional.of("it needs the class " + message.replace('/', '.') + ", which it cannot see");
        }
        if (thrown instanceof UnsupportedClassVersionError) {
            return Optional.of(
                    "it was compiled for a later Java than " + Runtime.version().feature());
        }
        return !(thrown instanceof ExceptionInInitializerError)
                ? Optional.of("it does not fit this generator's plugin-api or its own jar ("
                        + thrown.getClass().getSimpleName() + ": " + message + ")")
                : Optional.empty();
    }
}
