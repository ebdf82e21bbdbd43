package dev.tierzero.markup;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Heading;
import dev.tierzero.api.InsertReference;
import dev.tierzero.api.Link;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Body;
import dev.tierzero.model.Outline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** A page's body as the reading pass writes it, with all that is noted on the way. One page, one thread. */
final class Draft {

    private final Places places;
    private final StringBuilder out;
    private final StringBuilder words;
    private final List<Body.Slot> slots = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<CodeBlock> codeBlocks = new ArrayList<>();
    private final List<InsertReference> inserts = new ArrayList<>();
    private final BlockTree blocks;
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final CharacterChecks characters = new CharacterChecks(this);
    private final boolean procedure;
    private String mark = "";
    private int items;
    private boolean led;

    /** @param procedure whether steps and tasks get their marks */
    Draft(Places places, int length, boolean procedure) {
        this.places = places;
        this.procedure = procedure;
        this.out = new StringBuilder(length);
        this.words = new StringBuilder(length / 2);
        this.blocks = new BlockTree(words, this::position);
    }

    StringBuilder out() {
        return out;
    }

    List<Link> links() {
        return links;
    }

    List<Heading> headings() {
        return headings;
    }

    List<CodeBlock> codeBlocks() {
        return codeBlocks;
    }

    BlockTree blocks() {
        return blocks;
    }

    CharacterChecks characters() {
        return characters;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    Body body() {
        return new Body(out.toString(), slots);
    }

    Outline outline() {
        return new Outline(blocks.blocks(), inserts);
    }

    /** The words so far, single spaces. */
    String text() {
        return words.toString().stripTrailing();
    }

    /** Takes note of the position that an element carries. */
    void at(Element element) {
        String own = element.attr("data-p");
        if (!own.isEmpty()) {
            mark = own;
        }
    }

    /** The position last noted. */
    SourcePosition position() {
        return places.position(mark);
    }

    /** Begins a block on a new line. */
    void line() {
        int length = out.length();
        if (length > 0 && out.charAt(length - 1) != '\n') {
            out.append('\n');
        }
        space();
        blocks.settle();
    }

    /** Separates words. */
    void space() {
        int length = words.length();
        if (length > 0 && words.charAt(length - 1) != ' ') {
            words.append(' ');
        }
    }

    /** Adds to the words, white space collapsed. */
    void words(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t') {
                space();
                continue;
            }
            if (blank) {
                blocks.content();
                blank = false;
            }
            words.append(c);
        }
    }

    /** Adds an id to the page; false when it is taken. */
    boolean claim(String id) {
        return ids.add(id);
    }

    /** Adds a reference at the position last noted and returns its index; a path in an included file starts from that file. */
    int link(Link.Kind kind, Address address) {
        SourcePosition position = position();
        boolean local = address.kind() == Address.Kind.LOCAL;
        String target = local ? places.fromPage(address.value(), position.file()) : address.value();
        Link link = new Link(kind, target, position);
        links.add(link);
        blocks.add(link);
        return links.size() - 1;
    }

    /** Leaves a gap at the end of what was written. */
    void slot(int link, Body.Kind kind) {
        slots.add(new Body.Slot(out.length(), link, kind));
    }

    /** Ends the lead of a procedure, once: a heading of level 2 begins. */
    void endLead() {
        if (procedure && !led && blocks.depth() == 0) {
            slot(0, Body.Kind.LEAD);
            led = true;
        }
    }

    /** Begins a numbered item or a task: leaves a gap for its marks in its tag, which is still open, and returns its number. */
    int item() {
        if (procedure) {
            slot(items, Body.Kind.STEP);
        }
        return items++;
    }

    /** Leaves a gap for the box of an item; false when nobody ticks anything on this page. */
    boolean box(int item, Body.Kind kind) {
        if (procedure) {
            slot(item, kind);
        }
        return procedure;
    }

    /** Leaves a gap for what a plugin shows. */
    void insert(String name, boolean alone) {
        slots.add(new Body.Slot(out.length(), inserts.size(), alone ? Body.Kind.PARAGRAPH : Body.Kind.INSERT));
        inserts.add(new InsertReference(name, alone, places.find("{" + name + "}", position())));
        blocks.content();
    }

    void error(String code, String message, String hint) {
        note(Severity.ERROR, code, position(), message, hint);
    }

    void warning(String code, String message, String hint) {
        note(Severity.WARNING, code, position(), message, hint);
    }

    /** An error at a part of a line of the code that begins at the position last noted. */
    void inCode(String code, String line, String part, String message, String hint) {
        SourcePosition found = places.find(line, position());
        int column = Math.max(0, line.indexOf(part));
        note(
                Severity.ERROR,
                code,
                new SourcePosition(found.file(), found.line(), found.column() + column),
                message,
                hint);
    }

    void note(Severity severity, String code, SourcePosition position, String message, String hint) {
        diagnostics.add(new Diagnostic(severity, code, position, places.chain(position.file()), message, hint));
    }

    /** Notes a finding at the next place of a text from the position last noted on. */
    void noteAt(String part, Severity severity, String code, String message, String hint) {
        note(severity, code, places.find(part, position()), message, hint);
    }
}
