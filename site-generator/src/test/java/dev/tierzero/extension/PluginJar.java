package dev.tierzero.extension;

import dev.tierzero.api.Plugin;
import dev.tierzero.model.Sha256;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A jar of a plugin, compiled from source in the test.
 *
 * @param sources by class name, such as {@code org.example.Bad}
 * @param services names of providers by service
 * @param manifest main attributes
 */
public record PluginJar(Map<String, String> sources, Map<String, List<String>> services, Map<String, String> manifest) {

    /** Compiling takes longer than everything else in these tests. */
    private static final Map<Map<String, String>, Path> COMPILED = new ConcurrentHashMap<>();

    /** A jar with nothing in it yet. */
    public static PluginJar empty() {
        return new PluginJar(Map.of(), Map.of(), Map.of());
    }

    /** A jar whose one plugin is {@code org.example.<name>} with this text, all of {@code dev.tierzero.api} imported. */
    public static PluginJar of(String name, String text) {
        return empty().with(name, text).providing(Plugin.class.getName(), "org.example." + name);
    }

    /** A page check with these members besides. */
    public static PluginJar check(String name, String id, String body) {
        return of(name, """
                public final class %s implements DocumentCheck {
                    public String id() { return "%s"; }
                    public List<Diagnostic> check(Document document, SiteView site) { %s }
                }
                """.formatted(name, id, body));
    }

    /** The same with one more class. */
    public PluginJar with(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(sources);
        more.put(
                "org.example." + name,
                "package org.example;\nimport dev.tierzero.api.*;\nimport java.util.*;\n" + text);
        return new PluginJar(more, services, manifest);
    }

    /** The same with a service file. */
    public PluginJar providing(String service, String... providers) {
        Map<String, List<String>> more = new TreeMap<>(services);
        more.put(service, List.of(providers));
        return new PluginJar(sources, more, manifest);
    }

    /** The same with an attribute of the manifest. */
    public PluginJar saying(String attribute, String value) {
        Map<String, String> more = new TreeMap<>(manifest);
        more.put(attribute, value);
        return new PluginJar(sources, services, more);
    }

    /** Writes it; classes whose name begins so are left out. */
    public Path write(Path jar, String... without) {
        try {
            Path classes = COMPILED.computeIfAbsent(sources, PluginJar::compiled);
            Files.createDirectories(jar.getParent());
            Manifest main = new Manifest();
            main.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.forEach((key, value) -> main.getMainAttributes().putValue(key, value));
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), main);
                    Stream<Path> files = Files.walk(classes)) {
                for (Path file :
                        (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    String name = classes.relativize(file).toString().replace('\\', '/');
                    if (Stream.of(without).noneMatch(name::startsWith)) {
                        put(out, name, Files.readAllBytes(file));
                    }
                }
                for (Map.Entry<String, List<String>> service : services.entrySet()) {
                    String text = String.join("\n", service.getValue()) + "\n";
                    put(out, "META-INF/services/" + service.getKey(), text.getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it to {@code plugins/ext} of a site and locks it. */
    public Path lock(Path site, String name, String... without) {
        Path jar = write(site.resolve(PluginLock.FOLDER).resolve(name), without);
        lock(site, jar);
        return jar;
    }

    /** Locks a jar that is in its place. */
    public static void lock(Path site, Path jar) {
        try {
            PluginLock.read(site)
                    .with(String.valueOf(jar.getFileName()), Sha256.hex(Files.readAllBytes(jar)))
                    .write(site);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private static Path compiled(Map<String, String> sources) {
        try {
            Path classes = Files.createTempDirectory("plugin-classes");
            Path folder = Files.createTempDirectory("plugin-sources");
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
                Files.createDirectories(file.getParent());
                files.add(Files.writeString(file, source.getValue()));
            }
            if (!files.isEmpty()) {
                compile(files, classes);
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(List<Path> files, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String api = Path.of(URI.create(Plugin.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("--release", "17", "-proc:none", "-g", "-d", classes.toString(), "-cp", api);
            if (!compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalArgumentException(said.toString());
            }
        }
    }
}
