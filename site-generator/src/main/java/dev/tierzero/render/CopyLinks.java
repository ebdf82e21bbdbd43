package dev.tierzero.render;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The links of a one-file copy: into the copy where their targets are, else their addresses spelled out. */
final class CopyLinks {

    private final String href;
    private final Set<String> ids;
    private final Appendix appendix;

    /**
     * @param href output path of the page
     * @param main what the copy shows of it
     */
    CopyLinks(String href, Element main, Appendix appendix) {
        this.href = href;
        this.ids = new HashSet<>(main.select("[id]").eachAttr("id"));
        this.appendix = appendix;
    }

    /** Rewrites all links in an element whose URLs begin at an output path. */
    void rewrite(Element scope, String from) {
        for (Element link : List.copyOf(scope.select("a[href], area[href]"))) {
            String url = link.attr("href");
            if (url.matches("(?i)(?:mailto|tel|sms):.*")) {
                continue;
            }
            Optional<Local> local = Local.of(from, url);
            Optional<String> id = local.flatMap(this::id);
            if (id.isPresent()) {
                link.attr("href", Appendix.link(id.get()));
                List.of("target", "rel", "download", "data-to").forEach(link::removeAttr);
                link.removeClass("external");
            } else {
                spellOut(link, local.map(CopyLinks::spelled).orElse(url));
            }
        }
    }

    private Optional<String> id(Local goal) {
        if (!goal.path().equals(href)) {
            return appendix.id(goal);
        }
        return goal.fragment().isEmpty()
                ? Optional.of("tz.main")
                : Optional.of(goal.fragment()).filter(ids::contains);
    }

    private static String spelled(Local goal) {
        return goal.path() + (goal.fragment().isEmpty() ? "" : "#" + goal.fragment());
    }

    /** Among the words of a text the address is told; in lists of facts and in cards it would be in the way. */
    private static void spellOut(Element link, String address) {
        boolean told = link.closest(".facts, .card, .page-head") == null
                && !link.text().equals(address);
        Element words = new Element("span").addClass("away");
        words.appendChildren(link.childNodesCopy());
        if (told) {
            words.appendText(" ");
            words.appendElement("span").addClass("addr").text("(" + address + ")");
        }
        link.replaceWith(words);
    }
}
