package dev.tierzero.coverage;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Optional;

/** Codes against their troubleshooting entries, both ways. */
final class CodeAxis {

    private final Inventory inventory;

    private CodeAxis(Inventory inventory) {
        this.inventory = inventory;
    }

    static Axis of(Inventory inventory) {
        CodeAxis axis = new CodeAxis(inventory);
        return new Axis(
                "codes",
                "Codes and their entries",
                "Every code that the tool prints has an entry that carries it, shows its message, and keeps the address /e/ with the"
                        + " code.",
                List.of("Code", "Entry", "Category", "Since", "Next tier"),
                inventory.registers().codes().stream().map(axis::row).toList(),
                axis.strayPages());
    }

    private Axis.Row row(Code code) {
        Findings findings = inventory.findings();
        if (code.retired()) {
            Retirement.check(inventory, code, findings);
        } else {
            active(code, findings);
        }
        List<Html> cells = List.of(
                Cells.code(code.id()),
                entry(code),
                Html.text(code.category()),
                Html.text(code.since()),
                Cells.text(code.entry().text("next-tier").orElse("")));
        return Axis.Row.of(cells, findings, code.retired() ? Axis.State.RETIRED : Axis.State.COVERED);
    }

    private Html entry(Code code) {
        Optional<String> path = code.retired() ? replacementPage(code) : page(code);
        return path.isEmpty() ? Html.text(code.title()) : Cells.page(inventory, path);
    }

    /** The page that the register names, or else the one that carries the code. */
    private Optional<String> page(Code code) {
        return code.page().or(() -> inventory.codePages(code.id()).stream()
                .map(Document::path)
                .findFirst());
    }

    private Optional<String> replacementPage(Code code) {
        return code.replacedBy().flatMap(inventory.registers()::code).flatMap(this::page);
    }

    private void active(Code code, Findings findings) {
        List<Document> carriers = inventory.codePages(code.id());
        if (code.page().isEmpty() && carriers.isEmpty()) {
            findings.hole(
                    "CV001",
                    code.at("code"),
                    code.id() + " has no page",
                    "write a page of type faq with \"code: " + code.id() + "\", and name it here as its page");
        }
        code.page()
                .filter(path -> !isEntry(path, code.id()))
                .ifPresent(path -> findings.error(
                        "CV003", code.at("page"), wrongPage(code.id(), path), wrongPageHint(code.id(), path)));
        carriers.forEach(page -> agree(code, page, findings));
        carriers.stream()
                .skip(1)
                .forEach(page -> findings.error(
                        "CV008",
                        page.metadata().position("code").orElse(SourcePosition.ofFile(page.file())),
                        code.id() + " is already the code of " + carriers.get(0).path(),
                        "a code has one page: merge the two, and keep the address of the one that goes as an alias"));
        offline(code, findings);
        Retirement.refuse(code, findings);
    }

    private boolean isEntry(String path, String code) {
        return inventory
                .site()
                .document(path)
                .filter(page -> page.type().equals("faq"))
                .flatMap(page -> page.metadata().text("code"))
                .filter(code::equals)
                .isPresent();
    }

    private String wrongPage(String code, String path) {
        Optional<Document> page = inventory.site().document(path);
        if (page.isEmpty()) {
            return "the page of " + code + " does not exist: " + path;
        }
        return page.get().type().equals("faq")
                ? path + " does not carry " + code
                : "the page of " + code + " is no troubleshooting entry: " + path;
    }

    private String wrongPageHint(String code, String path) {
        Optional<Document> page = inventory.site().document(path);
        if (page.isEmpty()) {
            return inventory.codePages(code).stream()
                    .findFirst()
                    .map(carrier -> "did you mean " + carrier.path() + "?")
                    .orElse("write the page, or correct the path, which begins below content/");
        }
        return page.get().type().equals("faq")
                ? "write \"code: " + code + "\" in its front matter"
                : "give it \"type: faq\", or name another page";
    }

    private void agree(Code code, Document page, Findings findings) {
        SourcePosition top = SourcePosition.ofFile(page.file());
        SourcePosition at = page.metadata().position("code").orElse(top);
        if (!Inventory.keeps(page, code.address())) {
            findings.error(
                    "CV004",
                    page.metadata().position("aliases").orElse(at),
                    "the page does not keep the address " + code.address(),
                    "add " + code.address() + " to its aliases");
        }
        String shown = shown(page);
        if (!code.constantParts().stream().allMatch(shown::contains)) {
            findings.error(
                    "CV005",
                    at,
                    "the page does not show the message of " + code.id() + ": \"" + code.message() + "\"",
                    "quote the line as the tool prints it, or correct the register of codes");
        }
        if (!page.title().equals(code.title())) {
            findings.error(
                    "CV006",
                    page.metadata().position("title").orElse(top),
                    "the title is \"" + page.title() + "\", the register of codes says \"" + code.title() + "\"",
                    "make both the same");
        }
        page.metadata()
                .text("category")
                .filter(category -> !category.equals(code.category()))
                .ifPresent(category -> findings.error(
                        "CV006",
                        page.metadata().position("category").orElse(top),
                        "the category is \"" + category + "\", the register of codes says \"" + code.category() + "\"",
                        "make both the same"));
    }

    /** All words of a page with single blanks; lines of code keep theirs. */
    private static String shown(Document page) {
        StringBuilder shown = new StringBuilder(page.text());
        page.codeBlocks().forEach(block -> shown.append('\n').append(block.text()));
        return shown.toString();
    }

    private void offline(Code code, Findings findings) {
        for (String key : List.of("summary", "fix")) {
            if (code.entry().text(key).isEmpty()) {
                findings.hole(
                        "CV012",
                        code.at("code"),
                        code.id() + " has no " + key + " that the tool can print without a network",
                        "add \"" + key + ":\" with one short sentence");
            }
        }
    }

    private List<Diagnostic> strayPages() {
        if (inventory.registers().codes().isEmpty()) {
            return List.of();
        }
        Findings findings = inventory.findings();
        for (Document page : inventory.codePages()) {
            String code = page.metadata().text("code").orElse("");
            if (inventory.registers().code(code).isEmpty()) {
                findings.error(
                        "CV002",
                        page.metadata().position("code").orElse(SourcePosition.ofFile(page.file())),
                        "code " + code + " is not in the register of codes",
                        Hint.near(code, withoutPage(), "add it to content/_data/codes.yaml, or correct the page"));
            }
        }
        return findings.all();
    }

    /** Codes that a page could mean: codes look alike, so those that have a page of their own are not meant. */
    private List<String> withoutPage() {
        return inventory.registers().codes().stream()
                .filter(code -> !code.retired())
                .map(Code::id)
                .filter(id -> inventory.codePages(id).isEmpty())
                .toList();
    }
}
