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
        CFamily.lexers().forEach((names, lexer) -> put(map, names, lexer));
        scripts(map);
        configuration(map);
        queries(map);
        return Map.copyOf(map);
    }

    private static void put(Map<String, Lexer> map, String names, Lexer lexer) {
        for (String name : List.of(names.split(" ", -1))) {
            map.put(name, lexer);
        }
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
    }

    private static void configuration(Map<String, Lexer> map) {
        put(
                map,
                "hcl terraform tf",
                Grammar.of("resource variable output module provider data locals terraform true false null for in if")
                        .comment("#", "//")
                        .block("/*", "*/")
                        .string("\"")
                        .with(Trait.ASSIGNED_KEYS, Trait.HYPHENS)
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
}
