package dev.tierzero.jbake;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Set;

/**
 * What the classes of an extension of JBake see besides their own jar: the JDK and the types that such extensions are written against.
 * No other library of the generator, no other jar.
 */
final class Interfaces extends ClassLoader {

    private static final List<String> SEEN = List.of("org.jbake.", "org.apache.commons.configuration2.", "org.slf4j.");

    /**
     * What would need libraries that are not there, or end in an engine of JBake's own: its AsciiDoc engine includes any file of the
     * machine, its YAML engine builds any object that the page names.
     */
    private static final Set<String> HIDDEN = Set.of(
            "org.jbake.parser.Engines",
            "org.jbake.parser.AsciidoctorEngine",
            "org.jbake.parser.MarkdownEngine",
            "org.jbake.parser.YamlEngine",
            "org.jbake.app.Crawler",
            "org.jbake.app.Oven",
            "org.jbake.app.Parser");

    private final ClassLoader generator;

    /** @param generator that has JBake's types */
    Interfaces(ClassLoader generator) {
        super("jbake", ClassLoader.getPlatformClassLoader());
        this.generator = generator;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SEEN.stream().anyMatch(name::startsWith) && !HIDDEN.contains(name)) {
            return generator.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    /** An object of a public class, made by its public constructor without parameters. */
    static <T> T made(ClassLoader loader, String className, Class<T> type) throws Exception {
        Class<? extends T> found = loader.loadClass(className).asSubclass(type);
        MethodHandle constructor =
                MethodHandles.publicLookup().findConstructor(found, MethodType.methodType(void.class));
        try {
            return type.cast(constructor.invoke());
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
