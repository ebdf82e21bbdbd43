package dev.tierzero.engine;

import dev.tierzero.api.Heading;
import dev.tierzero.api.Link;
import dev.tierzero.extension.Extensions;
import dev.tierzero.model.FileClass;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.ScannedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a check of a page may look at besides the page's own text, as {@link dev.tierzero.api.DocumentCheck} says.
 *
 * @param digest of it
 * @param pages digest of each page's own text and includes, by path; empty for a page that is never as it was
 */
record Surroundings(String digest, Map<String, String> pages) {

    static Surroundings of(
            Inputs inputs, Circumstances given, List<ParsedDocument> shown, Collection data, Parsing.Result parsing) {
        Digest digest = new Digest()
                .add(inputs.circumstances())
                .add(Extensions.fingerprint(inputs.request().site()))
                .add(inputs.request().plugged().asOf().toString())
                .add(given.builtAt())
                .add(given.version())
                .add(new TreeMap<>(given.lastChanges()).toString());
        data.data().forEach((id, collected) -> digest.add(id)
                .add(collected.text())
                .add(collected.failure().orElse("")));
        for (ScannedFile file : inputs.files()) {
            boolean text = file.fileClass() == FileClass.PAGE;
            digest.add(file.path()).add(file.fileClass().name()).add(text ? "" : file.sha256());
        }
        shown.forEach(document -> add(digest, document));
        Map<String, String> pages = new HashMap<>();
        for (ParseCache.Entry entry : parsing.entries()) {
            pages.put(entry.parsed().document().path(), entry.digest().orElse(""));
        }
        return new Surroundings(digest.hex(), pages);
    }

    private static void add(Digest digest, ParsedDocument document) {
        digest.add(document.path()).add(document.type()).add(document.title()).add(document.metadata());
        for (Heading heading : document.headings()) {
            digest.add(heading.level() + heading.id()).add(heading.text());
        }
        for (String id : document.ids()) {
            digest.add(id);
        }
        for (String target :
                new TreeSet<>(document.links().stream().map(Link::target).toList())) {
            digest.add(target);
        }
    }

    /** The digest of a page's own text. */
    String of(String path) {
        return pages.getOrDefault(path, "");
    }
}
