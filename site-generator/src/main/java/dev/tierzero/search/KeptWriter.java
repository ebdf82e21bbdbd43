package dev.tierzero.search;

import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;

/** Writes what is kept of pages: all their terms, each once, then the pages, with numbers for terms. */
final class KeptWriter {

    private final Lexicon lexicon = new Lexicon();
    private final IdentityHashMap<Lexicon, int[]> renumbered = new IdentityHashMap<>();
    private final Bytes out = new Bytes();

    private KeptWriter() {}

    static byte[] bytes(List<AnalysedPage> pages) {
        KeptWriter writer = new KeptWriter();
        writer.out.varint(pages.size());
        pages.forEach(page -> writer.write(page.kept()));
        Bytes all = new Bytes();
        all.varint(writer.lexicon.size());
        for (int number = 0; number < writer.lexicon.size(); number++) {
            byte[] term = writer.lexicon.utf8(number);
            all.varint(term.length);
            all.write(term);
        }
        all.write(writer.out, 0, writer.out.size());
        return all.toArray();
    }

    private void write(AnalysedPage.Kept kept) {
        PageTerms terms = kept.terms();
        int[] numbers = renumbered.computeIfAbsent(terms.lexicon(), known -> new int[known.size()]);
        out.write(HexFormat.of().parseHex(kept.key()));
        out.varint(terms.length());
        pairs(terms.body(), terms.lexicon(), numbers);
        pairs(terms.bodyOverlaps(), terms.lexicon(), numbers);
        pairs(terms.title(), terms.lexicon(), numbers);
        pairs(terms.titleOverlaps(), terms.lexicon(), numbers);
        pairs(terms.identifiers(), terms.lexicon(), numbers);
        numbers(terms.keyIdentifiers(), terms.lexicon(), numbers);
        numbers(terms.surfaces(), terms.lexicon(), numbers);
        out.varint(kept.size());
        out.varint(kept.deflated().length);
        out.write(kept.deflated());
    }

    private void pairs(int[] pairs, Lexicon known, int[] numbers) {
        out.varint(pairs.length);
        for (int i = 0; i < pairs.length; i += 2) {
            out.varint(renumber(pairs[i], known, numbers));
            out.varint(pairs[i + 1]);
        }
    }

    private void numbers(int[] list, Lexicon known, int[] numbers) {
        out.varint(list.length);
        for (int number : list) {
            out.varint(renumber(number, known, numbers));
        }
    }

    /** @param numbers new numbers by old ones, from 1; 0 for those that have none yet */
    private int renumber(int number, Lexicon known, int[] numbers) {
        if (numbers[number] == 0) {
            numbers[number] = lexicon.number(known.term(number)) + 1;
        }
        return numbers[number] - 1;
    }
}
