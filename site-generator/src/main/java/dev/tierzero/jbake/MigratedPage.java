package dev.tierzero.jbake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page with its header written as YAML front matter. What stands in AsciiDoc attributes stays there: they mean the same.
 *
 * @param text of the file
 * @param isConverted whether it differs from before
 * @param extraKeys that no type of ours knows, canonical
 * @param remarks on what changed its meaning
 */
record MigratedPage(String text, boolean isConverted, SortedSet<String> extraKeys, List<String> remarks) {

    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^:jbake-([A-Za-z0-9_-]+):[ \\t]*(.*)$");

    /** Converts a page. */
    static MigratedPage of(String written, boolean asciidoc, MigratedSettings settings) {
        String text = written.startsWith("\uFEFF") ? written.substring(1) : written;
        int end = headerEnd(text);
        Map<String, String> header = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (asciidoc && end < 0) {
            attributes(text).forEach(header::putIfAbsent);
        }
        FrontMatterText yaml = new FrontMatterText(settings);
        if (end >= 0) {
            text.substring(0, end).lines().filter(line -> line.indexOf('=') > 0).forEach(line -> {
                String[] pair = line.split("=", 2);
                header.put(pair[0].strip(), pair[1].strip());
                yaml.add(pair[0].strip(), pair[1].strip());
            });
        } else {
            header.forEach(yaml::look);
        }
        boolean ours = end < 0 && text.startsWith("---");
        if (!ours) {
            yaml.addDefaults(header);
        }
        String body = end < 0 ? text : text.substring(Math.min(text.length(), text.indexOf('\n', end) + 1));
        String front = yaml.text();
        boolean converted = end >= 0 || !front.isEmpty();
        return new MigratedPage(front + body, converted, yaml.extraKeys(), yaml.remarks());
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> found = new TreeMap<>();
        int blank = text.indexOf("\n\n");
        Matcher matcher = ATTRIBUTE.matcher(blank < 0 ? text : text.substring(0, blank));
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2).strip());
        }
        return found;
    }

    /** The index of the line that ends the header, when only {@code key=value} stands above it; else -1. */
    private static int headerEnd(String text) {
        int position = 0;
        boolean any = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.strip().equals(PropertyLines.HEADER_END)) {
                return any ? position : -1;
            }
            boolean pair = line.indexOf('=') > 0;
            any |= pair;
            if (!pair && !line.isBlank()) {
                return -1;
            }
            position += line.length() + lineBreak(text, position + line.length());
        }
        return -1;
    }

    private static int lineBreak(String text, int at) {
        return text.startsWith("\r\n", at) ? 2 : 1;
    }

    /** The front matter while it is put together. */
    private static final class FrontMatterText {

        private static final List<String> KNOWN =
                List.of("title", "type", "status", "date", "tags", "description", "cached");

        private final MigratedSettings settings;
        private final StringBuilder yaml = new StringBuilder();
        private final SortedSet<String> extra = new TreeSet<>();
        private final List<String> remarks = new ArrayList<>();
        private boolean draft;

        FrontMatterText(MigratedSettings settings) {
            this.settings = settings;
        }

        void add(String key, String value) {
            String name = look(key, value);
            switch (name) {
                case "cached" -> remarks.add("\"cached\" is not needed");
                case "status" -> status(value);
                case "type" -> type(value);
                case "date" ->
                    settings.day(value)
                            .ifPresentOrElse(
                                    day -> line("date", day),
                                    () -> remarks.add("the date \"" + value + "\" cannot be read"));
                case "tags" -> tags(value);
                default -> line(name, YamlScalar.of(value));
            }
        }

        /** Takes note of a key; returns its name here. */
        String look(String key, String value) {
            String level = key.toLowerCase(Locale.ROOT).replace('_', '-');
            String name = level.equals("summary") ? "description" : level;
            if (!KNOWN.contains(name)) {
                extra.add(name);
            }
            if (name.equals("type") && !settings.isType(value)) {
                undeclared(value);
            }
            return name;
        }

        private void status(String value) {
            if (value.equals("draft") && !draft) {
                line("status", "draft");
            } else if (!value.equals("published") && !value.equals("draft")) {
                remarks.add("status " + value + ": published, whatever its date");
            }
            draft |= value.equals("draft");
        }

        private void type(String value) {
            if (settings.isType(value)) {
                line("type", value);
            }
        }

        private void undeclared(String value) {
            remarks.add("JBake has no template for the type " + value + " and never published it: a draft here");
            if (!draft) {
                line("status", "draft");
            }
            draft = true;
        }

        private void tags(String value) {
            List<String> tags = Stream.of(value.split(","))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .map(YamlScalar::of)
                    .toList();
            line("tags", tags.toString());
        }

        void addDefaults(Map<String, String> header) {
            if (!header.containsKey("type") && !settings.defaultType().isEmpty()) {
                line("type", settings.defaultType());
            }
            if (!header.containsKey("status") && settings.isDraftByDefault() && !draft) {
                line("status", "draft");
            }
            if (!header.containsKey("status") && settings.isSilentOnStatus()) {
                remarks.add("says no status: a draft for JBake 2.7, published here");
            }
        }

        private void line(String key, String value) {
            yaml.append(YamlScalar.of(key)).append(": ").append(value).append('\n');
        }

        String text() {
            return yaml.isEmpty() ? "" : "---\n" + yaml + "---\n";
        }

        SortedSet<String> extraKeys() {
            return extra;
        }

        List<String> remarks() {
            return List.copyOf(remarks);
        }
    }
}
