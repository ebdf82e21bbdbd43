package dev.tierzero.coverage;

import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the addresses of retired codes lead that no page keeps: what the code meant, and what is printed instead. */
final class RetiredPage {

    private RetiredPage() {}

    /** The page; empty when every retired code's address is kept by a page that somebody wrote. */
    static Optional<ContributedPage> of(Inventory inventory) {
        List<Code> gone = inventory.registers().codes().stream()
                .filter(code -> code.retired() && !inventory.resolves(code.address()))
                .toList();
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        List<Html> body = new ArrayList<>();
        body.add(Html.element("p", "These codes are no longer printed. Update the tool to see what it says today."));
        gone.forEach(code -> body.addAll(entry(inventory, code)));
        return Optional.of(new ContributedPage(
                folder(inventory) + "retired-codes.html",
                "Retired codes",
                "page",
                Map.of(
                        "description",
                        "Codes that the tool no longer prints, and what replaced them.",
                        "order",
                        "9999",
                        "aliases",
                        String.join(", ", gone.stream().map(Code::address).toList())),
                Html.of(body)));
    }

    /** The folder of the entries, where a reader would look. */
    private static String folder(Inventory inventory) {
        return inventory.codePages().stream()
                .map(page -> page.path().replaceFirst("[^/]*$", ""))
                .findFirst()
                .orElse("");
    }

    private static List<Html> entry(Inventory inventory, Code code) {
        Html heading =
                Html.element("h2", code.id() + ": " + code.title()).id(code.id().toLowerCase(java.util.Locale.ROOT));
        String since = code.entry().text("retired-in").orElse("");
        Html meant = Html.element(
                "p",
                "It meant: " + code.message() + (since.isEmpty() ? "." : ". Not printed since version " + since + "."));
        Optional<Code> next = code.replacedBy().flatMap(inventory.registers()::code);
        return next.isEmpty()
                ? List.of(heading, meant)
                : List.of(heading, meant, Html.element("p", Html.text("Look at "), link(next.get()), Html.text(".")));
    }

    private static Html link(Code code) {
        String text = code.id() + ", " + code.title();
        return code.page().map(path -> Html.link("/" + path, text)).orElse(Html.text(text));
    }
}
