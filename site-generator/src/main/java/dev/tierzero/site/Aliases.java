package dev.tierzero.site;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Former addresses of pages, from {@code aliases} in their metadata.
 *
 * @param targets output path of the page by former address, which begins with {@code /}; sorted
 * @param diagnostics what is wrong with aliases
 */
public record Aliases(SortedMap<String, String> targets, List<Diagnostic> diagnostics) {

    private static final Pattern ADDRESS =
            Pattern.compile("/(?:[A-Za-z0-9][A-Za-z0-9._-]{0,199}/)*(?:[A-Za-z0-9][A-Za-z0-9._-]{0,199})?");
    private static final Set<String> RESERVED = Set.of("_headers", "_redirects", "sw.js", "manifest.json", "404.html");

    /** Copies the values. */
    public Aliases {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        diagnostics = List.copyOf(diagnostics);
    }

    /** The aliases of all pages of a site. */
    public static Aliases of(Site site, Set<String> outputs) {
        SortedMap<String, String> targets = new TreeMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Page page : site.pages()) {
            page.document().ifPresent(document -> {
                for (String alias : document.metadata().list("aliases")) {
                    add(page, document, alias, targets, outputs, found);
                }
            });
        }
        return new Aliases(targets, found);
    }

    /** The output path of the page that sends readers on from a former address. */
    public static String stub(String alias) {
        String path = alias.substring(1);
        if (path.isEmpty() || path.endsWith("/")) {
            return path + "index.html";
        }
        return path.toLowerCase(Locale.ROOT).endsWith(".html") ? path : path + "/index.html";
    }

    private static void add(
            Page page,
            ParsedDocument document,
            String written,
            Map<String, String> targets,
            Set<String> outputs,
            List<Diagnostic> found) {
        SourcePosition at = document.metadata().position("aliases").orElse(SourcePosition.ofFile(document.file()));
        String alias = written.startsWith("/") ? written : "/" + written;
        if (!ADDRESS.matcher(alias).matches() || RESERVED.contains(alias.substring(1))) {
            found.add(
                    Diagnostic.error(
                            "RD001",
                            at,
                            "\"" + written + "\" is no address that a page can have had",
                            "write a path of this site such as /old/name.html: letters, digits, dots, hyphens and underscores"));
        } else if (outputs.contains(stub(alias)) || outputs.contains(alias.substring(1))) {
            found.add(Diagnostic.error(
                    "RD002",
                    at,
                    "alias " + alias + " is the address of a page or file that exists",
                    "remove the alias, or move the page that stands there"));
        } else if (targets.containsKey(alias) && !targets.get(alias).equals(page.href())) {
            found.add(Diagnostic.error(
                    "RD003",
                    at,
                    "alias " + alias + " is also claimed by " + targets.get(alias),
                    "keep it on the page that replaced the old one"));
        } else {
            targets.put(alias, page.href());
        }
    }
}
