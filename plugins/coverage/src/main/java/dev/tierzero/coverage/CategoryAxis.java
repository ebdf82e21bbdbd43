package dev.tierzero.coverage;

import dev.tierzero.api.Document;
import dev.tierzero.api.Html;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.stream.IntStream;

/** Categories of troubleshooting against entries. */
final class CategoryAxis {

    private final Inventory inventory;

    private CategoryAxis(Inventory inventory) {
        this.inventory = inventory;
    }

    static Axis of(Inventory inventory) {
        CategoryAxis axis = new CategoryAxis(inventory);
        boolean none = inventory.pages("faq").isEmpty()
                && inventory.registers().codes().isEmpty();
        return new Axis(
                "categories",
                "Categories of troubleshooting",
                "Every category has at least one entry.",
                List.of("Category", "Entries"),
                none
                        ? List.of()
                        : inventory.settings().categories().stream()
                                .map(axis::row)
                                .toList(),
                List.of());
    }

    private Axis.Row row(String category) {
        List<Document> entries = inventory.pages("faq").stream()
                .filter(page -> page.metadata()
                        .text("category")
                        .filter(category::equals)
                        .isPresent())
                .toList();
        Findings findings = inventory.findings();
        if (entries.isEmpty()) {
            findings.hole(
                    "CV011",
                    SourcePosition.ofFile(inventory.site().name("_data/codes.yaml")),
                    "category " + category + " has no troubleshooting entry",
                    "write a page of type faq with \"category: " + category
                            + "\", or name the categories that there are in plugins.coverage.categories");
        }
        return Axis.Row.of(List.of(Html.text(category), links(entries)), findings);
    }

    private static Html links(List<Document> entries) {
        if (entries.isEmpty()) {
            return Cells.text("");
        }
        return Html.of(IntStream.range(0, entries.size())
                .mapToObj(i -> Html.of(Html.text(i == 0 ? "" : ", "), link(entries.get(i))))
                .toList());
    }

    private static Html link(Document page) {
        return Html.link("/" + page.path(), page.metadata().text("code").orElse(page.title()));
    }
}
