package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SyntaxHighlighterTest {

    private static final List<String> PIECES = List.of(
            "a",
            "B_c",
            "12",
            "0x1F",
            "1.5e-3",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\t",
            "\"",
            "'",
            "`",
            "\"\"\"",
            "'''",
            "#",
            "//",
            "/*",
            "*/",
            "--",
            "--[[",
            "]]",
            "<!--",
            "-->",
            "<a b='c'>",
            "</a>",
            "&amp;",
            "&",
            "<",
            ">",
            "<<EOF",
            "<<-'X'",
            "EOF",
            "X",
            "$",
            "${",
            "}",
            "$(",
            ")",
            "$x",
            "@A",
            ":s",
            "#[",
            "]",
            "=",
            ":",
            ": ",
            "- ",
            "|",
            "{",
            "[",
            ",",
            ";",
            "\\",
            "\\\n",
            "$ ls",
            "# x",
            "> y",
            "PS C:\\> z",
            "---",
            "+",
            "@@",
            "GET /",
            "HTTP/1.1 200",
            "FROM",
            "RUN ",
            "if ",
            "then ",
            "export ",
            "\u00e9",
            "\ud83d\ude00",
            "\u0000",
            "%",
            "!",
            "~",
            "^");

    private final SyntaxHighlighter highlighter = new SyntaxHighlighter();

    private String coloured(String language, String code) {
        return highlighter
                .highlight(language, code, line -> false)
                .replaceAll("<span class=\"tok-(.)\">([^<]*)</span>", "{$1 $2}");
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    @Test
    void theTextIsKeptCharacterForCharacterWhateverTheLanguage() {
        for (String language : new TreeSet<>(Languages.ALL.keySet())) {
            long seed = language.hashCode();
            Random random = new Random(seed);
            for (int i = 0; i < 60; i++) {
                StringBuilder code = new StringBuilder();
                for (int n = random.nextInt(40); n > 0; n--) {
                    code.append(PIECES.get(random.nextInt(PIECES.size())));
                }
                int marked = random.nextInt(4);
                String html = highlighter.highlight(language, code.toString(), line -> line == marked);
                assertEquals(code.toString(), text(html), language + " with seed " + seed);
            }
        }
    }

    @Test
    void longHostileTextsTakeLinearTime() {
        List<String> hostile = List.of(
                "${",
                "\"",
                "'",
                "`",
                "<",
                "<a ",
                "&",
                "(",
                "[",
                "#[",
                "<<A ",
                "/*",
                "--[[",
                "$(",
                ":",
                "\\",
                "> '\"\n",
                "$ '\n",
                "> x <<E\n",
                "a-");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (Lexer lexer : Set.copyOf(Languages.ALL.values())) {
                for (String piece : hostile) {
                    String code = piece.repeat(40_000 / piece.length());
                    Ink ink = new Ink();
                    lexer.scan(code, 0, code.length(), ink);
                    assertTrue(ink.html(code, line -> false).length() >= code.length());
                }
            }
        });
    }

    @Test
    void aConsoleIsDividedIntoCommandsAndOutput() {
        assertEquals("""
                <span class="cmd"><span class="prompt">$ </span>{f kubectl} get pods \\</span>
                <span class="cmd"><span class="prompt">&gt; </span>  {a -n} {v &lt;ns&gt;}</span>
                <span class="out">NAME  READY</span>
                <span class="cmd"><span class="prompt"># </span>{f systemctl} restart x</span>
                <span class="out">ok</span>""", coloured("console", """
                        $ kubectl get pods \\
                        >   -n <ns>
                        NAME  READY
                        # systemctl restart x
                        ok"""));
    }

    @Test
    void aHereDocumentAndAnOpenQuotationBelongToTheCommand() {
        assertEquals("""
                <span class="cmd"><span class="prompt">$ </span>{f cat} {m &lt;&lt;EOF}</span>
                <span class="cmd">{s hello $USER}</span>
                <span class="cmd">{m EOF}</span>
                <span class="out">hello root</span>
                <span class="cmd"><span class="prompt">$ </span>{f curl} {a -d} {s '}</span>
                <span class="cmd">{s   x'}</span>
                <span class="out">it's fine</span>""", coloured("console", """
                        $ cat <<EOF
                        hello $USER
                        EOF
                        hello root
                        $ curl -d '
                          x'
                        it's fine"""));
    }

    @Test
    void powerShellPromptsAreCommandsToo() {
        assertEquals(
                "<span class=\"cmd\"><span class=\"prompt\">PS C:\\&gt; </span>{f Get-Item} {v $env:X}</span>",
                coloured("console", "PS C:\\> Get-Item $env:X"));
    }

    @Test
    void aHighlightedLineIsWrappedAndTheOthersAreNot() {
        assertEquals("""
                <span class="line hl"><span class="tok-c"># one</span></span>
                <span class="tok-f">two</span>""", highlighter.highlight("bash", "# one\ntwo", line -> line == 1));
    }

    @Test
    void aTokenOverLinesIsClosedAtEachLineEnd() {
        assertEquals("{s '''doc}\n{s more'''}", coloured("python", "'''doc\nmore'''"));
    }

    @Test
    void shellCommandsOptionsVariablesAndPlaceholdersAreTold() {
        assertEquals(
                "{k export} {v A}{o =}{v $HOME}/x\n{f sudo} {f rm} {a -rf} {v &lt;name of pod&gt;} {o |}{o |} {k exit} {n 1} {c # c}",
                coloured("bash", "export A=$HOME/x\nsudo rm -rf <name of pod> || exit 1 # c"));
        assertEquals("{f echo} {s \"}{v $p}{s : }{v ${x:-y}}{s \"}", coloured("bash", "echo \"$p: ${x:-y}\""));
    }

    @Test
    void yamlKeysScalarsAndBlockScalarsAreTold() {
        assertEquals(
                "{a name}{p :} x-y {c # c}\n{a n}{p :} {n 3}\n{a l}{p :} {p [}a{p ,} {s \"b\"}{p ]}\n{a t}{p :} {o |}\n  {s multi: x}\n{p -} {a on}{p :} {k true}",
                coloured("yaml", "name: x-y # c\nn: 3\nl: [a, \"b\"]\nt: |\n  multi: x\n- on: true"));
    }

    @Test
    void theOtherLanguagesOfThePortalAreTold() {
        assertEquals(
                "{p {}{a \"a\"}{p :} {n 1}{p ,} {a \"b\"}{p :} {s \"x\"}{p }}",
                coloured("json", "{\"a\": 1, \"b\": \"x\"}"));
        assertEquals("{a b} {o =} {n 1} {c # y}", coloured("toml", "b = 1 # y"));
        assertEquals("{k SELECT} a {k FROM} t {c -- z}", coloured("sql", "SELECT a FROM t -- z"));
        assertEquals(
                "{f sum} {k by} {p (}x{p )} {p (}a{p [}{n 5m}{p ]}{p )}", coloured("promql", "sum by (x) (a[5m])"));
        assertEquals(
                "{k FROM} {s eclipse-temurin:17}\n{k RUN} {f apt-get} update",
                coloured("dockerfile", "FROM eclipse-temurin:17\nRUN apt-get update"));
        assertEquals("{e -x}\n{s +y}\n z", coloured("diff", "-x\n+y\n z"));
        assertEquals("{p &lt;}{t a} {a b}{o =}{s \"c\"}{p &gt;}", coloured("xml", "<a b=\"c\">"));
        assertEquals("{k fn} f{o &lt;}{v 'a}{o &gt;}{p (}{p )}", coloured("rust", "fn f<'a>()"));
    }

    @Test
    void anUnknownLanguageIsPlainTextAndCanBeAskedFor() {
        assertEquals("a &lt; b", coloured("klingon", "a < b"));
        assertFalse(highlighter.knows("klingon"));
        assertTrue(highlighter.knows("kotlin"));
        assertTrue(highlighter.knows("text"));
    }
}
