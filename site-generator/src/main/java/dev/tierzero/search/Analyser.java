package dev.tierzero.search;

/** Reads pages one after the other and numbers their terms in one lexicon. One thread's at a time. */
final class Analyser {

    private final Words words = new Words();
    private final Lexicon lexicon = new Lexicon();
    private final ChunkMemo memo = new ChunkMemo(this::read);
    private final Tally body = new Tally();
    private final Tally bodyOverlaps = new Tally();
    private final Tally title = new Tally();
    private final Tally titleOverlaps = new Tally();
    private final Tally identifiers = new Tally();
    private final Tally keyIdentifiers = new Tally();
    private final Tally surfaces = new Tally();
    private char[] text = new char[1 << 12];
    private int length;

    /** Everything that a page is found by. */
    PageTerms of(SearchPage page) {
        length = 0;
        add(page.title(), true);
        page.keys().forEach(key -> add(key, true));
        add(page.description(), false);
        for (SearchSection section : page.sections()) {
            add(section.heading(), true);
            add(section.text(), false);
        }
        return new PageTerms(
                lexicon,
                length,
                body.drainPairs(),
                bodyOverlaps.drainPairs(),
                title.drainPairs(),
                titleOverlaps.drainPairs(),
                identifiers.drainPairs(),
                keyIdentifiers.drainNumbers(),
                surfaces.drainNumbers());
    }

    private ChunkTerms read(String chunk) {
        return ChunkTerms.of(words.of(chunk), Identifiers.of(chunk), lexicon);
    }

    private void add(String piece, boolean isTitle) {
        int size = piece.length();
        if (size > text.length) {
            text = new char[Math.max(size, text.length * 2)];
        }
        piece.getChars(0, size, text, 0);
        int start = 0;
        for (int i = 0; i <= size; i++) {
            if (i < size && Character.isHighSurrogate(text[i]) && i + 1 < size && Character.isLowSurrogate(text[i + 1])) {
                i++;
            } else if (i == size || CodePoints.classOf(text[i]) == CodePoints.SPACE) {
                if (i > start) {
                    count(memo.of(text, start, i), isTitle);
                }
                start = i + 1;
            }
        }
    }

    private void count(ChunkTerms terms, boolean isTitle) {
        length += terms.words().length;
        addAll(terms.words(), body);
        addAll(terms.overlaps(), bodyOverlaps);
        addAll(terms.identifiers(), identifiers);
        addAll(terms.surfaces(), surfaces);
        if (isTitle) {
            addAll(terms.words(), title);
            addAll(terms.overlaps(), titleOverlaps);
            addAll(terms.identifiers(), keyIdentifiers);
        }
    }

    private static void addAll(int[] numbers, Tally tally) {
        for (int number : numbers) {
            tally.add(number);
        }
    }
}
