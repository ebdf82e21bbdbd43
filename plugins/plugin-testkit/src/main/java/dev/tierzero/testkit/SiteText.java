package dev.tierzero.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A site as it is written in a test.
 *
 * @param files texts by path, without marks
 * @param marks in the order written
 */
record SiteText(Map<String, String> files, List<Mark> marks) {

    private static final Pattern FILE = Pattern.compile("-- (\\S.*?) --\\s*");

    private static final String CODES = "expect((?: +[A-Z]{2,5}\\d{3})+)";
    private static final Pattern MARK =
            Pattern.compile("\\s*(?:<!-- *" + CODES + " *-->|(?://|#) *" + CODES + ")\\s*$");

    /** An expected finding. */
    record Mark(String file, int line, String code) {}

    SiteText {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        marks = List.copyOf(marks);
    }

    static SiteText of(String text) {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        List<Mark> marks = new ArrayList<>();
        String path = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            Matcher file = FILE.matcher(line);
            if (file.matches()) {
                path = checked(file.group(1));
                number = 0;
                if (files.putIfAbsent(path, new StringBuilder()) != null) {
                    throw new IllegalArgumentException("two files are called " + path);
                }
            } else if (!path.isEmpty()) {
                number++;
                Matcher mark = MARK.matcher(line);
                boolean marked = mark.find();
                String bare = marked ? line.substring(0, mark.start()) : line;
                Optional.ofNullable(files.get(path))
                        .ifPresent(file0 -> file0.append(bare).append('\n'));
                if (marked) {
                    marks.addAll(marks(path, number, mark));
                }
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException(
                        "the text begins without a file: write -- content/a.md -- above \"" + line + "\"");
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, content) -> texts.put(name, content.toString()));
        return new SiteText(texts, marks);
    }

    private static List<Mark> marks(String path, int line, Matcher mark) {
        String codes = Optional.ofNullable(mark.group(1)).orElseGet(() -> mark.group(2));
        return Pattern.compile(" +")
                .splitAsStream(codes.strip())
                .map(code -> new Mark(path, line, code))
                .toList();
    }

    private static String checked(String path) {
        if (path.startsWith("/")
                || path.contains("\\")
                || List.of(path.split("/", -1)).contains("..")) {
            throw new IllegalArgumentException("not a file of the site: " + path);
        }
        return path;
    }

    /** A line of a file without its mark; empty when there is none. */
    String line(String file, int number) {
        return Optional.ofNullable(files.get(file)).stream()
                .flatMap(String::lines)
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .orElse("");
    }
}
