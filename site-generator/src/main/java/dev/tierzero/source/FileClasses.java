package dev.tierzero.source;

import dev.tierzero.model.FileClass;
import dev.tierzero.model.Markup;
import dev.tierzero.model.OutputPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a file of content is, by its path. */
final class FileClasses {

    /** The folder of data at the top of the content folder. */
    static final String DATA = "_data/";

    private static final List<String> LEFT_OVER_ENDINGS = List.of("~", ".swp", ".bak", ".orig");
    private static final Set<String> LEFT_OVER_NAMES = Set.of("Thumbs.db", "desktop.ini");

    /** Formats that a browser runs scripts from when they are opened, whatever the pages do. */
    private static final Set<String> ACTIVE =
            Set.of("xhtml", "xht", "shtml", "mht", "mhtml", "xml", "xsl", "xslt", "svgz", "hta", "swf");

    private final Globs ignored;
    private final Set<String> extensions;

    /** @param extensions of pages that engines of extensions read */
    FileClasses(List<String> ignore, Set<String> extensions) {
        this.ignored = new Globs(ignore);
        this.extensions = extensions;
    }

    /** Whether the path, whose folders are not ignored, is hidden, an editor's left-over or declared to be no content. */
    boolean isIgnored(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith(".")
                || (name.startsWith("#") && name.endsWith("#"))
                || LEFT_OVER_NAMES.contains(name)
                || LEFT_OVER_ENDINGS.stream().anyMatch(name::endsWith)
                || ignored.match(path);
    }

    /** The class of a regular file. */
    FileClass of(String path) {
        if (isIgnored(path)) {
            return FileClass.IGNORED;
        }
        if (path.startsWith(DATA)) {
            return FileClass.DATA;
        }
        boolean markup = Markup.ofPath(path, extensions).isPresent();
        if (isPartial(path, markup)) {
            return FileClass.PARTIAL;
        }
        return markup ? FileClass.PAGE : FileClass.ASSET;
    }

    /** Whether a browser would run what is in an asset. */
    static boolean isActive(String path) {
        return ACTIVE.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** A name on the way starts with {@code _}; only a folder's index may be called {@code _index}. */
    private static boolean isPartial(String path, boolean markup) {
        String names = markup && OutputPath.isIndex(path) ? path.substring(0, path.lastIndexOf('/') + 1) : path;
        return names.startsWith("_") || names.contains("/_");
    }
}
