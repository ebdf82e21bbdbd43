package org.example.reading;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence.
 *
 * @param text of it
 * @param words how many words it has
 */
record Sentence(String text, int words) {

    /** The sentences of a text, as the JDK divides English ones. */
    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        ends.setText(text);
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            String sentence = text.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                sentences.add(new Sentence(sentence, sentence.split("\\s+").length));
            }
            from = to;
        }
        return sentences;
    }
}
