package dev.tierzero.markup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A language made of comments, strings, numbers and words, as data for {@link GrammarLexer}.
 *
 * @param lineComments starts of comments that end with the line
 * @param blocks pairs of texts that open and close comments over lines
 * @param quotes of strings, longest first
 * @param words by what they are
 * @param traits what else holds
 */
record Grammar(List<String> lineComments, List<Pair> blocks, List<Quote> quotes, Words words, Set<Trait> traits) {

    /**
     * An opening and a closing text.
     */
    record Pair(String open, String close) {}

    /**
     * A kind of string.
     *
     * @param mark opens and closes it
     * @param lines whether it may go over lines
     * @param raw whether a backslash is an ordinary character
     */
    record Quote(String mark, boolean lines, boolean raw) {}

    /**
     * Words with a meaning.
     *
     * @param keywords of the language
     * @param types that are built in
     * @param functions that are built in
     */
    record Words(Set<String> keywords, Set<String> types, Set<String> functions) {}

    /** What may hold for a language. */
    enum Trait {
        /** Words in any case are the same; the sets hold lower case. */
        ANY_CASE,
        /** Names in capitals and lower case are types. */
        CAPITAL_TYPES,
        /** {@code @Name} is an annotation. */
        ANNOTATIONS,
        /** {@code $name} is a variable. */
        DOLLAR_VARIABLES,
        /** {@code :name} is a symbol, {@code @name} a variable: Ruby. */
        SYMBOLS,
        /** A quoted or bare text before a colon is a key. */
        KEYS,
        /** A text before an equals sign at the start of a line is a key. */
        ASSIGNED_KEYS,
        /** Names may have hyphens inside. */
        HYPHENS,
        /** A name with a hyphen is a command: PowerShell. */
        CMDLETS,
        /** {@code #[…]} and {@code name!} as in Rust; an apostrophe may start a lifetime. */
        RUST,
        /** A line that starts with # is for the preprocessor. */
        PREPROCESSOR
    }

    /** Starts a grammar. */
    static Builder of(String keywords) {
        return new Builder(keywords);
    }

    /** Collects the parts of a grammar. */
    static final class Builder {
        private final Set<String> keywords;
        private Set<String> types = Set.of();
        private Set<String> functions = Set.of();
        private final List<String> lineComments = new ArrayList<>();
        private final List<Pair> blocks = new ArrayList<>();
        private final List<Quote> quotes = new ArrayList<>();
        private final Set<Trait> traits = new HashSet<>();

        private Builder(String keywords) {
            this.keywords = set(keywords);
        }

        private static Set<String> set(String words) {
            return Set.copyOf(List.of(words.strip().split("\\s+")));
        }

        Builder types(String words) {
            types = set(words);
            return this;
        }

        Builder functions(String words) {
            functions = set(words);
            return this;
        }

        Builder comment(String... starts) {
            lineComments.addAll(List.of(starts));
            return this;
        }

        Builder block(String open, String close) {
            blocks.add(new Pair(open, close));
            return this;
        }

        Builder string(String... marks) {
            for (String mark : marks) {
                quotes.add(new Quote(mark, mark.length() > 1, false));
            }
            return this;
        }

        Builder raw(String mark) {
            quotes.add(new Quote(mark, true, true));
            return this;
        }

        Builder with(Trait... more) {
            traits.addAll(List.of(more));
            return this;
        }

        Lexer lexer() {
            return new GrammarLexer(new Grammar(
                    List.copyOf(lineComments),
                    List.copyOf(blocks),
                    List.copyOf(quotes),
                    new Words(keywords, types, functions),
                    Set.copyOf(traits)));
        }
    }
}
