package dev.tierzero.render;

import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.PercentCode;
import dev.tierzero.site.Copies;
import dev.tierzero.site.CopyCode;
import dev.tierzero.site.Page;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What templates see of a page's copies: its digest, its copy code, and the QR code that leads from paper to the page. */
record CopyView(Portal portal) {

    /** Of every page; of the page on copies the list besides. */
    Map<String, Object> of(Page page, String base) {
        Map<String, Object> view = new HashMap<>();
        String code = Copies.code(page, portal.types()).map(CopyCode::toString).orElse("");
        String url = url(page);
        view.put(
                "digest",
                page.document()
                        .filter(document -> !document.blocks().isEmpty())
                        .map(document -> Copies.digest(document, portal.types()))
                        .orElse(""));
        view.put("copyCode", code);
        view.put("url", url);
        view.put("qr", new SafeString(code.isEmpty() || url.isEmpty() ? "" : QrSvg.of(url + "#copy=" + code)));
        view.put("copies", page.kind() == Page.Kind.COPIES ? rows(base) : List.of());
        return view;
    }

    /** The absolute address; empty when the site's is not known. */
    private String url(Page page) {
        String url = portal.facts().url();
        return url.isEmpty() ? "" : url + "/" + PercentCode.encoded(page.href());
    }

    private List<Map<String, Object>> rows(String base) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Copies.Copied copied : Copies.of(portal.site(), portal.types()).pages()) {
            Optional<ParsedDocument> document = copied.page().document();
            String former = copied.former().stream().map(CopyCode::address).collect(Collectors.joining(" "));
            String date = document.map(d -> portal.lastChanges().getOrDefault(d.path(), ""))
                    .orElse("");
            rows.add(Map.of(
                    "title", copied.page().title(),
                    "href", Layouts.url(base, copied.page().href()),
                    "code", copied.code().toString(),
                    "former", former,
                    "date", date));
        }
        return rows;
    }
}
