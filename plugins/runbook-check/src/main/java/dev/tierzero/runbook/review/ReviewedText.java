package dev.tierzero.runbook.review;

import dev.tierzero.api.Block;
import dev.tierzero.api.Document;
import dev.tierzero.api.Section;
import dev.tierzero.api.SourcePosition;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A section of the page's first level as a review knows it: its words in order. Of prose, case, punctuation, line breaks and markup do
 * not count; of code every character does, except blanks at line ends; of links the target does.
 *
 * @param title of the section; empty for the text before the first heading
 * @param position of its heading
 * @param words of it
 */
record ReviewedText(String title, SourcePosition position, List<String> words) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}\\p{N}]+)*");
    private static final Pattern EXTENSION = Pattern.compile("\\.(?:md|markdown|adoc|asciidoc)(?=#|$)");

    /** The sections of a page. Sections without a word are left out. */
    static List<ReviewedText> of(Document document) {
        return document.sections().stream()
                .map(section -> of(document, section))
                .filter(text -> !text.words().isEmpty())
                .toList();
    }

    private static ReviewedText of(Document document, Section section) {
        List<String> words = new ArrayList<>();
        add(section, words);
        SourcePosition position =
                section.heading().map(heading -> heading.position()).orElse(SourcePosition.ofLine(document.file(), 1));
        return new ReviewedText(section.title(), position, List.copyOf(words));
    }

    private static void add(Section section, List<String> words) {
        prose(section.title(), words);
        section.blocks().stream().flatMap(Block::all).forEach(block -> add(block, words));
        section.sections().forEach(inner -> add(inner, words));
    }

    private static void add(Block block, List<String> words) {
        switch (block.kind()) {
            case ADMONITION, ORDERED_ITEM, TASK ->
                words.add("·" + block.kind().name().toLowerCase(Locale.ROOT)
                        + (block.kind() == Block.Kind.ADMONITION ? block.detail() : ""));
            default -> {}
        }
        block.code().ifPresent(code -> code.text().lines().forEach(line -> words.add("·code " + line.stripTrailing())));
        if (block.code().isEmpty()) {
            prose(block.text(), words);
        }
        block.links()
                .forEach(link ->
                        words.add("·link " + EXTENSION.matcher(link.target()).replaceFirst("")));
    }

    private static void prose(String text, List<String> words) {
        Matcher matcher = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT).replace('’', '\''));
        }
    }

    /** Its fingerprint. */
    int fingerprint() {
        return Fingerprint.of(words);
    }

    /** Titles for a message. */
    static String titles(List<ReviewedText> texts) {
        return String.join(
                ", ",
                texts.stream()
                        .flatMap(text -> Stream.of(
                                text.title().isEmpty()
                                        ? "the text before the first heading"
                                        : "\"" + text.title() + "\""))
                        .toList());
    }
}
