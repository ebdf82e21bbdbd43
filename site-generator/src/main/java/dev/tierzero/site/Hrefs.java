package dev.tierzero.site;

import dev.tierzero.model.OutputPath;
import java.nio.charset.StandardCharsets;

/** Addresses of pages and relative URLs between them, so that the site works from any path and from {@code file://}. */
public final class Hrefs {

    private static final String UNRESERVED = "-._~!$&'()*+,;=:@/";

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
        return encode(url, target.substring(start));
    }

    /** Percent-encodes what may not stand in a URL path. */
    public static String encode(String path) {
        return encode(new StringBuilder(path.length()), path);
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

    private static String encode(StringBuilder url, String path) {
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain) {
                url.append(c);
            } else {
                url.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                url.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return url.toString();
    }
}
