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
        String digest = digest(page);
        String code = code(page).map(CopyCode::toString).orElse("");
        String url = url(page);
        String qr = code.isEmpty() || url.isEmpty() ? "" : QrSvg.of(url + "#copy=" + code);
        view.put("digest", digest);
        view.put("copyCode", code);
        view.put("url", url);
        // A template asks whether it is empty, which a safe string never is.
        view.put("qr", qr.isEmpty() ? "" : new SafeString(qr));
        view.put("copies", page.kind() == Page.Kind.COPIES ? rows(base) : List.of());
        return view;
    }

    private String digest(Page page) {
        if (page.kind() == Page.Kind.ESCALATION) {
            return new EscalationView(portal).digest();
        }
        return page.document()
                .filter(document -> !document.blocks().isEmpty())
                .map(portal.digests()::of)
                .orElse("");
    }

    private Optional<CopyCode> code(Page page) {
        return page.kind() == Page.Kind.ESCALATION
                ? Optional.of(CopyCode.of(page.href(), digest(page)))
                : Copies.code(page, portal.digests());
    }

    /** The absolute address; empty when the site's is not known. */
    private String url(Page page) {
        String url = portal.facts().url();
        return url.isEmpty() ? "" : url + "/" + PercentCode.encoded(page.href());
    }

    private List<Map<String, Object>> rows(String base) {
        List<Map<String, Object>> rows = new ArrayList<>();
        portal.site()
                .page(Page.ESCALATION)
                .flatMap(page -> code(page).map(code -> row(new Copies.Copied(page, code, List.of()), base)))
                .ifPresent(rows::add);
        for (Copies.Copied copied : Copies.of(portal.site(), portal.digests()).pages()) {
            rows.add(row(copied, base));
        }
        return rows;
    }

    private Map<String, Object> row(Copies.Copied copied, String base) {
        Optional<ParsedDocument> document = copied.page().document();
        return Map.of(
                "title", copied.page().title(),
                "href", Layouts.url(base, copied.page().href()),
                "code", copied.code().toString(),
                "former", copied.former().stream().map(CopyCode::address).collect(Collectors.joining(" ")),
                "date",
                        document.map(d -> portal.lastChanges().getOrDefault(d.path(), ""))
                                .orElse(""));
    }
}
