package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentType;
import dev.tierzero.api.Heading;
import dev.tierzero.api.SiteView;
import dev.tierzero.api.run.RunRecord;
import dev.tierzero.api.run.RunRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that coverage looks at: the pages, the registers, the runs on record. */
record Inventory(SiteView site, Settings settings, Registers registers, RunRecords runs) {

    static Inventory of(SiteView site) {
        return new Inventory(site, Settings.of(site.settings()), Registers.of(site), RunRecords.of(site));
    }

    Findings findings() {
        return new Findings(settings.holes());
    }

    List<Document> pages(String type) {
        return site.documents().stream()
                .filter(page -> page.type().equals(type))
                .toList();
    }

    /** The playbooks in the order of the navigation. */
    List<Document> playbooks() {
        return pages("dr-playbook").stream()
                .sorted(Comparator.comparing((Document page) ->
                                page.metadata().integer("order").orElse(Integer.MAX_VALUE))
                        .thenComparing(Document::path))
                .toList();
    }

    /** Pages that carry a code in their front matter, whatever their type. */
    List<Document> codePages() {
        return site.documents().stream()
                .filter(page -> page.metadata().text("code").isPresent())
                .toList();
    }

    List<Document> codePages(String code) {
        return codePages().stream()
                .filter(page ->
                        page.metadata().text("code").filter(code::equals).isPresent())
                .toList();
    }

    /** The pages that are worked through step by step: playbooks first, in the order of the navigation. */
    List<Document> procedures() {
        List<Document> all = new ArrayList<>(playbooks());
        site.documents().stream()
                .filter(page -> isProcedure(page) && !page.type().equals("dr-playbook"))
                .forEach(all::add);
        return all;
    }

    /** Whether a page is worked through step by step; a site may have types of its own that are. */
    boolean isProcedure(Document page) {
        return site.type(page.type())
                .map(DocumentType::procedure)
                .orElse(page.type().equals("dr-playbook") || page.type().equals("runbook"));
    }

    /** Whether demonstration data is shown. */
    boolean anyDemo() {
        return runs.all().stream().anyMatch(RunRecord::demo);
    }

    /** The page that a run was of. */
    Optional<Document> procedure(RunRecord run) {
        return procedures().stream().filter(run::isOf).findFirst();
    }

    boolean isRunbook(String path) {
        return site.document(path)
                .filter(page -> page.type().equals("runbook") || page.type().equals("dr-playbook"))
                .isPresent();
    }

    /** The hint for a path that leads to no page. */
    String nearestPage(String path, String otherwise) {
        return Hint.near(path, site.documents().stream().map(Document::path).toList(), otherwise);
    }

    /** A page's title, or that of one of its headings; the path when there is no such page. */
    String title(String path, Optional<String> anchor) {
        Optional<Document> page = site.document(path);
        Optional<String> heading = anchor.flatMap(id -> page.stream()
                .flatMap(p -> p.headings().stream())
                .filter(h -> h.id().equals(id))
                .map(Heading::text)
                .findFirst());
        return heading.or(() -> page.map(Document::title)).orElse(path);
    }

    /** Whether an address is one that a page keeps. */
    boolean resolves(String address) {
        return site.documents().stream().anyMatch(page -> keeps(page, address));
    }

    /** Whether a page keeps an address: with or without the slashes at its ends, as authors write it. */
    static boolean keeps(Document page, String address) {
        return page.metadata().list("aliases").stream()
                .anyMatch(alias -> bare(alias).equals(bare(address)));
    }

    private static String bare(String address) {
        return address.replaceAll("^/|(/index\\.html|/)$", "");
    }
}
