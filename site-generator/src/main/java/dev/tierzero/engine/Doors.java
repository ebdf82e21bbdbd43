package dev.tierzero.engine;

import dev.tierzero.model.ParsedDocument;
import dev.tierzero.render.PortalFacts;
import dev.tierzero.site.Page;
import dev.tierzero.site.Section;
import dev.tierzero.site.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The four ways into a portal, found from what it holds: fix something, follow a runbook, browse the handbook, write. */
final class Doors {

    private Doors() {}

    static List<PortalFacts.Entrance> of(Site site) {
        List<PortalFacts.Entrance> doors = new ArrayList<>();
        door(site, "faq")
                .ifPresent(s -> doors.add(
                        entrance("fix", "Find the fix", "Start from an error code or from what you see.", s)));
        door(site, "runbook")
                .or(() -> door(site, "dr-playbook"))
                .ifPresent(s -> doors.add(entrance(
                        "run", "Follow a runbook", "The first correct action, then every step with its check.", s)));
        door(site, "handbook")
                .ifPresent(s -> doors.add(entrance(
                        "read", "Browse the handbook", "What to answer, where to point and when to escalate.", s)));
        site.section("contribute")
                .ifPresent(s -> doors.add(entrance(
                        "write",
                        "Write or correct a page",
                        "Change the text, see the checks, open a pull request.",
                        s)));
        return doors;
    }

    /** The top section with the most pages of a type. */
    private static Optional<Section> door(Site site, String type) {
        return site.root().sections().stream()
                .filter(s -> count(s, type) > 0)
                .max(Comparator.<Section>comparingLong(s -> count(s, type))
                        .thenComparing(Section::folder, Comparator.reverseOrder()));
    }

    private static long count(Section section, String type) {
        return section.readingOrder()
                .flatMap(page -> page.document().stream())
                .map(ParsedDocument::type)
                .filter(type::equals)
                .count();
    }

    private static PortalFacts.Entrance entrance(String key, String title, String text, Section section) {
        Page index = section.index();
        return new PortalFacts.Entrance(key, title, text, index.href());
    }
}
