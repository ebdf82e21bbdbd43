package dev.tierzero.markup;

import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/**
 * Parses {@code :::kind Title} to {@code :::}. A closing line ends the innermost container with at most its number of colons, so that
 * {@code ::::tabs} holds {@code :::tab}.
 */
final class ColonContainerParser extends AbstractBlockParser {

    private final Container block;
    private final int colons;
    private boolean ending;

    ColonContainerParser(Opening opening, int offset, int colons) {
        this.block = new Container(opening, offset, false);
        this.colons = colons;
    }

    /** Whether the line at hand closes this container. */
    boolean ending() {
        return ending;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(ParserState state, BlockParser blockParser, Block child) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        int run = closing(state);
        if (run > 0 && closes(state, run)) {
            ending = true;
            block.close();
            return BlockContinue.none();
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void closeBlock(ParserState state) {
        block.setCharsFromContent();
    }

    /** The number of colons of a closing line; 0 for another line. */
    static int closing(ParserState state) {
        BasedSequence line = state.getLine();
        int start = state.getNextNonSpaceIndex();
        if (state.getIndent() > 3 || start >= line.length() || line.charAt(start) != ':') {
            return 0;
        }
        int end = start;
        while (end < line.length() && line.charAt(end) == ':') {
            end++;
        }
        return end - start >= 3 && line.subSequence(end, line.length()).isBlank() ? end - start : 0;
    }

    /** Whether no deeper container and no code takes the closing line. */
    private boolean closes(ParserState state, int run) {
        List<BlockParser> active = state.getActiveBlockParsers();
        ColonContainerParser innermost = this;
        boolean reached = false;
        for (BlockParser parser : active) {
            reached |= parser == this;
            if (!reached) {
                continue;
            }
            if (parser instanceof ColonContainerParser container) {
                innermost = container.colons <= run ? container : innermost;
            } else if (parser instanceof FencedCodeBlockParser) {
                return false;
            } else if (!(parser instanceof ParagraphParser) && !inList(parser, state)) {
                break;
            }
        }
        return innermost == this && colons <= run;
    }

    private static boolean inList(BlockParser parser, ParserState state) {
        return state.getIndent() >= 2 && (parser instanceof ListBlockParser || parser.getBlock() instanceof ListItem);
    }
}
