package dev.tierzero.jbake;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;

/**
 * The classes of one jar. Besides its own it sees the JDK and what extensions of JBake are written against; no other library of the
 * generator, and no other jar.
 */
final class JarLoader extends URLClassLoader {

    JarLoader(Path jar) throws IOException {
        super(new URL[] {jar.toUri().toURL()}, new Interfaces());
    }

    /** An object made by the constructor without parameters. */
    <T> T made(String className, Class<T> type) throws Exception {
        Class<? extends T> found = loadClass(className).asSubclass(type);
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

    /** The types of JBake, of its configuration and of its log. */
    private static final class Interfaces extends ClassLoader {

        private static final List<String> SEEN =
                List.of("org.jbake.", "org.apache.commons.configuration2.", "org.slf4j.");

        /**
         * What would need libraries that are not there, or end in an engine of JBake's own: its AsciiDoc engine includes any file of
         * the machine, its YAML engine builds any object that the page names.
         */
        private static final Set<String> HIDDEN = Set.of(
                "org.jbake.parser.Engines",
                "org.jbake.parser.AsciidoctorEngine",
                "org.jbake.parser.MarkdownEngine",
                "org.jbake.parser.YamlEngine",
                "org.jbake.app.Crawler",
                "org.jbake.app.Oven",
                "org.jbake.app.Parser");

        Interfaces() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (SEEN.stream().anyMatch(name::startsWith) && !HIDDEN.contains(name)) {
                return Interfaces.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        protected Enumeration<URL> findResources(String name) {
            return Collections.emptyEnumeration();
        }
    }
}
