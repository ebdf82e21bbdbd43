package dev.tierzero.engine;

import dev.tierzero.model.HtmlText;
import dev.tierzero.site.Hrefs;
import dev.tierzero.site.Page;
import java.nio.charset.StandardCharsets;

/** In an emergency a broken template costs the looks of a page, not its text. */
final class BarePage {

    private BarePage() {}

    /**
     * The page without its layout.
     *
     * @param body its text in HTML
     * @param language of the site
     */
    static byte[] of(Page page, String body, String language) {
        String start = Hrefs.relative(page.outputFolder(), "index.html");
        String title = HtmlText.escaped(page.title());
        String text = "<!DOCTYPE html>\n<html lang=\"" + language
                + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + title
                + "</title>\n<link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n"
                + "<p><strong>Published in an emergency.</strong> The layout of this page is broken; this is its text. <a href=\""
                + HtmlText.escaped(start) + "\">Start page</a></p>\n<h1>" + title + "</h1>\n" + body
                + "\n</body>\n</html>\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
