package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The words of one command after the other, as they are read, without the quotation marks of the shell. One list, one thread. */
final class ShellWords {

    private static final Pattern DESCRIPTOR = Pattern.compile("\\d+|\\{\\w+\\}");

    private final List<String> words = new ArrayList<>();
    private final BitSet redirected = new BitSet();
    private final BitSet outputs = new BitSet();
    private final List<String> written = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private StringBuilder program = new StringBuilder();
    private int begin;
    private boolean open;
    private boolean quoted;
    private int hereString = -1;

    /** Those of the command that are read to their end. */
    List<String> read() {
        return words;
    }

    /** What the word has so far. */
    StringBuilder word() {
        return word;
    }

    /** Whether a word has begun; quotation marks with nothing between them begin one. */
    boolean isOpen() {
        return open;
    }

    /** Whether a part of the word stands in quotation marks: it is no reserved word then. */
    boolean isQuoted() {
        return quoted;
    }

    void add(char c) {
        begin = open ? begin : program.length();
        word.append(c);
        program.append(c);
        open = true;
    }

    /** Quotation marks begin a word even when nothing stands between them. */
    void quote() {
        begin = open ? begin : program.length();
        open = true;
        quoted = true;
    }

    /** What was read is no part of a command. */
    void forget() {
        word.setLength(0);
        open = false;
        quoted = false;
    }

    /** Ends the word that is being read. */
    String end() {
        String text = word.toString();
        forget();
        program.append(' ');
        return text;
    }

    /** A redirection begins: the word before it may be the number of a file descriptor and no word of the command. */
    void descriptor() {
        if (open && !quoted && DESCRIPTOR.matcher(word).matches()) {
            redirects(false);
        }
    }

    /** The next word is where a redirection goes. */
    void redirects(boolean output) {
        redirected.set(words.size());
        outputs.set(words.size(), output);
    }

    boolean isOutput(int index) {
        return outputs.get(index);
    }

    /** The files that the commands of the pipeline write. */
    List<String> written() {
        return written;
    }

    private List<String> outputs() {
        int tee = words.indexOf("tee");
        return IntStream.range(0, words.size())
                .filter(i -> isOutput(i) || (tee >= 0 && i > tee))
                .mapToObj(words::get)
                .filter(word -> !word.startsWith("-") && !word.equals("/dev/null"))
                .toList();
    }

    /** The next word comes in by {@code <<<}. */
    void hereString() {
        hereString = words.size();
    }

    boolean isRedirected(int index) {
        return redirected.get(index);
    }

    boolean isHereString(int index) {
        return index == hereString;
    }

    /** Whether the next word is a command. */
    boolean isCommandNext() {
        return IntStream.range(0, words.size())
                .allMatch(i -> isRedirected(i) || ShellReaders.isAssignment(words.get(i)));
    }

    /** What stands around a place here. */
    ShellSpot spot(ShellCommands owner, CharSequence code, int index) {
        int at = program.length();
        return new ShellSpot(owner, words.size(), program, 0, open ? begin : at, at, code, index);
    }

    void endCommand() {
        written.addAll(outputs());
        words.clear();
        redirected.clear();
        outputs.clear();
        hereString = -1;
    }

    void endPipeline() {
        program = new StringBuilder();
        written.clear();
    }
}
