package dev.tierzero.coverage;

import dev.tierzero.api.Html;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What stands in cells of tables. */
final class Cells {

    private static final Html NOTHING = Html.text("–");

    private Cells() {}

    /** Text, or a dash for none. */
    static Html text(String text) {
        return text.isBlank() ? NOTHING : Html.text(text);
    }

    static Html code(String text) {
        return Html.element("code", text);
    }

    /** A link to a page by its path below the content folder, with the page's title; the bare path when there is no such page. */
    static Html page(Inventory inventory, Optional<String> path) {
        return page(inventory, path, Optional.empty());
    }

    static Html page(Inventory inventory, Optional<String> path, Optional<String> anchor) {
        if (path.isEmpty()) {
            return NOTHING;
        }
        return inventory.site().document(path.get()).isEmpty()
                ? code(path.get())
                : Html.link(
                        "/" + path.get() + anchor.map(id -> "#" + id).orElse(""), inventory.title(path.get(), anchor));
    }

    /** A date whose age is told when the page is read. */
    static Html date(LocalDate day) {
        return Html.element("time", day.toString())
                .attribute("datetime", day.toString())
                .attribute("data-age", "");
    }

    /** A date whose age is told when the page is read, and marked with words when it is older than the interval. */
    static Html date(LocalDate day, Interval every, String overdue) {
        return date(day).attribute("data-every", every.text()).attribute("data-overdue", overdue);
    }

    /** A text that is marked with words once the day is over. */
    static Html due(LocalDate day, String text, String overdue) {
        return Html.element("time", text).attribute("datetime", day.toString()).attribute("data-due", overdue);
    }

    /** A word of a register as people write it: {@code early-adopters} becomes {@code Early adopters}. */
    static String words(String id) {
        String words = id.replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
