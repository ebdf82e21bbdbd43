package dev.tierzero.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The commands of one list while it is read, word by word. Knows which commands read their arguments a second time, so that quoting for
 * this shell alone would not hold: there a value must need no quoting anywhere. One list, one thread.
 */
final class ShellCommands {

    private static final Set<String> OPENERS =
            Set.of("if", "then", "else", "elif", "while", "until", "do", "{", "!", "time", "coproc");

    private static final Set<String> BEGINNINGS = Set.of("if", "while", "until", "for", "select", "case", "{");
    private static final Pattern SUBSCRIPT = Pattern.compile("(?s)-?\\w+\\[(?!.*\\]\\+?=).*");
    private static final Set<String> ENDS = Set.of("fi", "done", "esac", "}");

    /** Variables that shells and other programs run. */
    private static final Pattern RUN =
            Pattern.compile("(?:\\w*(?:COMMAND|PAGER|EDITOR|VISUAL|LESSOPEN|RSH|GIT_SSH|BASH_ENV)|ENV|PS[0-4])\\+?=.*");

    /** From what leaves most to what leaves least. */
    private static final List<Quoting> STRICT = List.of(Quoting.VERBATIM, Quoting.PLAIN, Quoting.NUMBER);

    private final List<Place> places;
    private final List<ShellSpot> spots;
    private final BitSet assigned;
    private final StringBuilder word = new StringBuilder();
    private final BitSet own = new BitSet();
    private final Deque<Compound> compounds = new ArrayDeque<>();
    private StringBuilder program = new StringBuilder();
    private int begin;
    private boolean inWord;
    private boolean conditional;
    private boolean array;
    private boolean counting;
    private int hereString = -1;
    private final List<String> words = new ArrayList<>();
    private final List<ShellDocument> documents = new ArrayList<>();
    private int commandStart;
    private int pipelineStart;
    private int cases;
    private boolean rereads;
    private boolean interprets;
    private boolean within;
    private boolean withinInterpreter;
    private boolean everRereads;
    private boolean everInterprets;

    /** Commands between {@code if} and {@code fi} and the like: where the pipeline and they themselves begin. */
    private static final class Compound {
        private final int pipelineStart;
        private final int opened;
        private final List<ShellDocument> documents;
        private boolean rereads;
        private boolean interprets;

        private Compound(int pipelineStart, int opened, List<ShellDocument> documents) {
            this.pipelineStart = pipelineStart;
            this.opened = opened;
            this.documents = documents;
        }
    }

    /**
     * @param places of the text, to which more are added while the list is read
     * @param spots of those places
     * @param assigned tells which of them stand behind an equals sign in their word
     */
    ShellCommands(List<Place> places, List<ShellSpot> spots, BitSet assigned) {
        this.places = places;
        this.spots = spots;
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
        begin = inWord ? begin : program.length();
        word.append(c);
        program.append(c);
        inWord = true;
    }

    /** Quotation marks begin a word even when nothing stands between them. */
    void endQuote() {
        begin = inWord ? begin : program.length();
        inWord = true;
    }

    /** Whether {@code [[} is open. */
    boolean isConditional() {
        return conditional;
    }

    /** Whether a bracket here would hold the values of an array. */
    boolean isArray() {
        return word.length() > 0 && word.charAt(word.length() - 1) == '=';
    }

    void inArray(boolean values) {
        array = values;
    }

    /** Whether the word so far is the subscript of an array, which is arithmetic. */
    boolean isSubscript() {
        boolean value = array && word.length() > 0 && word.charAt(0) == '[' && word.indexOf("]=") < 0;
        return value || SUBSCRIPT.matcher(word).matches();
    }

    /** Whether the word sets a variable that shells and other programs run. */
    boolean isCommandVariable() {
        return RUN.matcher(word).matches();
    }

    boolean isCounting() {
        return counting;
    }

    /** The next word comes in by {@code <<<}. */
    void hereString() {
        hereString = words.size();
    }

    /** What stands around a place here. */
    ShellSpot spot(CharSequence code, int index) {
        int at = program.length();
        return new ShellSpot(this, words.size(), program, 0, inWord ? begin : at, at, code, index);
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
        program.append(' ');
        if (words.isEmpty()) {
            compound(text);
        }
        conditional = (conditional || (words.isEmpty() && text.equals("[["))) && !text.equals("]]");
        boolean opener = words.isEmpty() && OPENERS.contains(text);
        if (!opener) {
            words.add(text);
        }
        if (words.size() == 2 && words.get(0).equals("function")) {
            words.clear();
        }
    }

    private void compound(String text) {
        if (BEGINNINGS.contains(text)) {
            compounds.push(new Compound(pipelineStart, places.size(), List.copyOf(documents)));
        } else if (ENDS.contains(text) && !compounds.isEmpty()) {
            Compound ended = compounds.pop();
            pipelineStart = ended.pipelineStart;
            documents.addAll(ended.documents);
            within |= ended.rereads;
            withinInterpreter |= ended.interprets;
            own.set(ended.opened, places.size());
        }
        cases += text.equals("case") ? 1 : text.equals("esac") && cases > 0 ? -1 : 0;
    }

    /** What stood in a bracket was read; a command may follow it, as behind {@code name()}. */
    void endBracket(boolean goesOn) {
        boolean named = goesOn && (words.isEmpty() || words.get(0).equals("function")) && !isArray();
        if (goesOn && !named) {
            add('(');
            return;
        }
        forget();
        endCommand();
    }

    /** A list that stands in this one ended: what goes into this command may go into those, too. */
    void ended(ShellCommands inner, int opened) {
        within |= inner.everRereads;
        withinInterpreter |= inner.everInterprets;
        own.set(opened, places.size());
    }

    /** A bar: what follows reads what was said. */
    void endCommand() {
        endWord();
        settle();
        words.clear();
        hereString = -1;
        commandStart = places.size();
    }

    void endPipeline() {
        endCommand();
        boolean shell = rereads || within;
        boolean interpreter = interprets || withinInterpreter;
        for (int i = pipelineStart; i < places.size(); i++) {
            boolean inner = own.get(i) && spots.get(i).word() >= 0;
            if (rereads || (within && !inner)) {
                places.set(i, inShell(places.get(i), spots.get(i)));
            }
            if (withinInterpreter && !inner) {
                restrict(i, spots.get(i).inProgram(true, ""));
            }
        }
        documents.forEach(document -> document.readAgain(shell, interpreter));
        documents.clear();
        everRereads |= shell;
        everInterprets |= interpreter;
        if (!compounds.isEmpty()) {
            compounds.getFirst().rereads |= shell;
            compounds.getFirst().interprets |= interpreter;
        }
        program = new StringBuilder();
        rereads = false;
        interprets = false;
        within = false;
        withinInterpreter = false;
        pipelineStart = places.size();
    }

    private void settle() {
        boolean next = true;
        boolean prefixed = false;
        boolean unknown = true;
        boolean dynamic = false;
        for (int i = 0; i < words.size(); i++) {
            String name = ShellReaders.name(words.get(i));
            boolean command = next || prefixed;
            boolean shell = ShellReaders.isShell(name, command, words);
            boolean interpreter = ShellReaders.isInterpreter(name);
            rereads |= shell;
            unknown &= !shell && !interpreter;
            dynamic |= command && name.startsWith("$");
            if (interpreter) {
                interpreter(i);
            }
            if (command || name.equals("let")) {
                command(name);
            }
            prefixed |= ShellReaders.isPrefix(name);
            next &= isAssignment(words.get(i)) || name.startsWith("-");
        }
        counting |= ShellReaders.isCounting(words);
        for (int i = commandStart; i < places.size(); i++) {
            int at = spots.get(i).owner().equals(this) ? spots.get(i).word() : -1;
            boolean program = at > 0 && at < words.size() && ShellReaders.isUnknownProgram(words, at, dynamic);
            if (program && unknown) {
                restrict(i, Quoting.PLAIN);
            }
            if (conditional) {
                restrict(i, Quoting.NUMBER);
            }
        }
    }

    private void interpreter(int at) {
        boolean reads = ShellReaders.readsPrograms(words, at);
        String delimiters = ShellReaders.delimiters(ShellReaders.name(words.get(at)));
        interprets |= reads;
        for (int i = reads ? pipelineStart : commandStart; i < places.size(); i++) {
            ShellSpot spot = spots.get(i);
            boolean nested =
                    i < commandStart || spot.word() < 0 || !spot.owner().equals(this);
            boolean program = !nested
                    && spot.word() > at
                    && spot.word() < words.size()
                    && (ShellReaders.isProgram(words, at, spot.word()) || (reads && spot.word() == hereString));
            if (program || (nested && (reads || spot.word() >= 0))) {
                restrict(i, spot.inProgram(nested, delimiters));
            }
        }
    }

    private static boolean isAssignment(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && Lexer.word(word, 0, equals, "") == equals;
    }

    private void command(String name) {
        boolean arithmetic = ShellReaders.isArithmetic(name, words);
        boolean naming = ShellReaders.isNaming(name, words);
        for (int i = commandStart; i < places.size(); i++) {
            if (arithmetic) {
                restrict(i, Quoting.NUMBER);
            } else if (naming || (ShellReaders.isNamer(name) && !assigned.get(i))) {
                restrict(i, Quoting.VERBATIM);
            } else if (name.equals("[[") && places.get(i).quoting() == Quoting.BARE) {
                places.set(i, places.get(i).with(Quoting.WORD));
            }
        }
    }

    private void restrict(int i, Quoting quoting) {
        places.set(i, stricter(places.get(i), quoting));
    }

    static Place inShell(Place place, ShellSpot spot) {
        return stricter(place, spot.inShell());
    }

    /** A place where both hold. */
    static Place stricter(Place place, Quoting quoting) {
        return STRICT.indexOf(quoting) > STRICT.indexOf(place.quoting()) ? place.with(quoting) : place;
    }
}
