package dev.tierzero.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is looked for, from the arguments or from the input. */
final class QueryInput {

    /** More is no question, but a file. */
    private static final int MOST_BYTES = 65_536;

    private static final int MOST_CHARACTERS = 10_000;

    private QueryInput() {}

    /** The words with blanks between; a single {@code -} stands for the first 10,000 characters of the input, read as UTF-8. */
    static String of(List<String> words, InputStream in) throws IOException {
        String text = words.equals(List.of("-"))
                ? new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                : String.join(" ", words);
        return text.length() <= MOST_CHARACTERS
                ? text.strip()
                : text.substring(0, MOST_CHARACTERS).strip();
    }
}
