package dev.tierzero.jbake;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.extension.LockedJar;
import dev.tierzero.model.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * What jars offer to JBake, read from their descriptors; no class is loaded for it.
 *
 * @param engines by the extension of the files they read, lower case, without the dot
 * @param tools in the order of their class names
 * @param diagnostics about descriptors
 */
record Claims(SortedMap<String, Claim> engines, List<Claim> tools, List<Diagnostic> diagnostics) {

    /** Where JBake looks for engines: the class, {@code =}, the extensions with commas. */
    static final String ENGINES = "META-INF/org.jbake.parser.MarkupEngines.properties";

    /** Where JBake looks for rendering tools: a provider file of {@link java.util.ServiceLoader}. */
    static final String TOOLS = "META-INF/services/org.jbake.render.RenderingTool";

    private static final int LARGEST_DESCRIPTOR = 64 << 10;

    /** Copies. */
    Claims {
        engines = Collections.unmodifiableSortedMap(new TreeMap<>(engines));
        tools = List.copyOf(tools);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads the descriptors. Of two that ask for one extension, the first jar by name has it. */
    static Claims of(List<LockedJar> jars) {
        Reader reader = new Reader();
        jars.stream().sorted(Comparator.comparing(LockedJar::file)).forEach(reader::read);
        reader.tools.sort(Comparator.comparing(Claim::className)
                .thenComparing(claim -> claim.jar().file()));
        return new Claims(reader.engines, reader.tools, reader.findings);
    }

    private static final class Reader {

        final SortedMap<String, Claim> engines = new TreeMap<>();
        final List<Claim> tools = new ArrayList<>();
        final List<Diagnostic> findings = new ArrayList<>();

        void read(LockedJar jar) {
            try (JarFile file = new JarFile(jar.path().toFile())) {
                text(file, ENGINES).ifPresent(text -> PropertyLines.of(text)
                        .forEach(line -> engine(new Claim(jar, line.key()), line.value())));
                text(file, TOOLS).ifPresent(text -> text.lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .forEach(name -> tools.add(new Claim(jar, name))));
            } catch (IOException e) {
                error(
                        "JB012",
                        jar,
                        "its descriptors for JBake cannot be read: " + Failure.told(e),
                        "build the jar again and lock it anew");
            }
        }

        private static Optional<String> text(JarFile file, String name) throws IOException {
            ZipEntry entry = file.getEntry(name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = file.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(LARGEST_DESCRIPTOR + 1);
                if (bytes.length > LARGEST_DESCRIPTOR) {
                    throw new IOException(name + " has more than " + LARGEST_DESCRIPTOR + " bytes");
                }
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
        }

        private void engine(Claim claim, String extensions) {
            for (String written : extensions.split(",", -1)) {
                String extension = written.strip().toLowerCase(Locale.ROOT);
                if (!extension.matches("[a-z0-9][a-z0-9_+-]{0,15}")) {
                    error(
                            "JB012",
                            claim.jar(),
                            "\"" + written.strip() + "\", which " + claim.className()
                                    + " asks for, is no extension of files",
                            "correct " + ENGINES + " in the jar: extensions without the dot, with commas between them");
                } else {
                    engine(claim, extension, Optional.ofNullable(engines.get(extension)));
                }
            }
        }

        private void engine(Claim claim, String extension, Optional<Claim> other) {
            if (Markup.ofPath("page." + extension).isPresent()) {
                error(
                        "JB010",
                        claim.jar(),
                        claim.className() + " asks for ." + extension + ", which Tier Zero reads itself",
                        "take " + extension + " out of " + ENGINES + " in the jar");
            } else if (other.isPresent()) {
                error(
                        "JB011",
                        claim.jar(),
                        claim.className() + " asks for ." + extension + ", as "
                                + other.get().className() + " of "
                                + other.get().jar().file() + " does",
                        "keep one of them: delete the other jar, or take the extension out of its descriptor");
            } else {
                engines.put(extension, claim);
            }
        }

        private void error(String code, LockedJar jar, String message, String hint) {
            findings.add(Diagnostic.error(code, SourcePosition.ofFile(jar.file()), message, hint));
        }
    }
}
