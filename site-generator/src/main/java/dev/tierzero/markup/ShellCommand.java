package dev.tierzero.markup;

import java.util.BitSet;
import java.util.List;

/** One command whose words are all read: what it makes of its arguments and of what comes in. One command, one thread. */
final class ShellCommand {

    private final ShellCommands owner;
    private final List<Place> places;
    private final List<ShellSpot> spots;
    private final BitSet assigned;
    private final ShellWords read;
    private final List<String> words;
    private final int pipelineStart;
    private final int commandStart;
    private boolean rereads;
    private boolean interprets;

    /**
     * @param owner of the places that stand in words of the command itself
     * @param places of the text so far, which it restricts
     * @param spots of those places
     * @param assigned tells which of them stand behind an equals sign in their word
     * @param read words of the command
     * @param pipelineStart the first place of the pipeline
     * @param commandStart the first place of the command
     */
    ShellCommand(
            ShellCommands owner,
            List<Place> places,
            List<ShellSpot> spots,
            BitSet assigned,
            ShellWords read,
            int pipelineStart,
            int commandStart) {
        this.owner = owner;
        this.places = places;
        this.spots = spots;
        this.assigned = assigned;
        this.read = read;
        this.words = read.read();
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
            boolean command = (next || prefixed) && !read.isRedirected(i);
            boolean shell = ShellReaders.isShell(name, command, words);
            boolean interpreter = ShellPrograms.isInterpreter(name);
            rereads |= shell;
            unknown &= !shell && !interpreter;
            dynamic |= command && name.startsWith("$");
            if (interpreter) {
                interpreter(i);
            }
            if (command || name.equals("let")) {
                command(name);
            }
            if (name.startsWith("$")
                    && !read.isRedirected(i)
                    && (next || ShellReaders.isBeforeCommand(words.get(i - 1)))) {
                variable(i);
            }
            prefixed |= ShellReaders.isPrefix(name);
            next &= read.isRedirected(i) || ShellReaders.isAssignment(words.get(i)) || name.startsWith("-");
        }
        programs(unknown, dynamic);
    }

    /** A variable may hold the name of a command that reads its words again. */
    private void variable(int at) {
        for (int i = commandStart; i < places.size(); i++) {
            ShellSpot spot = spots.get(i);
            boolean own = spot.owner().equals(owner);
            if (spot.word() >= 0 && (!own || spot.word() > at)) {
                restrict(i, Quoting.VERBATIM);
            }
        }
    }

    private void programs(boolean unknown, boolean dynamic) {
        for (int i = commandStart; i < places.size(); i++) {
            int at = spots.get(i).owner().equals(owner) ? spots.get(i).word() : -1;
            if (at <= 0 || at >= words.size()) {
                continue;
            }
            if (unknown && ShellPrograms.isUnknownProgram(words, at, dynamic)) {
                restrict(i, Quoting.PLAIN);
            }
            if (ShellPrograms.isRunByGit(words, at)) {
                restrict(i, Quoting.VERBATIM);
            }
            if (ShellPrograms.isStartCommand(words, at)) {
                restrict(i, Quoting.NUMBER);
            }
        }
    }

    private void interpreter(int at) {
        boolean reads = ShellPrograms.readsPrograms(words, at);
        String delimiters = ShellPrograms.delimiters(ShellReaders.name(words.get(at)));
        interprets |= reads;
        for (int i = reads ? pipelineStart : commandStart; i < places.size(); i++) {
            ShellSpot spot = spots.get(i);
            int word = spot.word();
            boolean nested = i < commandStart || word < 0 || !spot.owner().equals(owner);
            boolean argument = !nested && word > at && word < words.size();
            boolean given = reads && read.isHereString(word);
            boolean connection = argument && !given && ShellPrograms.isConnection(words, at, word);
            boolean program = argument && !connection && (given || ShellPrograms.isProgram(words, at, word));
            if (connection) {
                restrict(i, Quoting.VERBATIM);
            } else if (program || (nested && (reads || spot.word() >= 0))) {
                restrict(i, spot.inProgram(nested, delimiters));
            }
        }
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
