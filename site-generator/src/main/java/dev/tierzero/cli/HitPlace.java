package dev.tierzero.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where a hit can be opened. */
final class HitPlace {

    private HitPlace() {}

    /**
     * A {@code file:} URL.
     *
     * @param folder of the published site
     * @param href from the site's root, with or without a fragment
     */
    static String url(Path folder, String href) {
        String root = folder.toUri().toString();
        int hash = href.indexOf('#');
        String path = hash < 0 ? href : href.substring(0, hash);
        String fragment = hash < 0 ? null : href.substring(hash + 1);
        try {
            // The slash keeps a colon in the first segment from being taken for a scheme's.
            String escaped = new URI(null, null, "/" + path, fragment).toASCIIString();
            return (root.endsWith("/") ? root : root + "/") + escaped.substring(1);
        } catch (URISyntaxException e) {
            return root;
        }
    }
}
