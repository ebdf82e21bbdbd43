package dev.tierzero.testkit;

import dev.tierzero.api.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a site.
 *
 * @param findings of the plugins and about them, in order
 * @param others what the generator finds without them, in order
 * @param files of the finished site, by path from its top
 */
public record Run(List<Diagnostic> findings, List<Diagnostic> others, SortedMap<String, byte[]> files) {

    /** Copies. */
    public Run {
        findings = List.copyOf(findings);
        others = List.copyOf(others);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * The text of a file of the finished site: {@code kpis/adoption.html}.
     *
     * @throws AssertionError when there is none
     */
    public String output(String path) {
        return Optional.ofNullable(files.get(path))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError("the site has no " + path + "; it has " + files.keySet()));
    }

    /** The findings as {@code content/a.md:3:1: error RB002: message}, in order. */
    public List<String> lines() {
        return findings.stream()
                .map(d -> d.position() + ": " + d.severity().word() + " " + d.code() + ": " + d.message())
                .toList();
    }
}
