package dev.tierzero.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.portal.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jars that the generator runs with, as Maven resolves them for the scope {@code runtime}. */
final class RuntimeClassPathTest {

    private static final int MOST = 70;

    /** What JBake, and others, would bring: a database, logging that reads files, markup and templates of old, and known holes. */
    private static final List<String> DENIED = List.of(
            "orientdb",
            "logback",
            "log4j",
            "groovy",
            "freemarker",
            "thymeleaf",
            "ognl",
            "jade4j",
            "jetty",
            "commons-beanutils",
            "commons-collections-",
            "commons-vfs2",
            "commons-lang-",
            "jruby-complete",
            "icu4j",
            "lz4",
            "json-smart-1",
            "junit");

    /** The first version without the holes that are known. */
    private static final List<Fixed> FIXED = List.of(
            new Fixed("snakeyaml", 2, 0),
            new Fixed("commons-configuration2", 2, 10),
            new Fixed("commons-text", 1, 10),
            new Fixed("commons-io", 2, 14),
            new Fixed("commons-lang3", 3, 18),
            new Fixed("jsoup", 1, 15),
            new Fixed("pebble", 4, 1),
            new Fixed("asciidoctorj", 3, 0),
            new Fixed("flexmark", 0, 64));

    private record Fixed(String library, int major, int minor) {

        boolean isOlder(String jar) {
            Matcher version = Pattern.compile(Pattern.quote(library) + "-(\\d+)\\.(\\d+).*")
                    .matcher(jar);
            if (!version.matches()) {
                return false;
            }
            int first = Integer.parseInt(version.group(1));
            return first < major || (first == major && Integer.parseInt(version.group(2)) < minor);
        }
    }

    private final List<String> jars;

    RuntimeClassPathTest() throws IOException {
        String path = Files.readString(Repository.root().resolve("site-generator/target/runtime-classpath.txt"));
        this.jars = Stream.of(path.strip().split(Pattern.quote(File.pathSeparator)))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .toList();
    }

    @Test
    void thereAreFewJars() {
        // The generator's own jar is one more.
        assertTrue(jars.size() < MOST, () -> jars.size() + " jars: " + jars);
        assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("jbake-core-2.7.0")), jars::toString);
    }

    @Test
    void nothingThatIsDeniedIsAmongThem() {
        assertEquals(
                List.of(),
                jars.stream()
                        .filter(jar -> DENIED.stream().anyMatch(jar::startsWith))
                        .toList());
    }

    @Test
    void noneIsOlderThanTheFixesItNeeds() {
        assertEquals(
                List.of(),
                jars.stream()
                        .filter(jar -> FIXED.stream().anyMatch(fixed -> fixed.isOlder(jar)))
                        .toList());
        assertTrue(new Fixed("snakeyaml", 2, 0).isOlder("snakeyaml-1.30.jar"), "the rule can fail");
    }

    @Test
    void noLibraryIsThereTwice() {
        List<String> names = jars.stream()
                .filter(jar -> jar.endsWith(".jar") && !jar.endsWith("-native.jar"))
                .map(jar -> jar.replaceFirst("-\\d.*", ""))
                .toList();
        assertEquals(names.stream().distinct().toList(), names);
    }
}
