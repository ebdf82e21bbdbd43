package dev.tierzero.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The commands of one list while it is read, word by word. Knows which commands read their arguments a second time, so that quoting for
 * this shell alone would not hold: there a value must need no quoting anywhere. One list, one thread.
 */
final class ShellCommands {

    private static final Set<String> OPENERS =
            Set.of("if", "then", "else", "elif", "while", "until", "do", "{", "!", "time", "coproc");

    private static final Set<String> BEGINNINGS = Set.of("if", "while", "until", "for", "select", "case", "{");
    private static final Set<String> ENDS = Set.of("fi", "done", "esac", "}");

    private final List<Place> places;
    private final List<ShellSpot> spots;
    private final BitSet assigned;
    private final ShellFiles files;
    private final BitSet own = new BitSet();
    private final Deque<ShellCompound> compounds = new ArrayDeque<>();
    private boolean conditional;
    private boolean array;
    private boolean counting;
    private final ShellWords words = new ShellWords();
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

    /**
     * @param places of the text, to which more are added while the list is read
     * @param spots of those places
     * @param assigned tells which of them stand behind an equals sign in their word
     * @param files that the text writes and runs
     */
    ShellCommands(List<Place> places, List<ShellSpot> spots, BitSet assigned, ShellFiles files) {
        this.files = files;
        this.places = places;
        this.spots = spots;
        this.assigned = assigned;
        this.commandStart = places.size();
        this.pipelineStart = places.size();
    }

    /** What the word has so far, without its quotation marks. */
    CharSequence word() {
        return words.word();
    }

    /** Whether a word has begun; quotation marks with nothing between them begin one. */
    boolean inWord() {
        return words.isOpen();
    }

    /** Goes on with the word. */
    void add(char c) {
        words.add(c);
    }

    /** Quotation marks begin a word even when nothing stands between them. */
    void endQuote() {
        words.quote();
    }

    /** Ends the word in front of a redirection, which may be the number of a file descriptor and no word of the command. */
    void endDescriptor() {
        words.descriptor();
        endWord();
    }

    /** The next word is where a redirection goes. */
    void redirects(boolean output) {
        words.redirects(output);
    }

    /** Whether {@code [[} is open. */
    boolean isConditional() {
        return conditional;
    }

    /** Whether a bracket here would hold the values of an array. */
    boolean isArray() {
        return word().length() > 0 && word().charAt(word().length() - 1) == '=';
    }

    void inArray(boolean values) {
        array = values;
    }

    /** Whether the word so far is the subscript of an array, which is arithmetic. */
    boolean isSubscript() {
        return ShellReaders.isSubscript(words.word(), array);
    }

    /** Whether the word sets a variable that shells and other programs run. */
    boolean isCommandVariable() {
        return ShellReaders.isCommandVariable(words.word());
    }

    boolean isCounting() {
        return counting;
    }

    /** The next word comes in by {@code <<<}. */
    void hereString() {
        words.hereString();
    }

    /** What stands around a place here. */
    ShellSpot spot(CharSequence code, int index) {
        return words.spot(this, code, index);
    }

    /** Whether the next word is a command. */
    boolean isCommandNext() {
        return words.isCommandNext();
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
        words.forget();
    }

    void endWord() {
        if (!words.isOpen()) {
            return;
        }
        boolean first = words.read().isEmpty();
        boolean quoted = words.isQuoted();
        boolean reserved = first && !quoted;
        String text = words.end();
        if (reserved) {
            compound(text);
        }
        conditional = (conditional || (reserved && text.equals("[["))) && (quoted || !text.equals("]]"));
        boolean opener = reserved && OPENERS.contains(text);
        if (!opener) {
            words.read().add(text);
        }
        if (words.read().size() == 2 && words.read().get(0).equals("function")) {
            words.endCommand();
        }
    }

    private void compound(String text) {
        if (BEGINNINGS.contains(text)) {
            compounds.push(new ShellCompound(pipelineStart, places.size(), List.copyOf(documents)));
        } else if (ENDS.contains(text) && !compounds.isEmpty()) {
            ShellCompound ended = compounds.pop();
            pipelineStart = ended.pipelineStart();
            documents.addAll(ended.documents());
            within |= ended.isReadByShell();
            withinInterpreter |= ended.isReadByInterpreter();
            own.set(ended.opened(), places.size());
        }
        cases += text.equals("case") ? 1 : text.equals("esac") && cases > 0 ? -1 : 0;
    }

    /** What stood in a bracket was read; a command may follow it, as behind {@code name()}. */
    void endBracket(boolean goesOn) {
        boolean named = goesOn && (words.read().isEmpty() || words.read().get(0).equals("function")) && !isArray();
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
        words.endCommand();
        commandStart = places.size();
    }

    void endPipeline() {
        endCommand();
        boolean shell = rereads || within;
        boolean interpreter = interprets || withinInterpreter;
        for (int i = pipelineStart; i < places.size(); i++) {
            boolean inner = own.get(i) && spots.get(i).word() >= 0;
            if (rereads || (within && !inner)) {
                places.set(i, places.get(i).stricter(spots.get(i).inShell()));
            }
            if (withinInterpreter && !inner) {
                places.set(i, places.get(i).stricter(spots.get(i).inProgram(true, "")));
            }
        }
        documents.forEach(document -> document.readAgain(shell, interpreter, words.written()));
        files.write(words.written(), pipelineStart, places.size());
        documents.clear();
        everRereads |= shell;
        everInterprets |= interpreter;
        if (!compounds.isEmpty()) {
            compounds.getFirst().reads(shell, interpreter);
        }
        words.endPipeline();
        rereads = false;
        interprets = false;
        within = false;
        withinInterpreter = false;
        pipelineStart = places.size();
    }

    private void settle() {
        if (conditional) {
            // Nobody closed it: all of it may be arithmetic.
            for (int i = commandStart; i < places.size(); i++) {
                places.set(i, places.get(i).stricter(Quoting.NUMBER));
            }
        }
        ShellCommand command = new ShellCommand(this, places, spots, assigned, words, pipelineStart, commandStart);
        command.settle();
        rereads |= command.isReadByShell();
        interprets |= command.isReadByInterpreter();
        files.run(words, command.isReadByShell());
        counting |= ShellReaders.isCounting(words.read());
    }
}
