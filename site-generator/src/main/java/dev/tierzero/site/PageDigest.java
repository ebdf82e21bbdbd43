package dev.tierzero.site;

import dev.tierzero.api.Block;
import dev.tierzero.api.Link;
import dev.tierzero.api.Metadata;
import dev.tierzero.model.ContentType;
import dev.tierzero.model.ParsedDocument;
import dev.tierzero.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The digest of what a reader of a page follows: SHA-256, of which pages show the first 12 hex digits.
 *
 * <p>It covers the title, the description, the facts of the page's type, {@code time-limits} and {@code parameters}, and the blocks of
 * the body in their order and nesting: their kind, words, titles, numbers, code, and where their links lead. It covers nothing else: not
 * the markup, the theme, the day of a review or a build, the owner, what plugins add, nor a box that is ticked. Blanks count in code
 * only. A page that moves keeps its digest, unless a link in it leads elsewhere.
 */
public final class PageDigest {

    private static final int LENGTH = 12;
    private static final List<String> FOLLOWED = List.of("description", "parameters", "time-limits");

    private final MessageDigest sha256 = Sha256.digest();
    private final String path;

    private PageDigest(String path) {
        this.path = path;
    }

    /** The first 12 hex digits. */
    public static String of(ParsedDocument document, Optional<ContentType> type) {
        PageDigest digest = new PageDigest(document.path());
        digest.words(document.title());
        SortedSet<String> keys = new TreeSet<>(FOLLOWED);
        type.ifPresent(t -> keys.addAll(t.facts().keySet()));
        Map<String, Metadata.Value> values = document.metadata().values();
        for (String key : keys) {
            Optional.ofNullable(values.get(key)).ifPresent(value -> {
                digest.words(key);
                digest.value(value.value());
            });
        }
        document.blocks().forEach(digest::block);
        return HexFormat.of().formatHex(digest.sha256.digest()).substring(0, LENGTH);
    }

    private void value(Object value) {
        if (value instanceof List<?> list) {
            open("list");
            list.forEach(this::value);
            close();
        } else if (value instanceof Map<?, ?> map) {
            open("map");
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, of) -> sorted.put(String.valueOf(key), of));
            sorted.forEach((key, of) -> {
                words(key);
                value(of);
            });
            close();
        } else {
            words(String.valueOf(value));
        }
    }

    private void block(Block block) {
        open(block.kind().name());
        words(block.text());
        // Whether a task is done is no part of what there is to do; the id of a heading is no part of its words.
        boolean counts = block.kind() != Block.Kind.TASK && block.kind() != Block.Kind.HEADING;
        words(counts ? block.detail() : "");
        block.code().ifPresent(code -> exactly(code.text().stripTrailing()));
        block.links().forEach(this::link);
        block.children().forEach(this::block);
        close();
    }

    private void link(Link link) {
        String target = link.target();
        int end = target.indexOf('#');
        Optional<String> page = end == 0 ? Optional.empty() : LinkMap.path(path, target);
        exactly(page.map(p -> p + (end < 0 ? "" : target.substring(end))).orElse(target));
    }

    private void words(String text) {
        exactly(collapsed(text.strip()));
    }

    /** Each run of blanks as one space. */
    private static String collapsed(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean is = c == ' ' || (c >= '\t' && c <= '\r');
            if (!is) {
                collapsed.append(c);
            } else if (!blank) {
                collapsed.append(' ');
            }
            blank = is;
        }
        return collapsed.toString();
    }

    private void open(String kind) {
        sha256.update((byte) 1);
        exactly(kind);
    }

    private void close() {
        sha256.update((byte) 2);
    }

    /** Ends with a byte that is in no text, so that no two sequences run together. */
    private void exactly(String text) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
    }
}
