package dev.tierzero.extension;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Plugin;
import java.util.Optional;
import java.util.ServiceConfigurationError;

/** What can be wrong with the plugins in a jar before they do anything. */
final class LoadFindings {

    private static final String SERVICE = Plugin.class.getName();

    private LoadFindings() {}

    static Diagnostic provider(Subject subject, Throwable thrown) {
        Throwable cause = thrown instanceof ServiceConfigurationError
                ? Optional.ofNullable(thrown.getCause())
                        .filter(c -> !(c instanceof NoSuchMethodException))
                        .orElse(thrown)
                : thrown;
        if (cause != thrown || !(thrown instanceof ServiceConfigurationError)) {
            Fault fault = Fault.of(cause, subject);
            if (fault.kind() == Fault.Kind.LINKAGE) {
                return CallFindings.failed(subject, "load", java.util.List.of(), fault);
            }
            return unusable(subject, provider(thrown) + fault.text());
        }
        return unusable(subject, said(thrown));
    }

    private static Diagnostic unusable(Subject subject, String why) {
        return Diagnostic.error(
                "PL007",
                subject.position(),
                "jar names a class that is no usable plugin: " + why,
                "name public classes with a public constructor without parameters in META-INF/services/" + SERVICE);
    }

    /** What the JDK says, without what the reader knows: {@code dev.tierzero.api.Plugin: Provider org.example.X not found}. */
    private static String said(Throwable thrown) {
        return Shown.of(Optional.ofNullable(thrown.getMessage())
                .orElse("")
                .replace(SERVICE + ": ", "")
                .replaceFirst("^Provider ", ""));
    }

    private static String provider(Throwable thrown) {
        return thrown instanceof ServiceConfigurationError ? said(thrown) + ": " : "";
    }

    static Diagnostic badId(Extension extension) {
        return Diagnostic.error(
                "PL009",
                extension.position(),
                "not an id of a plugin: \"" + Shown.of(extension.id()) + "\" of "
                        + extension.plugin().getClass().getName(),
                "return 2 to 40 lower-case letters, digits and hyphens that begin with a letter");
    }

    static Diagnostic sameId(Extension second, Extension first) {
        return Diagnostic.error(
                "PL010",
                second.position(),
                "there is a plugin " + first.id() + " already, " + origin(first) + "; this one was left out",
                second.origin().endsWith(".jar")
                        ? "remove one of the two; an id belongs to one plugin of a site"
                        : "give the plugin an id of its own");
    }

    private static String origin(Extension extension) {
        return extension.origin().endsWith(".jar") ? "in " + extension.origin() : extension.origin();
    }

    static Diagnostic nothing(LockedJar jar) {
        return Diagnostic.warning(
                "PL017",
                jar.position(),
                "jar offers neither a plugin nor any other service",
                "add META-INF/services/" + SERVICE + " with the names of its plugins, or remove the jar");
    }
}
