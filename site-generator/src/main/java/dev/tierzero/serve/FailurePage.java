package dev.tierzero.serve;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.model.HtmlText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the preview shows in place of a page that cannot be rendered: where the fault is, what it is, what to do. */
final class FailurePage {

    private static final String BEGIN = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>This page cannot be shown</title>
            <link rel="icon" href="data:,">
            </head>
            <body>
            <main data-findings="shown">
            <h1>This page cannot be shown</h1>
            <p>Correct the file and save it: this page reloads by itself.</p>
            <ul>
            """;

    private FailurePage() {}

    /** A whole page without anything of the theme, which may be what is broken. */
    static byte[] of(List<Diagnostic> findings) {
        StringBuilder html = new StringBuilder(BEGIN);
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
