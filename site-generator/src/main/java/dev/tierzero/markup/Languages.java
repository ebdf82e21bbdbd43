package dev.tierzero.markup;

import dev.tierzero.markup.Grammar.Trait;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The languages that are coloured, by their names in lower case. */
final class Languages {

    static final Lexer PLAIN = (code, start, end, ink) -> {};

    static final Lexer JSON = Grammar.of("true false null")
            .string("\"")
            .comment("//")
            .with(Trait.KEYS)
            .lexer();

    private static final Lexer SHELL = new ShellLexer();

    private static final Lexer POWERSHELL = Grammar.of(
                    "begin break catch class continue data do else elseif end exit filter finally for foreach function if in param process"
                            + " return switch throw trap try until using while")
            .comment("#")
            .block("<#", "#>")
            .string("\"", "'")
            .with(Trait.DOLLAR_VARIABLES, Trait.ANY_CASE, Trait.HYPHENS, Trait.CMDLETS)
            .lexer();

    /** All names with their lexers. */
    static final Map<String, Lexer> ALL = all();

    private Languages() {}

    private static Map<String, Lexer> all() {
        Map<String, Lexer> map = new HashMap<>();
        put(map, "text txt plain plaintext output log none mermaid csv", PLAIN);
        put(map, "bash sh shell zsh ksh", SHELL);
        put(map, "console session shell-session terminal", new ConsoleLexer(SHELL, POWERSHELL));
        put(map, "powershell ps1 pwsh", POWERSHELL);
        put(map, "yaml yml", new YamlLexer());
        put(map, "json jsonc json5", JSON);
        put(map, "xml html xhtml svg xsd xsl pom", new TagLexer());
        put(map, "css scss less", new CssLexer());
        put(map, "ini properties env dotenv conf cfg editorconfig", LineLexer.lexer(LineLexers::settings));
        put(map, "diff patch", LineLexer.lexer(LineLexers::diff));
        put(map, "http", LineLexer.lexer(LineLexers::http));
        put(map, "makefile make", LineLexer.lexer(LineLexers::make));
        put(map, "dockerfile docker containerfile", LineLexer.lexer(LineLexers::docker));
        put(map, "markdown md", LineLexer.lexer(LineLexers::markdown));
        put(map, "asciidoc adoc", LineLexer.lexer(LineLexers::asciidoc));
        jvm(map);
        web(map);
        systems(map);
        scripts(map);
        queries(map);
        return Map.copyOf(map);
    }

    private static void put(Map<String, Lexer> map, String names, Lexer lexer) {
        for (String name : List.of(names.split(" ", -1))) {
            map.put(name, lexer);
        }
    }

    private static Grammar.Builder cLike(String keywords) {
        return Grammar.of(keywords).comment("//").block("/*", "*/");
    }

    private static void jvm(Map<String, Lexer> map) {
        String java =
                "abstract assert break case catch class const continue default do else enum extends final finally for goto if implements"
                        + " import instanceof interface native new package private protected public return static strictfp super switch synchronized"
                        + " this throw throws transient try volatile while true false null var record sealed permits yield non-sealed";
        String primitive = "boolean byte char double float int long short void";
        Grammar.Builder base =
                cLike(java).types(primitive).string("\"\"\"", "\"", "'").with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES);
        put(map, "java", base.lexer());
        put(
                map,
                "groovy gradle jenkinsfile",
                cLike(java + " def in as trait it")
                        .types(primitive)
                        .string("'''", "\"\"\"", "\"", "'")
                        .with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES)
                        .lexer());
        put(
                map,
                "kotlin kt kts",
                cLike(
                                "abstract actual annotation as break by catch class companion const constructor continue crossinline data do dynamic else"
                                        + " enum expect external final finally for fun get if import in infix init inline inner interface internal is"
                                        + " lateinit noinline null object open operator out override package private protected public reified return"
                                        + " sealed set super suspend tailrec this throw true false try typealias val value var vararg when where while")
                        .string("\"\"\"", "\"", "'")
                        .with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES)
                        .lexer());
        put(
                map,
                "scala sbt",
                cLike(
                                "abstract case catch class def do else enum export extends false final finally for given if implicit import lazy match new"
                                        + " null object override package private protected return sealed super then this throw trait true try type using"
                                        + " val var while with yield")
                        .string("\"\"\"", "\"")
                        .with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES)
                        .lexer());
    }

    private static void web(Map<String, Lexer> map) {
        String script =
                "async await break case catch class const continue debugger default delete do else export extends false finally for from"
                        + " function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined"
                        + " var void while with yield";
        put(
                map,
                "javascript js jsx mjs node",
                cLike(script)
                        .string("\"", "'")
                        .raw("`")
                        .with(Trait.CAPITAL_TYPES)
                        .lexer());
        put(
                map,
                "typescript ts tsx",
                cLike(script
                                + " abstract any as asserts declare enum implements infer interface is keyof module namespace never override"
                                + " private protected public readonly satisfies type unique unknown")
                        .types("boolean number string object symbol bigint")
                        .string("\"", "'")
                        .raw("`")
                        .with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES)
                        .lexer());
        put(
                map,
                "graphql gql",
                Grammar.of(
                                "query mutation subscription fragment on type input enum interface union scalar directive schema extend")
                        .comment("#")
                        .string("\"\"\"", "\"")
                        .with(Trait.ANNOTATIONS, Trait.DOLLAR_VARIABLES, Trait.CAPITAL_TYPES, Trait.KEYS)
                        .lexer());
    }

    private static void systems(Map<String, Lexer> map) {
        put(
                map,
                "go golang",
                cLike(
                                "break case chan const continue default defer else fallthrough for func go goto if import interface map package range"
                                        + " return select struct switch type var true false nil iota")
                        .types(
                                "bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16"
                                        + " uint32 uint64 uintptr any")
                        .string("\"", "'")
                        .raw("`")
                        .lexer());
        put(
                map,
                "rust rs",
                cLike(
                                "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub"
                                        + " ref return self Self static struct super trait true type union unsafe use where while")
                        .types("bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize")
                        .string("\"", "'")
                        .with(Trait.RUST, Trait.CAPITAL_TYPES)
                        .lexer());
        String c =
                "auto break case const continue default do else enum extern for goto if inline register restrict return sizeof static struct"
                        + " switch typedef union volatile while";
        String types =
                "bool char double float int int8_t int16_t int32_t int64_t long short signed size_t uint8_t uint16_t uint32_t uint64_t"
                        + " unsigned void";
        put(
                map,
                "c h",
                cLike(c).types(types).string("\"", "'").with(Trait.PREPROCESSOR).lexer());
        put(
                map,
                "cpp c++ cc hpp cxx",
                cLike(c
                                + " alignas and catch class concept consteval constexpr co_await co_return co_yield decltype delete dynamic_cast explicit"
                                + " export false final friend mutable namespace new noexcept not nullptr operator or override private protected"
                                + " public reinterpret_cast requires static_assert static_cast template this throw true try typeid typename using"
                                + " virtual")
                        .types(types + " string vector")
                        .string("\"", "'")
                        .with(Trait.PREPROCESSOR, Trait.CAPITAL_TYPES)
                        .lexer());
        put(
                map,
                "csharp cs c#",
                cLike(
                                "abstract as async await base break case catch checked class const continue default delegate do else enum event explicit"
                                        + " extern false finally fixed for foreach get goto if implicit in init interface internal is lock namespace new"
                                        + " null operator out override params private protected public readonly record ref return sealed set sizeof"
                                        + " static struct switch this throw true try typeof unchecked unsafe using var virtual volatile when where while"
                                        + " yield")
                        .types(
                                "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort void")
                        .string("\"\"\"", "\"", "'")
                        .with(Trait.PREPROCESSOR, Trait.CAPITAL_TYPES)
                        .lexer());
        put(
                map,
                "hcl terraform tf",
                Grammar.of("resource variable output module provider data locals terraform true false null for in if")
                        .comment("#", "//")
                        .block("/*", "*/")
                        .string("\"")
                        .with(Trait.ASSIGNED_KEYS, Trait.HYPHENS)
                        .lexer());
    }

    private static void scripts(Map<String, Lexer> map) {
        put(
                map,
                "python py",
                Grammar.of(
                                "and as assert async await break case class continue def del elif else except False finally for from global if import"
                                        + " in is lambda match None nonlocal not or pass raise return True try while with yield self")
                        .types("bool bytes dict float frozenset int list object set str tuple")
                        .comment("#")
                        .string("\"\"\"", "'''", "\"", "'")
                        .with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES)
                        .lexer());
        put(
                map,
                "ruby rb",
                Grammar.of(
                                "alias and begin break case class def defined? do else elsif end ensure false for if in module next nil not or redo"
                                        + " rescue retry return self super then true undef unless until when while yield require require_relative"
                                        + " attr_accessor attr_reader raise puts")
                        .comment("#")
                        .string("\"", "'")
                        .with(Trait.SYMBOLS, Trait.DOLLAR_VARIABLES, Trait.CAPITAL_TYPES)
                        .lexer());
        put(
                map,
                "lua",
                Grammar.of(
                                "and break do else elseif end false for function goto if in local nil not or repeat return then true until while")
                        .block("--[[", "]]")
                        .comment("--")
                        .string("\"", "'")
                        .lexer());
        put(
                map,
                "php",
                cLike(
                                "abstract and array as break case catch class const continue declare default do echo else elseif enum extends false final"
                                        + " finally fn for foreach function global if implements include instanceof interface match namespace new null"
                                        + " or private protected public readonly require return static switch throw trait true try use var while")
                        .comment("#")
                        .string("\"", "'")
                        .with(Trait.DOLLAR_VARIABLES, Trait.CAPITAL_TYPES)
                        .lexer());
        put(
                map,
                "toml",
                Grammar.of("true false inf nan")
                        .comment("#")
                        .string("\"\"\"", "'''", "\"", "'")
                        .with(Trait.ASSIGNED_KEYS, Trait.HYPHENS)
                        .lexer());
        put(
                map,
                "nginx",
                Grammar.of(
                                "server location upstream http events if return rewrite include proxy_pass listen root server_name on off")
                        .comment("#")
                        .string("\"", "'")
                        .with(Trait.DOLLAR_VARIABLES)
                        .lexer());
    }

    private static void queries(Map<String, Lexer> map) {
        put(
                map,
                "sql postgresql psql mysql sqlite plsql",
                Grammar.of(
                                "add all alter analyze and any as asc begin between by cascade case check column commit constraint create cross"
                                        + " database default delete desc distinct do drop else end exists explain false fetch for foreign from full"
                                        + " function grant group having if in index inner insert interval into is join key left like limit materialized"
                                        + " natural not null offset on or order outer over partition primary procedure references returning revoke right"
                                        + " rollback row rows savepoint schema select sequence set show table temporary then to transaction trigger true"
                                        + " truncate union unique update using vacuum values view when where window with")
                        .types(
                                "bigint bigserial boolean bytea char date decimal double float int integer json jsonb numeric real serial smallint"
                                        + " text time timestamp timestamptz uuid varchar")
                        .comment("--")
                        .block("/*", "*/")
                        .string("'", "\"")
                        .with(Trait.ANY_CASE)
                        .lexer());
        put(
                map,
                "promql",
                Grammar.of("and bool by group_left group_right ignoring offset on or unless without")
                        .functions("sum min max avg count stddev stdvar topk bottomk quantile count_values group")
                        .comment("#")
                        .string("\"", "'")
                        .lexer());
        put(
                map,
                "rego",
                Grammar.of("package import default not with as some every in if contains else true false null")
                        .comment("#")
                        .string("\"")
                        .raw("`")
                        .lexer());
    }
}
