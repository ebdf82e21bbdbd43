package dev.tierzero.jbake;

import dev.tierzero.extension.LockedJar;
import dev.tierzero.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticListener;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A jar as somebody else would build it for JBake: sources compiled here, with the descriptors that JBake looks for. */
public final class ForeignJar {

    /** What engines begin with. */
    public static final String ENGINE = """
            import org.jbake.parser.*;
            import org.jbake.model.*;
            import org.jbake.app.configuration.*;
            """;

    private final String name;
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private String engines = "";
    private String tools = "";

    private ForeignJar(String name) {
        this.name = name;
    }

    /** An empty jar with this file name. */
    public static ForeignJar named(String name) {
        return new ForeignJar(name);
    }

    /** An engine in its own package: {@code body} stands in {@code public class NAME extends MarkupEngine { … }}. */
    public ForeignJar engine(String simpleName, String extensions, String body) {
        source(
                "foreign." + simpleName,
                ENGINE + "public class " + simpleName + " extends MarkupEngine {\n" + body + "\n}\n");
        return claim("foreign." + simpleName, extensions);
    }

    /** A line of JBake's descriptor of engines. */
    public ForeignJar claim(String className, String extensions) {
        engines += className + "=" + extensions + "\n";
        return this;
    }

    /** A rendering tool; {@code body} stands in its {@code render} method, where {@code db} and {@code config} are known. */
    public ForeignJar tool(String simpleName, String body) {
        tools += "foreign." + simpleName + "\n";
        return source("foreign." + simpleName, """
                import java.io.File;
                import java.nio.file.*;
                import org.apache.commons.configuration2.CompositeConfiguration;
                import org.jbake.app.*;
                import org.jbake.app.configuration.JBakeConfiguration;
                import org.jbake.model.DocumentModel;
                import org.jbake.render.RenderingTool;
                import org.jbake.template.RenderingException;
                public class %s implements RenderingTool {
                    public int render(Renderer renderer, ContentStore db, JBakeConfiguration config) throws RenderingException {
                        try {
                %s
                        } catch (Exception e) {
                            if (e instanceof RuntimeException r) { throw r; }
                            if (e instanceof RenderingException r) { throw r; }
                            throw new RenderingException(e);
                        }
                    }
                    public int render(Renderer r, ContentStore db, File d, File t, CompositeConfiguration c) { return 0; }
                }
                """.formatted(simpleName, body));
    }

    /** A class by its whole name; the text begins after the line that names its package. */
    public ForeignJar source(String className, String text) {
        int dot = className.lastIndexOf('.');
        sources.put(className, "package " + className.substring(0, dot) + ";\n" + text);
        return this;
    }

    /** A class that is compiled and then left out. */
    public ForeignJar missing(String className, String text) {
        source(className, text);
        entries.put(path(className), new byte[0]);
        return this;
    }

    private static String path(String className) {
        return className.replace('.', '/') + ".class";
    }

    /** Writes the jar into a site without locking it. */
    public LockedJar unlockedIn(Path site) {
        try {
            Path file = Files.createDirectories(site.resolve("plugins/ext")).resolve(name);
            byte[] bytes = bytes();
            Files.write(file, bytes);
            return new LockedJar(name, Sha256.hex(bytes), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the jar into a site and locks it. */
    public LockedJar lockedIn(Path site) {
        LockedJar jar = unlockedIn(site);
        try {
            Files.writeString(
                    site.resolve("plugins/ext/plugins.lock"),
                    jar.sha256() + "  " + name + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() throws IOException {
        Map<String, byte[]> all = new TreeMap<>(compiled());
        all.putAll(entries);
        if (!engines.isEmpty()) {
            all.put("META-INF/org.jbake.parser.MarkupEngines.properties", engines.getBytes(StandardCharsets.UTF_8));
        }
        if (!tools.isEmpty()) {
            all.put("META-INF/services/org.jbake.render.RenderingTool", tools.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                if (entry.getValue().length > 0) {
                    JarEntry made = new JarEntry(entry.getKey());
                    made.setTime(0);
                    jar.putNextEntry(made);
                    jar.write(entry.getValue());
                    jar.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }

    private Map<String, byte[]> compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Classes classes = new Classes(compiler.getStandardFileManager(silent(), Locale.ROOT, StandardCharsets.UTF_8));
        List<JavaFileObject> texts = new ArrayList<>();
        sources.forEach((className, text) -> texts.add(
                new SimpleJavaFileObject(
                        URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                }));
        StringWriter said = new StringWriter();
        List<String> options = List.of("--release", "17", "-proc:none", "-nowarn", "-cp", classPath());
        if (!texts.isEmpty()
                && !compiler.getTask(said, classes, null, options, null, texts).call()) {
            throw new IllegalStateException(said.toString());
        }
        classes.close();
        Map<String, byte[]> found = new TreeMap<>();
        classes.made.forEach((path, out) -> found.put(path, out.toByteArray()));
        return found;
    }

    /** What extensions of JBake are written against; the rest of the class path costs the compiler a second. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*[\\\\/](jbake-core|commons-configuration2|slf4j-api)-[^\\\\/]*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static DiagnosticListener<JavaFileObject> silent() {
        return diagnostic -> {};
    }

    /** Keeps classes in memory. */
    private static final class Classes extends ForwardingJavaFileManager<StandardJavaFileManager> {

        final Map<String, ByteArrayOutputStream> made = new TreeMap<>();

        Classes(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("bytes:///" + path(className)), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    made.put(path(className), out);
                    return out;
                }
            };
        }
    }
}
