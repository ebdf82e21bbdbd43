package dev.tierzero.search;

/** Reads pages one after the other and numbers their terms in one lexicon. One thread's at a time. */
final class Analyser {

    private final Words words = new Words();
    private final Lexicon lexicon = new Lexicon();
    private final ChunkMemo memo = new ChunkMemo(this::read);
    private final Tally chunks = new Tally();
    private final Tally titleChunks = new Tally();
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
        int[] counted = chunks.drainPairs();
        for (int i = 0; i < counted.length; i += 2) {
            count(memo.terms(counted[i]), counted[i + 1]);
        }
        int[] titles = titleChunks.drainPairs();
        for (int i = 0; i < titles.length; i += 2) {
            countTitle(memo.terms(titles[i]), titles[i + 1]);
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
        // In a local variable: the client compiler, which runs most builds, reads a field at every turn of a loop.
        char[] characters = text;
        int start = 0;
        int hash = 0;
        for (int i = 0; i < size; i++) {
            char c = characters[i];
            if (!CodePoints.isSpace(c) || isPaired(i, size)) {
                hash = ChunkMemo.hash(hash, c);
            } else {
                add(start, i, hash, isTitle);
                start = i + 1;
                hash = 0;
            }
        }
        add(start, size, hash, isTitle);
    }

    /** Whether the surrogate at a place has its other half. */
    private boolean isPaired(int at, int size) {
        char c = text[at];
        return Character.isHighSurrogate(c)
                ? at + 1 < size && Character.isLowSurrogate(text[at + 1])
                : Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text[at - 1]);
    }

    private void add(int from, int to, int hash, boolean isTitle) {
        if (from == to) {
            return;
        }
        int number = memo.number(text, from, to, hash);
        if (number == ChunkMemo.NONE) {
            ChunkTerms terms = read(new String(text, from, to - from));
            count(terms, 1);
            if (isTitle) {
                countTitle(terms, 1);
            }
            return;
        }
        chunks.add(number, 1);
        if (isTitle) {
            titleChunks.add(number, 1);
        }
    }

    private void count(ChunkTerms terms, int count) {
        length += terms.words().length * count;
        body.addAll(terms.words(), count);
        bodyOverlaps.addAll(terms.overlaps(), count);
        identifiers.addAll(terms.identifiers(), count);
        surfaces.addAll(terms.surfaces(), count);
    }

    private void countTitle(ChunkTerms terms, int count) {
        title.addAll(terms.words(), count);
        titleOverlaps.addAll(terms.overlaps(), count);
        keyIdentifiers.addAll(terms.identifiers(), count);
    }
}
