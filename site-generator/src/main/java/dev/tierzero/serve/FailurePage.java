package dev.tierzero.serve;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.HtmlText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the preview shows in place of a page that cannot be rendered: where the fault is, what it is, what to do. */
final class FailurePage {

    private FailurePage() {}

    /** A whole page without anything of the theme, which may be what is broken. */
    static byte[] of(List<Diagnostic> findings) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>This page cannot be shown</title>\n"
                + "<link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n<main data-findings=\"shown\">\n"
                + "<h1>This page cannot be shown</h1>\n"
                + "<p>Correct the file and save it: this page reloads by itself.</p>\n<ul>\n");
        for (Diagnostic finding : findings) {
            html.append("<li><code>")
                    .append(HtmlText.escaped(String.valueOf(finding.position())))
                    .append("</code> ")
                    .append(HtmlText.escaped(
                            finding.severity().word() + " " + finding.code() + ": " + finding.message()))
                    .append("<br>Fix: ")
                    .append(HtmlText.escaped(finding.hint()))
                    .append("</li>\n");
        }
        return html.append("</ul>\n</main>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
