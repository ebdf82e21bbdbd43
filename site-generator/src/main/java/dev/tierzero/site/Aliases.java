package dev.tierzero.site;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ParsedDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
    private static final Set<String> RESERVED =
            Set.of("sw.js", "manifest.json", "build.json", "404.html", "robots.txt", "sitemap.xml");

    /** Copies the values. */
    public Aliases {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * The aliases of all pages of a site.
     *
     * @param outputs output paths of all pages and files of content
     */
    public static Aliases of(Site site, Set<String> outputs) {
        Claims claims = new Claims(outputs);
        for (Page page : site.pages()) {
            page.document()
                    .ifPresent(document ->
                            document.metadata().list("aliases").forEach(alias -> claims.add(page, document, alias)));
        }
        return new Aliases(claims.targets, claims.found);
    }

    /** The output path of the page that sends readers on from a former address. */
    public static String stub(String alias) {
        String path = alias.substring(1);
        if (path.isEmpty() || path.endsWith("/")) {
            return path + "index.html";
        }
        return path.toLowerCase(Locale.ROOT).endsWith(".html") ? path : path + "/index.html";
    }

    /** Addresses as they are claimed, page after page. Two that differ in case only are one on many disks. */
    private static final class Claims {
        private final Set<String> outputs;
        private final SortedMap<String, String> targets = new TreeMap<>();
        private final Map<String, String> pagesByStub = new HashMap<>();
        private final List<Diagnostic> found = new ArrayList<>();

        Claims(Set<String> outputs) {
            this.outputs = outputs;
        }

        void add(Page page, ParsedDocument document, String written) {
            SourcePosition at = document.metadata().position("aliases").orElse(SourcePosition.ofFile(document.file()));
            String alias = written.startsWith("/") ? written : "/" + written;
            String stub = ADDRESS.matcher(alias).matches() ? stub(alias).toLowerCase(Locale.ROOT) : "";
            if (stub.isEmpty() || RESERVED.contains(stub) || RESERVED.contains(Hrefs.folder(stub))) {
                found.add(
                        Diagnostic.error(
                                "RD001",
                                at,
                                "\"" + written + "\" is no address that a page can have had",
                                "write a path of this site such as /old/name.html: letters, digits, dots, hyphens and underscores"));
            } else if (isTaken(alias, stub)) {
                found.add(Diagnostic.error(
                        "RD002",
                        at,
                        "alias " + alias + " is the address of a page or file that exists",
                        "remove the alias, or move the page that stands there"));
            } else if (!pagesByStub.getOrDefault(stub, page.href()).equals(page.href())) {
                found.add(Diagnostic.error(
                        "RD003",
                        at,
                        "alias " + alias + " is also claimed by " + pagesByStub.get(stub),
                        "keep it on the page that replaced the old one"));
            } else {
                pagesByStub.put(stub, page.href());
                targets.put(alias, page.href());
            }
        }

        /** Whether a file stands there, or where a folder on the way would be. */
        private boolean isTaken(String alias, String stub) {
            boolean taken =
                    outputs.contains(stub) || outputs.contains(stub(alias)) || outputs.contains(alias.substring(1));
            for (String folder = Hrefs.folder(stub); !folder.isEmpty() && !taken; folder = Hrefs.folder(folder)) {
                taken = outputs.contains(folder) || pagesByStub.containsKey(folder);
            }
            return taken;
        }
    }
}
