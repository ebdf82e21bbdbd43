package dev.tierzero.publish;

import dev.tierzero.model.PercentCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Files that tell the host (Netlify's formats) which headers and redirects to send. */
public final class HostFiles {

    private static final String PERMISSIONS_POLICY = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), "
            + "clipboard-read=(), clipboard-write=(self), display-capture=(), encrypted-media=(), fullscreen=(self), "
            + "geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), "
            + "payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), "
            + "xr-spatial-tracking=()";

    private HostFiles() {}

    /**
     * The text of {@code _headers}.
     *
     * @param policy of every page
     * @param hsts value of Strict-Transport-Security, or empty to send none
     * @param noindex whether search engines are asked to stay away (previews)
     * @param immutable paths of files that never change, in the host's notation: {@code _theme/*}
     * @param texts paths of plain texts, which are in UTF-8
     */
    public static byte[] headers(
            ContentSecurityPolicy policy, String hsts, boolean noindex, List<String> immutable, List<String> texts) {
        StringBuilder text = new StringBuilder("/*\n");
        header(text, "Content-Security-Policy", policy.text());
        if (!hsts.isEmpty()) {
            header(text, "Strict-Transport-Security", hsts);
        }
        header(text, "X-Content-Type-Options", "nosniff");
        header(text, "X-Frame-Options", "DENY");
        header(text, "Referrer-Policy", "no-referrer");
        header(text, "Permissions-Policy", PERMISSIONS_POLICY);
        header(text, "Cross-Origin-Opener-Policy", "same-origin");
        header(text, "Cross-Origin-Resource-Policy", "same-origin");
        header(text, "Cache-Control", "public, max-age=0, must-revalidate");
        if (noindex) {
            header(text, "X-Robots-Tag", "noindex");
        }
        for (String path : immutable) {
            text.append("/").append(path).append("\n");
            header(text, "Cache-Control", "public, max-age=31536000, immutable");
        }
        for (String path : texts) {
            text.append("/").append(PercentCode.encoded(path)).append("\n");
            header(text, "Content-Type", "text/plain; charset=utf-8");
        }
        text.append("/").append(ServiceWorker.NAME).append("\n");
        header(text, "Cache-Control", "no-cache");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text of {@code _redirects}. Redirects are forced: a stub page stands at the old address for readers of {@code file://}.
     *
     * @param targets output path by former address, which begins with a slash
     */
    public static byte[] redirects(SortedMap<String, String> targets) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> redirect : targets.entrySet()) {
            text.append(redirect.getKey())
                    .append(" /")
                    .append(redirect.getValue())
                    .append(" 301!\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A page that sends readers on without a script.
     *
     * @param url relative, safe in an attribute
     * @param title of the target, escaped
     * @param language BCP 47
     */
    public static byte[] stub(String url, String title, String language) {
        return ("<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title
                        + "</title>\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"canonical\" href=\""
                        + url
                        + "\">\n<meta http-equiv=\"refresh\" content=\"0; url=" + url
                        + "\">\n</head>\n<body>\n<h1>Moved</h1>\n<p><a href=\"" + url
                        + "\">" + title + "</a></p>\n</body>\n</html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void header(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append(": ").append(value).append('\n');
    }
}
