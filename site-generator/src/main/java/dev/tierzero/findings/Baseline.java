package dev.tierzero.findings;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many findings of a code a file may still have: those it had when checking began. Counts, not lines, so that it stays true when
 * lines move.
 *
 * @param entries by file and code
 * @param diagnostics about entries that mean nothing
 */
public record Baseline(SortedMap<Key, Entry> entries, List<Diagnostic> diagnostics) {

    /** Path below the content folder. */
    public static final String PATH = "_data/baseline.yaml";

    /** Without an entry. */
    public static final Baseline NONE = new Baseline(new TreeMap<>(), List.of());

    /** JSON Schema of an entry. */
    public static final String SCHEMA = """
            {
              "title": "the entry",
              "type": "object",
              "properties": {
                "file": { "type": "string", "minLength": 1, "maxLength": 1000, "examples": ["content/runbooks/old.md"] },
                "code": { "title": "code of findings", "type": "string", "pattern": "^[A-Z]{2,5}[0-9]{3}$", "examples": ["LK001"] },
                "count": { "type": "integer", "minimum": 1, "maximum": 1000000, "examples": ["3"] }
              },
              "required": ["file", "code", "count"],
              "additionalProperties": false
            }
            """;

    private static final String HEAD = """
            # Findings that were there when checking began. A count may fall and never rise:
            #   ./tier0 check --update-baseline
            """;

    /**
     * What is counted.
     *
     * @param file as findings name it
     */
    public record Key(String file, String code) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::file).thenComparing(Key::code);

        /** Of a finding. */
        public static Key of(Diagnostic found) {
            return new Key(found.position().file(), found.code());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * An allowance.
     *
     * @param count at least 1
     * @param position in the baseline
     */
    public record Entry(int count, SourcePosition position) {}

    /** Copies. */
    public Baseline {
        entries = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        diagnostics = List.copyOf(diagnostics);
    }

    /** Takes the entries of the register, which fit the schema. */
    public static Baseline of(List<DataNode> register) {
        SortedMap<Key, Entry> entries = new TreeMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (DataNode node : register) {
            Key key = new Key(node.text("file").orElse(""), node.text("code").orElse(""));
            int count = node.number("count").map(BigDecimal::intValue).orElse(0);
            if (Codes.isLoud(key.code())) {
                found.add(Diagnostic.error(
                        "BL004",
                        node.position("code"),
                        key.code() + " cannot be in the baseline",
                        "mend what it says and delete the entry: something is broken as long as it is found"));
            } else if (entries.putIfAbsent(key, new Entry(count, node.position("count"))) != null) {
                found.add(Diagnostic.error(
                        "BL005",
                        node.position("file"),
                        key.file() + " and " + key.code() + " are given twice",
                        "delete one of the two entries"));
            }
        }
        return new Baseline(entries, found);
    }

    /** Errors and warnings that a baseline may hold, counted: the same fault told through several includes is one. */
    public static SortedMap<Key, Integer> counts(Collection<Diagnostic> found) {
        SortedMap<Key, Integer> counts = new TreeMap<>();
        Set<Object> seen = new HashSet<>();
        for (Diagnostic d : found) {
            if (isCounted(d) && seen.add(List.of(d.position(), d.code(), d.message()))) {
                counts.merge(Key.of(d), 1, Integer::sum);
            }
        }
        return counts;
    }

    static boolean isCounted(Diagnostic found) {
        return found.severity() != Severity.INFO && !Codes.isLoud(found.code());
    }

    /** The first finding that there is more often than the baseline allows. */
    public Optional<String> rise(SortedMap<Key, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > allowed(count.getKey()))
                .findFirst()
                .map(count -> count.getKey().file() + " has " + count.getValue() + " of "
                        + count.getKey().code() + ", " + allowed(count.getKey()) + " are known");
    }

    private int allowed(Key key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::count).orElse(0);
    }

    /** How often each finding may still be there, given how often it is: never more than before. */
    public SortedMap<Key, Integer> lowered(SortedMap<Key, Integer> counts) {
        SortedMap<Key, Integer> lowered = new TreeMap<>();
        entries.forEach((key, entry) -> {
            int count = Math.min(entry.count(), counts.getOrDefault(key, 0));
            if (count > 0) {
                lowered.put(key, count);
            }
        });
        return lowered;
    }

    /** The file that says so. */
    public static String text(SortedMap<Key, Integer> counts) {
        StringBuilder text = new StringBuilder(HEAD);
        counts.forEach((key, count) -> text.append("- file: ")
                .append(quoted(key.file()))
                .append("\n  code: ")
                .append(key.code())
                .append("\n  count: ")
                .append(count)
                .append('\n'));
        return text.toString();
    }

    /** A path that is more than plain words is quoted as YAML and JSON do. */
    private static String quoted(String file) {
        return file.matches("[A-Za-z][A-Za-z0-9_./-]*") ? file : dev.tierzero.model.JsonText.quoted(file);
    }
}
