package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Shell text while it is read from left to right, and the places that were found in it. One text, one thread. */
final class ShellCursor {

    /** The names of variables that are no words. */
    static final String SPECIAL = "@*#?!$-";

    private final String code;
    private final char mark;
    private final List<Place> places = new ArrayList<>();
    private final List<ShellSpot> spots = new ArrayList<>();
    private final BitSet assigned = new BitSet();
    private final ShellFiles files = new ShellFiles();
    private final ShellJoints joints = new ShellJoints();
    private ShellCommands commands;
    private Place unsure = Place.of(Quoting.BARE);
    private boolean counting;
    private int end;
    private int i;

    /** @param mark stands where values go */
    ShellCursor(String code, char mark) {
        this.code = code;
        this.mark = mark;
        this.end = code.length();
        this.commands = new ShellCommands(places, spots, assigned, files);
    }

    /** The places found so far, in order. */
    List<Place> places() {
        return places;
    }

    /** The commands of the list that is being read. */
    ShellCommands commands() {
        return commands;
    }

    /** Begins a list of commands; the one before goes on when {@link #back} gives it back. */
    ShellCommands begin() {
        ShellCommands outer = commands;
        commands = new ShellCommands(places, spots, assigned, files);
        return outer;
    }

    void back(ShellCommands outer, int opened) {
        outer.ended(commands, opened);
        if (outer.isSubscript()) {
            numbers(opened);
        }
        for (int k = opened; k < places.size() && outer.isCommandVariable(); k++) {
            places.set(k, places.get(k).stricter(Quoting.VERBATIM));
        }
        counting |= commands.isCounting();
        commands = outer;
    }

    /** The places of the whole text, once it was read. */
    List<Place> read() {
        if (counting || commands.isCounting()) {
            places.replaceAll(place -> place.with(Quoting.NUMBER));
        }
        files.check(places, spots);
        joints.check(places);
        return places;
    }

    boolean more() {
        return i < end;
    }

    int index() {
        return i;
    }

    /** Where the text ends that is being read. */
    int end() {
        return end;
    }

    void end(int other) {
        end = other;
    }

    void move(int index) {
        i = Math.min(end, index);
    }

    void step(int count) {
        move(i + count);
    }

    char now() {
        return code.charAt(i);
    }

    /** The character so many behind this one; a line end where there is none. */
    char ahead(int count) {
        return i + count >= 0 && i + count < end ? code.charAt(i + count) : '\n';
    }

    boolean isMark() {
        return i < end && code.charAt(i) == mark;
    }

    /** Whether the next character but so many is where a value goes. */
    boolean isMark(int count) {
        return ahead(count) == mark;
    }

    /** Whether a variable without braces stands right before this character: what follows may go on with it. */
    boolean isBehindVariable() {
        int last = ahead(-1) == ':' ? -2 : -1;
        int back = last;
        while (Lexer.isWord(ahead(back))) {
            back--;
        }
        boolean special = back == last && SPECIAL.indexOf(ahead(last)) >= 0;
        return ahead(special ? last - 1 : back) == '$' && (special || back < last);
    }

    /** Whether a redirection stands right behind this character. */
    boolean isBeforeSign() {
        int behind = ahead(1) == '\\' && ahead(2) == '\n' ? 3 : 1;
        return "<>".indexOf(ahead(behind)) >= 0;
    }

    /** Takes a backslash and the end of its line: a shell reads on as if nothing were there. */
    void continuation() {
        char before = ahead(-1);
        char behind = ahead(2);
        boolean sign = "<>&(".indexOf(before) >= 0 && "<>&(-|".indexOf(behind) >= 0;
        boolean divided = before == '$' || sign || isBehindVariable();
        if (divided && " \t\n".indexOf(behind) < 0) {
            unsure("a line ends within a sign or a name", "write the sign or the name in one line");
        }
        step(2);
    }

    void blanks() {
        while (ahead(0) == ' ' || ahead(0) == '\t') {
            step(1);
        }
    }

    String code() {
        return code;
    }

    char mark() {
        return mark;
    }

    /** Goes on with the word by the character that stands here. */
    void add() {
        commands.add(now());
        step(1);
    }

    /** Takes the mark that stands here. */
    void place(Place place) {
        place(place, commands.spot(code, i));
    }

    /** Takes the mark that stands here in a here-document. */
    void place(Place place, int start) {
        place(place, new ShellSpot(commands, -1, code, start, start, i, code, i));
    }

    private void place(Place place, ShellSpot spot) {
        assigned.set(places.size(), commands.word().toString().indexOf('=') >= 0);
        boolean document = spot.word() < 0;
        Place here = !document && commands.isSubscript() ? place.with(Quoting.NUMBER) : place;
        here = !document && commands.isCommandVariable() ? here.with(Quoting.VERBATIM) : here;
        places.add(unsure.isSafe() ? here : unsure);
        joints.add(here.quoting(), isBeforeSign() || isBehindVariable(), ShellJoints.isPattern(commands.word()));
        spots.add(spot);
        commands.add(mark);
        step(1);
    }

    /** The places since one stand in a command whose output is arithmetic. */
    void numbers(int opened) {
        for (int k = opened; k < places.size(); k++) {
            places.set(k, places.get(k).stricter(Quoting.NUMBER));
        }
    }

    /** The places since one stand in a here-document. */
    void readAgain(ShellDocument document, int opened) {
        for (int k = opened; k < places.size(); k++) {
            places.set(k, document.read(places.get(k), spots.get(k)));
        }
        files.write(document.files(), opened, places.size());
    }

    /** From here on nobody knows how the text is read. */
    void unsure(String problem, String hint) {
        unsure = Place.unsafe(problem, hint);
    }

    /** What was opened before a place is closed by nothing. */
    void unclosed(int opened, String what) {
        Place open = Place.unsafe(what + " is not closed", "close it: nobody can say how a shell reads this command");
        for (int k = opened; k < places.size(); k++) {
            places.set(k, open);
        }
    }
}
