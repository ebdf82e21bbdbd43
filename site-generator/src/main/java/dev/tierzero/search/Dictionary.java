package dev.tierzero.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Terms with the columns of their postings, cut into shards that one request each brings: front-coded terms, how many pages have
 * each, then the columns.
 */
final class Dictionary {

    /** Before compression: a query of several words brings as many shards, and small ones cost readers least. */
    private static final int LEAST_SHARD_BYTES = 700;

    /** More would make the root, which lists them, cost more than they save. */
    private static final int MOST_SHARDS = 1_000;

    private final List<Term> terms = new ArrayList<>();
    private final Bytes columns = new Bytes();

    /** A term; its columns are ranges of {@link #columns}: gaps, values, titles. */
    private record Term(String text, int pages, int gaps, int values, int titles, int end) {}

    /**
     * A shard.
     *
     * @param separator at most the shard's first term and greater than the last before it; as short as can be
     * @param bytes not compressed
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Shard(String separator, byte[] bytes) {}

    /** Adds a term that has no columns. */
    void add(String term, int pages) {
        terms.add(new Term(term, pages, 0, 0, 0, 0));
    }

    /** Adds a term with its columns. */
    void add(String term, int pages, Bytes gaps, Bytes values, Bytes titles) {
        int start = columns.size();
        columns.write(gaps, 0, gaps.size());
        columns.write(values, 0, values.size());
        columns.write(titles, 0, titles.size());
        int valuesAt = start + gaps.size();
        terms.add(new Term(term, pages, start, valuesAt, valuesAt + values.size(), columns.size()));
    }

    /** The shards in the order of their terms, which is that of UTF-16 units; one without terms when there is none. */
    List<Shard> shards() {
        terms.sort(Comparator.comparing(Term::text));
        long all = 0;
        for (int i = 0; i < terms.size(); i++) {
            all += sizeOf(i, 0);
        }
        long enough = Math.max(LEAST_SHARD_BYTES, all / MOST_SHARDS);
        List<Shard> shards = new ArrayList<>();
        int from = 0;
        long size = 0;
        for (int i = 0; i < terms.size(); i++) {
            size += sizeOf(i, from);
            if (size >= enough) {
                shards.add(shard(from, i + 1));
                from = i + 1;
                size = 0;
            }
        }
        if (from < terms.size() || shards.isEmpty()) {
            shards.add(shard(from, terms.size()));
        }
        return shards;
    }

    private int sizeOf(int at, int from) {
        Term term = terms.get(at);
        int suffix = term.text().length() - prefix(at, from);
        int counts = term.pages() < 0x80 ? 2 : 3;
        return suffix + 1 + counts + term.end() - term.gaps();
    }

    /** How many UTF-16 units a term shares with the one before it in its shard. */
    private int prefix(int at, int from) {
        return at == from ? 0 : shared(terms.get(at - 1).text(), terms.get(at).text());
    }

    private static int shared(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int shared = 0;
        while (shared < most && a.charAt(shared) == b.charAt(shared)) {
            shared++;
        }
        // Half a pair has no UTF-8.
        return shared > 0 && Character.isHighSurrogate(b.charAt(shared - 1)) ? shared - 1 : shared;
    }

    private String separator(int from) {
        if (from == 0) {
            return "";
        }
        String first = terms.get(from).text();
        int end = first.offsetByCodePoints(shared(terms.get(from - 1).text(), first), 1);
        return first.substring(0, end);
    }

    private Shard shard(int from, int to) {
        Bytes out = new Bytes();
        out.varint(to - from);
        StringBuilder suffixes = new StringBuilder();
        for (int i = from; i < to; i++) {
            int prefix = prefix(i, from);
            out.varint(prefix);
            suffixes.append(i == from ? "" : "\n")
                    .append(terms.get(i).text(), prefix, terms.get(i).text().length());
        }
        Bytes text = new Bytes();
        text.utf8(suffixes.toString());
        out.varint(text.size());
        out.write(text, 0, text.size());
        List<Term> own = terms.subList(from, to);
        own.forEach(term -> out.varint(term.pages()));
        own.forEach(term -> out.write(columns, term.gaps(), term.values()));
        own.forEach(term -> out.write(columns, term.values(), term.titles()));
        own.forEach(term -> out.write(columns, term.titles(), term.end()));
        return new Shard(separator(from), out.toArray());
    }
}
