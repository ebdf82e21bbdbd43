package org.example.reading;

import dev.tierzero.api.Block;
import dev.tierzero.api.ContributedPage;
import dev.tierzero.api.Contribution;
import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Document;
import dev.tierzero.api.DocumentCheck;
import dev.tierzero.api.Html;
import dev.tierzero.api.Insert;
import dev.tierzero.api.PageContributor;
import dev.tierzero.api.SiteCheck;
import dev.tierzero.api.SiteView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds sentences that are too long to follow at three in the morning, and lists the longest of each page. */
public final class ReadingEase implements DocumentCheck, SiteCheck, PageContributor {

    private static final int DEFAULT_MAX = 30;

    @Override
    public String id() {
        return "reading-ease";
    }

    // tag::check[]
    @Override
    public List<Diagnostic> check(Document document, SiteView site) {
        int max = max(site);
        return paragraphs(document)
                .flatMap(paragraph -> Sentence.of(paragraph.text()).stream()
                        .filter(sentence -> sentence.words() > max)
                        .map(sentence -> tooLong(paragraph, sentence, max)))
                .toList();
    }

    private static Diagnostic tooLong(Block paragraph, Sentence sentence, int max) {
        return Diagnostic.warning(
                "RE001",
                paragraph.position(),
                "sentence of " + sentence.words() + " words, more than " + max,
                "make two of it, or a list");
    }

    private static Stream<Block> paragraphs(Document document) {
        return document.blocks().stream()
                .flatMap(Block::all)
                .filter(block -> block.kind() == Block.Kind.PARAGRAPH);
    }
    // end::check[]

    // tag::settings[]
    private static int max(SiteView site) {
        return site.settings()
                .number("max-words")
                .filter(ReadingEase::makesSense)
                .map(BigDecimal::intValue)
                .orElse(DEFAULT_MAX);
    }

    private static boolean makesSense(BigDecimal words) {
        return words.signum() > 0 && words.compareTo(BigDecimal.valueOf(1000)) < 0;
    }

    @Override
    public List<Diagnostic> check(SiteView site) {
        Optional<DataNode> given = site.settings().get("max-words");
        if (given.isEmpty() || given.get().number().filter(ReadingEase::makesSense).isPresent()) {
            return List.of();
        }
        return List.of(Diagnostic.error(
                "RE002",
                given.get().position(),
                "max-words is no number of words: " + given.get(),
                "write a number below 1000, or leave it out for " + DEFAULT_MAX));
    }
    // end::settings[]

    // tag::contribute[]
    @Override
    public List<Contribution> contribute(SiteView site) {
        List<Html> rows = new ArrayList<>();
        int longest = 0;
        for (Document document : site.documents()) {
            int words = longest(document);
            longest = Math.max(longest, words);
            rows.add(Html.element(
                    "tr",
                    Html.element("td", Html.link("/" + document.path(), document.title())),
                    Html.element("td", String.valueOf(words))));
        }
        Html head = Html.element("tr", Html.element("th", "Page"), Html.element("th", "Words"));
        Html table = Html.element("table", Html.element("thead", head), Html.element("tbody", rows));
        return List.of(
                new ContributedPage("reading-ease.html", "Longest sentences", "page", Map.of(), table),
                new Insert("reading:longest", Html.text(longest + " words"), false));
    }

    private static int longest(Document document) {
        return paragraphs(document)
                .flatMap(paragraph -> Sentence.of(paragraph.text()).stream())
                .map(Sentence::words)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }
    // end::contribute[]
}
