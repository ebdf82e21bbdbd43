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

/**
 * All that coverage looks at: the pages, the registers, the runs on record.
 *
 * @param procedures the pages that are worked through step by step: playbooks first, in the order of the navigation
 * @param index of the runs
 */
record Inventory(
        SiteView site,
        Settings settings,
        Registers registers,
        RunRecords runs,
        List<Document> procedures,
        RunIndex index) {

    static Inventory of(SiteView site) {
        Settings settings = Settings.of(site.settings());
        RunRecords runs = RunRecords.of(site);
        List<Document> pages = site.documents();
        List<Document> procedures = procedures(site, pages);
        RunIndex index = RunIndex.of(procedures, runs, site, RunPlaces.reviews(settings));
        return new Inventory(site, settings, Registers.of(site), runs, procedures, index);
    }

    private static List<Document> procedures(SiteView site, List<Document> pages) {
        List<Document> all = new ArrayList<>(pages.stream()
                .filter(Inventory::isPlaybook)
                .sorted(Comparator.comparing((Document page) ->
                                page.metadata().integer("order").orElse(Integer.MAX_VALUE))
                        .thenComparing(Document::path))
                .toList());
        pages.stream()
                .filter(page -> isProcedure(site, page) && !isPlaybook(page))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static boolean isPlaybook(Document page) {
        return page.type().equals("dr-playbook");
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
        return procedures.stream().filter(Inventory::isPlaybook).toList();
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

    /** Whether a page is worked through step by step; a site may have types of its own that are. */
    boolean isProcedure(Document page) {
        return isProcedure(site, page);
    }

    private static boolean isProcedure(SiteView site, Document page) {
        return site.type(page.type())
                .map(DocumentType::procedure)
                .orElse(isPlaybook(page) || page.type().equals("runbook"));
    }

    /** Whether demonstration data is shown. */
    boolean anyDemo() {
        return runs.all().stream().anyMatch(RunRecord::demo);
    }

    /** The page that a run was of. */
    Optional<Document> procedure(RunRecord run) {
        return index.procedure(run);
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
