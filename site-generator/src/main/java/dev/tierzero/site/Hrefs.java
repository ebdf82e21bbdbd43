package dev.tierzero.site;

import dev.tierzero.model.OutputPath;
import dev.tierzero.model.PercentCode;

/** Addresses of pages and relative URLs between them, so that the site works from any path and from {@code file://}. */
public final class Hrefs {

    private Hrefs() {}

    /** The folder of a path, without a trailing slash; empty at the top. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The output path of a page of content. */
    static String ofSource(String path) {
        return OutputPath.ofPage(path).orElseThrow(() -> new IllegalArgumentException("no page can stand at " + path));
    }

    /** The output path of a content folder's index. */
    static String ofFolder(String folder) {
        return ofSource(folder.isEmpty() ? "index.md" : folder + "/index.md");
    }

    /** The relative URL from a page of {@code folder} to an output path, percent-encoded (RFC 3986 §3.3). */
    public static String relative(String folder, String target) {
        int common = commonFolder(folder, target);
        StringBuilder url = new StringBuilder(target.length() + 12);
        for (int i = common; i < folder.length(); i++) {
            if (i == common || folder.charAt(i) == '/') {
                url.append("../");
            }
        }
        int start = common == 0 ? 0 : common + 1;
        return url.append(PercentCode.encoded(target.substring(start))).toString();
    }

    /** Length of the longest common folder, 0 when there is none. */
    private static int commonFolder(String folder, String target) {
        int common = 0;
        int limit = Math.min(folder.length(), target.length());
        for (int i = 0; i < limit && folder.charAt(i) == target.charAt(i); i++) {
            boolean folderEnds = i + 1 == folder.length() || folder.charAt(i + 1) == '/';
            if (folderEnds && i + 1 < target.length() && target.charAt(i + 1) == '/') {
                common = i + 1;
            }
        }
        return common;
    }
}
