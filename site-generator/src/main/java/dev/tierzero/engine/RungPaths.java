package dev.tierzero.engine;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.site.Page;
import dev.tierzero.site.Site;
import dev.tierzero.source.SettingsFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which pages survive the site, and where their copies and sources stand.
 *
 * @param surviving by output path
 * @param outputs output paths of copies and sources
 * @param diagnostics paths that are taken, and rungs that the settings switch off
 */
record RungPaths(List<Page> surviving, Set<String> outputs, List<Diagnostic> diagnostics) {

    /** @param taken output paths of what the site has besides */
    static RungPaths of(Site site, Published files, Circumstances given, Collection<String> taken) {
        RungPaths paths = new RungPaths(surviving(site), new TreeSet<>(), new ArrayList<>());
        if (!paths.surviving.isEmpty()) {
            paths.reserve(site, files, taken);
            paths.switchedOff(given);
        }
        return paths;
    }

    private static List<Page> surviving(Site site) {
        return site.pages().stream().filter(Page::survives).toList();
    }

    /** The same of a site in which the text of a page was replaced. */
    RungPaths with(Site changed) {
        return new RungPaths(surviving(changed), outputs, diagnostics);
    }

    private void reserve(Site site, Published files, Collection<String> taken) {
        Map<String, String> known = new TreeMap<>();
        taken.forEach(path -> known.put(path.toLowerCase(Locale.ROOT), path));
        for (Page page : surviving) {
            for (String path : List.of(page.oneFile(), page.sourceText())) {
                String other = known.get(path.toLowerCase(Locale.ROOT));
                if (other == null) {
                    outputs.add(path);
                } else {
                    diagnostics.add(Diagnostic.error(
                            "OF008",
                            SourcePosition.ofFile(files.source(site, other)),
                            other + " would stand where " + page.href() + " survives as " + path,
                            "rename the file"));
                }
            }
        }
    }

    private void switchedOff(Circumstances given) {
        String pages = surviving.size() == 1 ? "1 page has" : surviving.size() + " pages have";
        if (!given.settings().portalZip()) {
            diagnostics.add(info(
                    pages + " to be readable when the site is gone, and portal.zip is not made",
                    "write portal-zip: true: the archive is read and searched from a disk"));
        }
        if (!given.settings().offline()) {
            diagnostics.add(info(
                    pages + " to be readable when the site is gone, and browsers keep nothing",
                    "leave offline: false out, unless copies must not stay on devices"));
        }
    }

    private static Diagnostic info(String message, String hint) {
        return Diagnostic.info("OF007", SourcePosition.ofFile(SettingsFile.NAME), message, hint);
    }

    /** The page that survives at an output path. */
    Optional<Page> pageOf(String path) {
        return surviving.stream()
                .filter(page -> outputs.contains(path)
                        && (page.oneFile().equals(path) || page.sourceText().equals(path)))
                .findFirst();
    }

    /** Output paths of the sources. */
    List<String> texts() {
        return surviving.stream()
                .map(Page::sourceText)
                .filter(outputs::contains)
                .toList();
    }
}
