package dev.tierzero.source;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.FileClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds files and folders that would meet in the site, also on file systems that do not tell {@code A} from {@code a}. */
final class Collisions {

    /** What the generator itself writes at the top. */
    private static final Set<String> RESERVED = Set.of(
            "_headers",
            "_redirects",
            "404.html",
            "search.html",
            "offline.html",
            "escalation.html",
            "emergency.html",
            "build.json",
            "copies.html",
            "sw.js",
            "portal.zip",
            "manifest.json",
            "sitemap.xml",
            "robots.txt");

    private final List<Diagnostic> findings;
    private final Map<String, FoundFile> outputs = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();
    private final Set<String> toldFolders = new HashSet<>();
    private String lastFolder = "";

    Collisions(List<Diagnostic> findings) {
        this.findings = findings;
    }

    /** The files, those that meet another one as errors. Each folder's spelling and each output belong to the first. */
    List<FoundFile> resolved(List<FoundFile> files) {
        List<FoundFile> folded = files.stream().map(this::checked).toList();
        return folded.stream().map(this::clearOfFolders).toList();
    }

    private FoundFile checked(FoundFile found) {
        if (found.output().isEmpty()) {
            return found;
        }
        String key = found.output().toLowerCase(Locale.ROOT);
        String reserved = RESERVED.contains(found.path()) ? found.path() : key;
        if (RESERVED.contains(reserved)) {
            return refused(found, "SR008", "the site has a " + reserved + " of its own", "rename the file");
        }
        if (!ownsFolders(found)) {
            return found.as(FileClass.ERROR);
        }
        FoundFile first = outputs.putIfAbsent(key, found);
        if (first == null) {
            return found;
        }
        return refused(
                found,
                "SR006",
                found.file() + " and " + first.file() + " would both be " + found.output(),
                "rename one, or list it in site.yaml under \"ignore\"");
    }

    /** Whether every folder on the way is the only one with its output name. */
    private boolean ownsFolders(FoundFile found) {
        String all = found.path().substring(0, found.path().lastIndexOf('/') + 1);
        if (all.equals(lastFolder)) {
            return true;
        }
        boolean own = true;
        int outputEnd = found.output().indexOf('/');
        for (int end = found.path().indexOf('/');
                end >= 0 && own;
                end = found.path().indexOf('/', end + 1)) {
            String folder = found.path().substring(0, end);
            String first =
                    folders.putIfAbsent(found.output().substring(0, outputEnd).toLowerCase(Locale.ROOT), folder);
            outputEnd = found.output().indexOf('/', outputEnd + 1);
            own = first == null || first.equals(folder);
            if (!own && toldFolders.add(folder)) {
                findings.add(Diagnostic.error(
                        "SR007",
                        SourcePosition.ofFile(found.file()),
                        "the folders \"" + first + "\" and \"" + folder + "\" would be one in the site",
                        "rename one of them"));
            }
        }
        lastFolder = own ? all : "";
        return own;
    }

    private FoundFile clearOfFolders(FoundFile found) {
        String folder = folders.get(found.output().toLowerCase(Locale.ROOT));
        if (found.output().isEmpty() || folder == null) {
            return found;
        }
        return refused(
                found,
                "SR006",
                found.file() + " and the folder \"" + folder + "\" would both be " + found.output(),
                "rename one of them");
    }

    private FoundFile refused(FoundFile found, String code, String message, String hint) {
        findings.add(Diagnostic.error(code, SourcePosition.ofFile(found.file()), message, hint));
        return found.as(FileClass.ERROR);
    }
}
