package dev.tierzero.extension;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * The classes of one jar. Unlike {@link java.net.URLClassLoader} it does not follow {@code Class-Path} in the manifest: that would
 * open jars which nobody locked. Knows multi-release jars (JEP 238).
 */
final class JarLoader extends SecureClassLoader {

    private final JarFile jar;
    private final URL url;
    private final CodeSource source;
    private final Attributes manifest;

    static {
        registerAsParallelCapable();
    }

    /** @throws IOException when the file is no jar */
    JarLoader(String name, Path file, ClassLoader parent) throws IOException {
        super(name, parent);
        this.jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
        this.url = file.toUri().toURL();
        this.source = new CodeSource(url, new CodeSigner[0]);
        this.manifest = Optional.ofNullable(jar.getManifest())
                .map(Manifest::getMainAttributes)
                .orElseGet(Attributes::new);
    }

    /** What the manifest says; blank when it says nothing. */
    String attribute(Attributes.Name name) {
        return Optional.ofNullable(manifest.getValue(name)).orElse("").strip();
    }

    /** Whether the jar has markup engines, which JBake does not find by {@link java.util.ServiceLoader}. */
    boolean hasEngines() {
        return jar.getJarEntry("META-INF/org.jbake.parser.MarkupEngines.properties") != null;
    }

    /** Names of the services that the jar has providers of, sorted. */
    List<String> services() {
        String folder = "META-INF/services/";
        return jar.versionedStream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(folder) && name.length() > folder.length())
                .map(name -> name.substring(folder.length()))
                .sorted()
                .toList();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            definePackageOf(name);
            return defineClass(name, bytes, 0, bytes.length, source);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void definePackageOf(String className) {
        int dot = className.lastIndexOf('.');
        if (dot < 0 || getDefinedPackage(className.substring(0, dot)) != null) {
            return;
        }
        try {
            definePackage(
                    className.substring(0, dot),
                    attribute(Attributes.Name.SPECIFICATION_TITLE),
                    attribute(Attributes.Name.SPECIFICATION_VERSION),
                    attribute(Attributes.Name.SPECIFICATION_VENDOR),
                    attribute(Attributes.Name.IMPLEMENTATION_TITLE),
                    attribute(Attributes.Name.IMPLEMENTATION_VERSION),
                    attribute(Attributes.Name.IMPLEMENTATION_VENDOR),
                    null);
        } catch (IllegalArgumentException e) {
            return; // Another thread was faster.
        }
    }

    @Override
    @SuppressWarnings("NullAway") // null is how a class loader says that it has none.
    protected URL findResource(String name) {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            return null;
        }
        try {
            return new URL("jar:" + url + "!/" + entry.getRealName());
        } catch (IOException e) {
            throw new IllegalStateException("a jar's address: " + url, e);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(
                Optional.ofNullable(findResource(name)).stream().toList());
    }
}
