package dev.tierzero.repository;

import dev.tierzero.portal.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The portal's sources, read the plain way: by another hand than the generator's. */
final class Pages {

    private static final Pattern ATTRIBUTE = Pattern.compile(":([a-z-]+): *(.*)");

    private Pages() {}

    /**
     * A page's front matter and text.
     *
     * @param header its front matter
     * @param text what follows it
     */
    record Source(Map<?, ?> header, String text) {

        String get(String key) {
            return Objects.toString(header.get(key), "");
        }

        List<?> list(String key) {
            return header.get(key) instanceof List<?> list
                    ? list
                    : Stream.of(get(key).split(",", -1)).map(String::strip).toList();
        }
    }

    /** The portal's content folder. */
    static Path content() {
        return Repository.root().resolve("content");
    }

    /** All pages by path below content; partials and data are none. */
    static SortedMap<String, Source> all() {
        SortedMap<String, Source> pages = new TreeMap<>();
        for (String path : files(content())) {
            boolean page = path.endsWith(".md") || path.endsWith(".adoc");
            if (page && Stream.of(path.split("/", -1)).noneMatch(part -> part.startsWith("_"))) {
                pages.put(path, source(text(content().resolve(path))));
            }
        }
        return pages;
    }

    private static Source source(String text) {
        int end = text.indexOf("\n---\n", 3);
        if (!text.startsWith("---\n") || end < 0) {
            return new Source(attributes(text), text);
        }
        String rest = text.substring(end + "\n---\n".length());
        Map<Object, Object> header = new LinkedHashMap<>(rest.startsWith("= ") ? attributes(rest) : Map.of());
        if (yaml(text.substring(4, end + 1)) instanceof Map<?, ?> map) {
            header.putAll(map);
        }
        return new Source(header, text.substring(end));
    }

    /** An AsciiDoc header: a title, then {@code :name: value} lines up to the first that is empty. */
    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new TreeMap<>();
        text.lines().takeWhile(line -> !line.isBlank()).forEach(line -> {
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (attribute.matches()) {
                attributes.put(attribute.group(1), attribute.group(2).replaceFirst("^\"(.*)\"$", "$1"));
            } else if (line.startsWith("= ")) {
                attributes.put("title", line.substring(2));
            }
        });
        return attributes;
    }

    /** The entries of a register below {@code content/_data} that have keys. */
    static List<Map<?, ?>> register(String name) {
        Object read = yaml(text(content().resolve("_data").resolve(name)));
        return read instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(entry -> (Map<?, ?>) entry)
                        .toList()
                : List.of();
    }

    /** The value of YAML. */
    static Object yaml(String text) {
        Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return value == null ? Map.of() : value;
    }

    /** Paths of all files below a folder, in order. */
    static List<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
