package dev.tierzero.markup;

import dev.tierzero.markup.Grammar.Trait;
import java.util.LinkedHashMap;
import java.util.Map;

/** The languages with the comments and braces of C. */
final class CFamily {

    private CFamily() {}

    /** The lexers by the names of each language, a blank between them. */
    static Map<String, Lexer> lexers() {
        Map<String, Lexer> lexers = new LinkedHashMap<>();
        jvm(lexers);
        web(lexers);
        systems(lexers);
        return lexers;
    }

    private static Grammar.Builder cLike(String keywords) {
        return Grammar.of(keywords).comment("//").block("/*", "*/");
    }

    private static void jvm(Map<String, Lexer> lexers) {
        String java =
                "abstract assert break case catch class const continue default do else enum extends final finally for goto if implements"
                        + " import instanceof interface native new package private protected public return static strictfp super switch synchronized"
                        + " this throw throws transient try volatile while true false null var record sealed permits yield non-sealed";
        String primitive = "boolean byte char double float int long short void";
        Grammar.Builder base =
                cLike(java).types(primitive).string("\"\"\"", "\"", "'").with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES);
        lexers.put("java", base.lexer());
        lexers.put(
                "groovy gradle jenkinsfile",
                cLike(java + " def in as trait it")
                        .types(primitive)
                        .string("'''", "\"\"\"", "\"", "'")
                        .with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES)
                        .lexer());
        lexers.put(
                "kotlin kt kts",
                cLike(
                                "abstract actual annotation as break by catch class companion const constructor continue crossinline data do dynamic else"
                                        + " enum expect external final finally for fun get if import in infix init inline inner interface internal is"
                                        + " lateinit noinline null object open operator out override package private protected public reified return"
                                        + " sealed set super suspend tailrec this throw true false try typealias val value var vararg when where while")
                        .string("\"\"\"", "\"", "'")
                        .with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES)
                        .lexer());
        lexers.put(
                "scala sbt",
                cLike(
                                "abstract case catch class def do else enum export extends false final finally for given if implicit import lazy match new"
                                        + " null object override package private protected return sealed super then this throw trait true try type using"
                                        + " val var while with yield")
                        .string("\"\"\"", "\"")
                        .with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES)
                        .lexer());
    }

    private static void web(Map<String, Lexer> lexers) {
        String script =
                "async await break case catch class const continue debugger default delete do else export extends false finally for from"
                        + " function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined"
                        + " var void while with yield";
        lexers.put(
                "javascript js jsx mjs node",
                cLike(script)
                        .string("\"", "'")
                        .raw("`")
                        .with(Trait.CAPITAL_TYPES)
                        .lexer());
        lexers.put(
                "typescript ts tsx",
                cLike(script
                                + " abstract any as asserts declare enum implements infer interface is keyof module namespace never override"
                                + " private protected public readonly satisfies type unique unknown")
                        .types("boolean number string object symbol bigint")
                        .string("\"", "'")
                        .raw("`")
                        .with(Trait.ANNOTATIONS, Trait.CAPITAL_TYPES)
                        .lexer());
        lexers.put(
                "php",
                cLike(
                                "abstract and array as break case catch class const continue declare default do echo else elseif enum extends false final"
                                        + " finally fn for foreach function global if implements include instanceof interface match namespace new null"
                                        + " or private protected public readonly require return static switch throw trait true try use var while")
                        .comment("#")
                        .string("\"", "'")
                        .with(Trait.DOLLAR_VARIABLES, Trait.CAPITAL_TYPES)
                        .lexer());
    }

    private static void systems(Map<String, Lexer> lexers) {
        lexers.put(
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
        lexers.put(
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
        lexers.put(
                "c h",
                cLike(c).types(types).string("\"", "'").with(Trait.PREPROCESSOR).lexer());
        lexers.put(
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
        lexers.put(
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
    }
}
