package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The commands of one list while it is read, word by word. Knows which commands read their arguments a second time, so that quoting for
 * this shell alone would not hold: there a value must need no quoting anywhere. One list, one thread.
 */
final class ShellCommands {

    /** Wherever they stand in a command: another shell reads the words that follow. */
    private static final Set<String> SHELLS = Set.of(
            "sh", "bash", "dash", "ash", "zsh", "ksh", "fish", "ssh", "scp", "rsync", "pdsh", "ansible", "eval",
            "xargs");

    /** Only as the command itself, because they are also words of other commands. */
    private static final Set<String> CALLERS =
            Set.of("su", "runuser", "watch", "parallel", "tmux", "screen", "at", "batch", "crontab", "trap", "alias");

    private static final Set<String> PREFIXES =
            Set.of("sudo", "doas", "env", "command", "builtin", "exec", "nohup", "time", "timeout", "nice", "!");

    private static final Set<String> OPENERS =
            Set.of("if", "then", "else", "elif", "while", "until", "do", "{", "!", "time");

    /** They take programs: text beside the value is code of their language. */
    private static final Set<String> INTERPRETERS = Set.of(
            "awk",
            "gawk",
            "mawk",
            "sed",
            "perl",
            "python",
            "python3",
            "ruby",
            "node",
            "php",
            "lua",
            "jq",
            "yq",
            "psql",
            "mysql",
            "mariadb",
            "sqlite3",
            "redis-cli",
            "pwsh");

    /** They take names of variables, in whose brackets commands would run. */
    private static final Set<String> NAMERS = Set.of(
            "read", "unset", "declare", "typeset", "local", "readonly", "export", "mapfile", "readarray", "getopts");

    private static final Set<String> TESTS = Set.of("test", "[", "[[", "printf", "wait");
    private static final Set<String> COMPARISONS = Set.of("-eq", "-ne", "-lt", "-le", "-gt", "-ge");

    private final List<Place> places;
    private final BitSet mixed;
    private final BitSet assigned;
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private final List<String> words = new ArrayList<>();
    private final List<String> pipeline = new ArrayList<>();
    private final List<ShellDocument> documents = new ArrayList<>();
    private int commandStart;
    private int pipelineStart;
    private int cases;
    private boolean rereads;

    /**
     * @param places of the text, to which more are added while the list is read
     * @param mixed tells which of them stand in quotation marks with other text
     * @param assigned tells which of them stand behind an equals sign in their word
     */
    ShellCommands(List<Place> places, BitSet mixed, BitSet assigned) {
        this.places = places;
        this.mixed = mixed;
        this.assigned = assigned;
        this.commandStart = places.size();
        this.pipelineStart = places.size();
    }

    /** What the word has so far, without its quotation marks. */
    CharSequence word() {
        return word;
    }

    /** Whether a word has begun; quotation marks with nothing between them begin one. */
    boolean inWord() {
        return inWord;
    }

    /** Goes on with the word. */
    void add(char c) {
        word.append(c);
        inWord = true;
    }

    /** Quotation marks begin a word even when nothing stands between them. */
    void endQuote() {
        inWord = true;
    }

    /** Whether the next word is a command. */
    boolean isCommandNext() {
        return words.isEmpty();
    }

    /** Whether a closing bracket belongs to the pattern of a case. */
    boolean isInCase() {
        return cases > 0;
    }

    /** Here-documents that the command opens are read as the command reads its arguments. */
    void opens(ShellDocument document) {
        documents.add(document);
    }

    /** What was read is no part of a command. */
    void forget() {
        word.setLength(0);
        inWord = false;
    }

    void endWord() {
        if (!inWord) {
            return;
        }
        String text = word.toString();
        forget();
        if (words.isEmpty() && text.equals("case")) {
            cases++;
        } else if (words.isEmpty() && text.equals("esac") && cases > 0) {
            cases--;
        }
        boolean opener = words.isEmpty() && OPENERS.contains(text);
        if (!opener) {
            words.add(text);
        }
    }

    /** A bar: what follows reads what was said. */
    void endCommand() {
        endWord();
        settle();
        pipeline.addAll(words);
        words.clear();
        commandStart = places.size();
    }

    void endPipeline() {
        endCommand();
        if (rereads) {
            verbatim(pipelineStart);
            documents.forEach(ShellDocument::isReadAgain);
        }
        documents.clear();
        pipeline.clear();
        rereads = false;
        pipelineStart = places.size();
    }

    private void settle() {
        boolean prefixed = false;
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i).substring(words.get(i).lastIndexOf('/') + 1);
            boolean command = i == 0 || prefixed || isAssignment(words.get(i - 1));
            rereads |= SHELLS.contains(name) || (command && CALLERS.contains(name));
            if (command) {
                command(name);
            }
            prefixed |= PREFIXES.contains(name);
        }
    }

    private static boolean isAssignment(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && Lexer.word(word, 0, equals, "") == equals;
    }

    private void command(String name) {
        boolean compares = words.stream().anyMatch(COMPARISONS::contains);
        boolean whole = words.stream().anyMatch(word -> word.startsWith("-") && word.contains("i"));
        if (name.equals("let") || (name.equals("[[") && compares) || (NAMERS.contains(name) && whole)) {
            all(Quoting.NUMBER);
        } else if (TESTS.contains(name) && words.contains("-v")) {
            verbatim(commandStart);
        } else if (NAMERS.contains(name) || INTERPRETERS.contains(name)) {
            for (int i = commandStart; i < places.size(); i++) {
                boolean touched = NAMERS.contains(name) ? !assigned.get(i) : mixed.get(i);
                places.set(i, touched ? places.get(i).with(Quoting.VERBATIM) : places.get(i));
            }
        } else if (name.equals("[[")) {
            for (int i = commandStart; i < places.size(); i++) {
                boolean bare = places.get(i).quoting() == Quoting.BARE;
                places.set(i, bare ? places.get(i).with(Quoting.WORD) : places.get(i));
            }
        }
    }

    private void all(Quoting quoting) {
        for (int i = commandStart; i < places.size(); i++) {
            places.set(i, places.get(i).with(quoting));
        }
    }

    private void verbatim(int from) {
        for (int i = from; i < places.size(); i++) {
            boolean number = places.get(i).quoting() == Quoting.NUMBER;
            places.set(i, number ? places.get(i) : places.get(i).with(Quoting.VERBATIM));
        }
    }
}
