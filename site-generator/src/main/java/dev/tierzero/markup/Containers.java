package dev.tierzero.markup;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The containers of the dialect as an extension of flexmark's parser. */
final class Containers implements Parser.ParserExtension {

    /** Open blocks within which containers begin; deeper the marks are text. */
    private static final int MAX_NESTING = 100;

    private static final Pattern COLONS =
            Pattern.compile("(:{3,})[ \\t]*([\\w-]+)(?:[ \\t]*\\[(.*)]|[ \\t]+(.*?))?[ \\t]*");
    private static final Pattern MARKS =
            Pattern.compile("(!!!|\\?\\?\\?\\+?)[ \\t]+([\\w-]+)(?:[ \\t]+[\\w-]+)*(?:[ \\t]+\"(.*)\")?[ \\t]*");
    private static final Pattern TAB = Pattern.compile("===[!+]?[ \\t]+\"(.*)\"[ \\t]*");

    @Override
    public void parserOptions(MutableDataHolder options) {}

    @Override
    public void extend(Parser.Builder parserBuilder) {
        parserBuilder.customBlockParserFactory(new Factory());
    }

    private static final class Factory implements CustomBlockParserFactory {

        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of();
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of();
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }

        @Override
        public BlockParserFactory apply(DataHolder options) {
            return Containers::start;
        }
    }

    private static BlockStart start(ParserState state, MatchedBlockParser matched) {
        BasedSequence line = state.getLine();
        int start = state.getNextNonSpaceIndex();
        if (state.getIndent() > 3
                || start >= line.length()
                || state.getActiveBlockParsers().size() > MAX_NESTING) {
            return none();
        }
        Optional<BlockParser> parser =
                switch (line.charAt(start)) {
                    case ':' -> colons(state, line.subSequence(start, line.length()));
                    case '!', '?' -> marks(line.subSequence(start, line.length()));
                    case '=' -> tab(line.subSequence(start, line.length()));
                    default -> Optional.empty();
                };
        return parser.map(found -> BlockStart.of(found).atIndex(line.length())).orElseGet(Containers::none);
    }

    /** flexmark's way to say that no block starts here. */
    private static BlockStart none() {
        return BlockStart.none();
    }

    private static Optional<BlockParser> colons(ParserState state, BasedSequence text) {
        if (ColonContainerParser.closing(state) > 0) {
            return state.getActiveBlockParsers().stream()
                            .anyMatch(parser ->
                                    parser instanceof ColonContainerParser open && open.ending() && !parser.isClosed())
                    ? Optional.of(new EndParser())
                    : Optional.empty();
        }
        Matcher matcher = COLONS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String title = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
        Opening opening = Opening.ofColons(matcher.group(2), title == null ? "" : title.strip());
        return Optional.of(new ColonContainerParser(
                opening, text.getStartOffset(), matcher.group(1).length()));
    }

    private static Optional<BlockParser> marks(BasedSequence text) {
        Matcher matcher = MARKS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Opening.Form form =
                switch (matcher.group(1)) {
                    case "!!!" -> Opening.Form.ADMONITION;
                    case "???" -> Opening.Form.COLLAPSED;
                    default -> Opening.Form.EXPANDED;
                };
        String title = matcher.group(3) == null ? "" : matcher.group(3).strip();
        Opening opening = Opening.admonition(form, matcher.group(2), title);
        return Optional.of(new IndentedContainerParser(opening, text.getStartOffset()));
    }

    private static Optional<BlockParser> tab(BasedSequence text) {
        Matcher matcher = TAB.matcher(text);
        return matcher.matches()
                ? Optional.of(new IndentedContainerParser(
                        new Opening(Opening.Form.TAB, "", matcher.group(1).strip()), text.getStartOffset()))
                : Optional.empty();
    }

    /** Takes the line that closes a container. */
    private static final class EndParser extends AbstractBlockParser {
        private final Container.End block = new Container.End();

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }

        @Override
        public void addLine(ParserState state, BasedSequence line) {}

        @Override
        public void closeBlock(ParserState state) {
            block.setCharsFromContent();
        }
    }
}
