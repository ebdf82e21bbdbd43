package dev.tierzero.runbook.sections;

import dev.tierzero.api.DocumentType;
import dev.tierzero.api.DocumentType.RequiredSection;
import dev.tierzero.api.Heading;
import dev.tierzero.api.Section;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds a page against the sections that its type must have: missing, empty, twice, out of order, at the wrong place. */
public final class SectionRules implements PageRule {

    private static final Pattern INDEX = Pattern.compile("(?i)(?:_?index|readme)\\.\\w+");
    private static final List<SectionRule> RULES = List.of(
            new MissingSection(), new EmptySection(), new SectionOrder(), new SectionTwice(), new SectionPlace());

    @Override
    public void check(Page page, Findings findings) {
        Optional<DocumentType> type = page.type();
        if (type.isEmpty() || type.get().sections().isEmpty() || isListing(page)) {
            return;
        }
        List<RequiredSection> required = type.get().sections();
        Outline outline = Outline.of(withTitle(page, required), required);
        RULES.forEach(rule -> rule.check(page, outline, findings));
    }

    /** The page of a folder has the type of the folder's pages without being one, unless it says so itself. */
    private static boolean isListing(Page page) {
        String path = page.document().path();
        return INDEX.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()
                && page.document().metadata().text("type").isEmpty();
    }

    /**
     * The sections of a page. A page that names no title begins with its first heading as its title; when that is the title of
     * a required section, what stands under it is that section.
     */
    private static List<Section> withTitle(Page page, List<RequiredSection> required) {
        String title = page.document().title();
        boolean named = page.document().metadata().text("title").isPresent();
        boolean wanted =
                required.stream().anyMatch(r -> Words.same(title, r.title()) || Words.among(title, r.synonyms()));
        List<Section> sections = page.sections();
        boolean begins = !sections.isEmpty() && sections.get(0).heading().isEmpty();
        if (named || !wanted) {
            return sections;
        }
        List<Section> all = new ArrayList<>(sections);
        Section first = new Section(
                Optional.of(new Heading(2, "", title, page.top())),
                begins ? sections.get(0).blocks() : List.of(),
                List.of());
        if (begins) {
            all.set(0, first);
        } else {
            all.add(0, first);
        }
        return all;
    }
}
