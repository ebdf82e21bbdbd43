package dev.tierzero.markup;

import java.util.BitSet;
import java.util.List;

/** One command whose words are all read: what it makes of its arguments and of what comes in. One command, one thread. */
final class ShellCommand {

    private final ShellCommands owner;
    private final List<Place> places;
    private final List<ShellSpot> spots;
    private final BitSet assigned;
    private final List<String> words;
    private final int pipelineStart;
    private final int commandStart;
    private final int hereString;
    private boolean rereads;
    private boolean interprets;

    /**
     * @param owner of the places that stand in words of the command itself
     * @param places of the text so far, which it restricts
     * @param spots of those places
     * @param assigned tells which of them stand behind an equals sign in their word
     * @param words of the command
     * @param hereString the number of the word that comes in by {@code <<<}; -1 for none
     * @param pipelineStart the first place of the pipeline
     * @param commandStart the first place of the command
     */
    ShellCommand(
            ShellCommands owner,
            List<Place> places,
            List<ShellSpot> spots,
            BitSet assigned,
            List<String> words,
            int hereString,
            int pipelineStart,
            int commandStart) {
        this.owner = owner;
        this.places = places;
        this.spots = spots;
        this.assigned = assigned;
        this.words = words;
        this.hereString = hereString;
        this.pipelineStart = pipelineStart;
        this.commandStart = commandStart;
    }

    /** Whether another shell reads its words, and what comes in. */
    boolean isReadByShell() {
        return rereads;
    }

    /** Whether what comes in is a program. */
    boolean isReadByInterpreter() {
        return interprets;
    }

    /** Restricts the places of it, and those of the pipeline before it when it reads programs. */
    void settle() {
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
        for (int i = commandStart; i < places.size(); i++) {
            int at = spots.get(i).owner().equals(owner) ? spots.get(i).word() : -1;
            boolean program = at > 0 && at < words.size() && ShellReaders.isUnknownProgram(words, at, dynamic);
            if (program && unknown) {
                restrict(i, Quoting.PLAIN);
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
                    i < commandStart || spot.word() < 0 || !spot.owner().equals(owner);
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
        places.set(i, places.get(i).stricter(quoting));
    }
}
