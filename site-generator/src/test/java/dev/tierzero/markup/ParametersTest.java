package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Parsed;
import dev.tierzero.model.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What readers fill in: where it goes, and what must be right about it. */
class ParametersTest {

    private static final Pattern PLACE = Pattern.compile("data-param=\"([a-z-]+)\" data-quote=\"(\\w+)\"");

    /** A page that declares {@code n}, in Markdown, with its front matter as the file has it. */
    private static Parsed page(String frontMatter, List<?> parameters, String body, boolean asciiDoc) {
        String name = asciiDoc ? "page.adoc" : "page.md";
        String head = "---\n" + frontMatter + "---\n";
        int keyLine = 1
                + (int) head.substring(0, Math.max(0, head.indexOf("parameters:")))
                        .lines()
                        .count();
        SourcePosition at = new SourcePosition("content/" + name, keyLine, 1);
        Metadata metadata = new Metadata(
                Map.of("title", new Metadata.Value("Page", at), "parameters", new Metadata.Value(parameters, at)));
        int firstLine = 1 + (int) head.lines().count();
        if (asciiDoc) {
            AsciiDocFixture files = new AsciiDocFixture(Map.of(AsciiDocFixture.PAGE, head + body));
            return files.parser()
                    .parse(new Source(name, "content/" + name, Markup.ASCIIDOC, metadata, body, firstLine));
        }
        return Pages.none()
                .with(name, head + body)
                .parser()
                .parse(new Source(name, "content/" + name, Markup.MARKDOWN, metadata, body, firstLine));
    }

    private static Parsed code(String language, String code) {
        return page("parameters: [n]\n", List.of("n"), "```" + language + "\n" + code + "\n```\n", false);
    }

    private static String places(String language, String code) {
        Matcher place = PLACE.matcher(code(language, code).document().body().html());
        List<String> found = new ArrayList<>();
        while (place.find()) {
            found.add(place.group(2));
        }
        return String.join(" ", found);
    }

    /** Each of these commands of a shell has these places. */
    private static void eachHas(String expected, String... commands) {
        for (String code : commands) {
            assertEquals(expected, places("bash", code), code);
        }
    }

    private static String findings(Parsed parsed) {
        return parsed.diagnostics().stream()
                .map(AsciiDocFixture::line)
                .map(line -> line.replaceFirst("^content/page\\.\\w+:", ""))
                .collect(Collectors.joining("\n"));
    }

    private static String problem(String code) {
        return findings(code("bash", code))
                .replaceFirst(" error RM025 no value can safely be written in place of <n> here", "");
    }

    @Test
    void aPlaceInTheCodeOfAShellSaysHowAValueIsQuotedThere() {
        assertEquals("bare bare", places("bash", "ls <n> --a=<n>"));
        assertEquals("single double bare", places("sh", "ls 'a <n>' \"b <n>\" \"$(cat <n>)\""));
        assertEquals("ansi", places("zsh", "ls $'a\\'<n>'"));
        assertEquals("verbatim bare", places("bash", "# it's <n>\nls <n> # it's"));
        assertEquals("heredoc bare literal bare", places("shell", "cat <<A <<'B'\n<n> $(ls <n>)\nA\n'<n>\nB\nls <n>"));
        assertEquals("word word bare", places("bash", "<n> a$b<n> ${b}<n>"));
        assertEquals(
                "number number number word", places("bash", "a $((1+<n>)) ${x[1]}; ((<n>)); a[<n>]=1; b ${x:-<n>}"));
        assertEquals("single", places("bash", "a \\\n  b \\\n  'c <n>'"));
    }

    @Test
    void whereTextIsReadASecondTimeAValueMustNeedNoQuoting() {
        assertEquals("verbatim", places("bash", "ssh host \"systemctl stop <n>\""));
        assertEquals("verbatim bare", places("bash", "sudo -u a bash -c 'ls <n>'; ls <n>"));
        assertEquals("verbatim verbatim", places("bash", "echo <n> | sudo ssh host 'cat <n>'"));
        assertEquals("verbatim bare", places("bash", "ssh host <<'EOF'\nls <n>\nEOF\nls <n>"));
        assertEquals("verbatim", places("bash", "cat <<EOF |\nls <n>\nEOF\nsh"));
        assertEquals("plain double", places("bash", "jq '.b == \"<n>\"' \"<n>\""));
        assertEquals("bare", places("bash", "echo the ssh-agent watches at <n>"));
        assertEquals("number verbatim", places("bash", "[[ <n> -gt 3 ]]; unset <n>"));
    }

    /** Quoting is not enough in any of these: values would run as commands. */
    @Test
    void arithmeticTakesNumbersWhereverItHides() {
        eachHas(
                "number",
                "[[ -n x && <n> -gt 3 ]]",
                "[[ -z x || <n> -gt 3 ]]",
                "[[ ( <n> -gt 3 ) ]]",
                "if [[ -n x &&\n  3 -gt '<n>' ]]; then ls; fi",
                "f() [[ x && <n> -gt 3 ]]",
                "f() { let x=<n>; }",
                "case x in (a) let x=<n>;; esac",
                "a[\"<n>\"]=1",
                "a['<n>']=1",
                "a=([<n>]=1)",
                "declare -A a=([\"<n>\"]=1)",
                "declare -i x\nx=<n>",
                "x=<n>; typeset -ri x",
                "unset \"a[<n>]\"",
                "printf -v 'a[<n>]' x",
                "read 'a[<n>]'",
                "test -v 'a[<n>]'",
                "let 'x=<n>'",
                "((x<n>))",
                "time -p let x=<n>",
                "a[$(echo <n>)]=1",
                "ls $((1 + $(echo '<n>')))",
                "function f { let x=<n>; }",
                "[[ -n x && ! ( \n<n> -eq 3 ) ]]\nls",
                "export a[<n>]=1",
                "a+=( x ['<n>']=1 )",
                "printf '%d' <n>");
        assertEquals("verbatim bare", places("bash", "[[ -n x && -v <n> ]]; ls <n>"));
        assertEquals("word bare", places("bash", "[[ -n x && a == <n> ]] && ls <n>"));
        for (String code : List.of("${a[<n>]}", "${a:<n>}", "\"${a[<n>]}\"", "${a[1]:<n>}")) {
            assertEquals(true, problem("ls " + code).contains("it stands in ${…}"), code);
        }
    }

    @Test
    void whatRunsTextIsFoundBehindOtherCommandsInPipesAndInDocuments() {
        eachHas(
                "verbatim",
                "flock F -c \"echo <n>\"",
                "script -qc \"echo <n>\" /dev/null",
                "source /dev/stdin <<<\"A=<n>\"",
                ". <(echo \"A=<n>\")",
                "find . -exec sh -c 'ls <n>' \\;",
                "sudo watch \"ls <n>\"",
                "sudo su -c 'ls <n>'",
                "sudo -s 'ls <n>'",
                "timeout 5 sh -c 'ls <n>'",
                "nsenter -t 1 chroot / sh -c 'ls <n>'",
                "systemd-run at now <<EOF\nls <n>\nEOF",
                "echo \"ls <n>\" | crontab -",
                "for i in 1 2; do echo \"ls <n>\"; done | bash",
                "{ echo \"ls <n>\"; } | ssh host",
                "echo \"ls <n>\" | { cd x; sh; }",
                "echo \"ls <n>\" | (cd x; sh)",
                "while read -r l; do eval \"$l\"; done <<EOF\n<n>\nEOF",
                "make A=<n>",
                "if x; then\n  sudo bash\nfi <<EOF\nls <n>\nEOF",
                "cat <<EOF | { cd x; sh; }\n<n>\nEOF",
                "echo \"ls <n>\" |\n while read -r l; do\n eval \"$l\"\n done",
                "echo \"ls <n>\" | tee >(sh)",
                "export PS1='<n>'",
                "GIT_SSH_COMMAND=\"ssh -i <n>\" git fetch",
                "ssh host <<EOF\n$(ls <n>)\nEOF");
        assertEquals("double", places("bash", "echo \"ls <n>\" | sudo tee x.sh"));
        assertEquals("heredoc", places("bash", "cat > x.py <<EOF\n<n>\nEOF"));
        assertEquals("double bare", places("bash", "if true; then echo \"on <n>\"; ssh host ls; fi; ls <n>"));
    }

    @Test
    void aStringOfAProgramTakesWordsAndTheRestOfItNumbers() {
        eachHas(
                "plain",
                "setsid -w python3 -c \"print('<n>')\"",
                "python3 - <<EOF\nprint('<n>')\nEOF",
                "echo \"print('<n>')\" | python3 -",
                "python3.11 <<< \"print('<n>')\"",
                "kubectl exec db -- psql -c \"delete from t where a = '<n>'\"",
                "docker exec db psql -tAc \"select '<n>'\"",
                "psql <<SQL\nselect '<n>';\nSQL",
                "cat <<SQL |\nselect '<n>';\nSQL\nmysql",
                "psql -f <(echo \"select '<n>'\")",
                "mysql -Ne \"select '<n>'\"",
                "mongosh --eval \"db.a.find('<n>')\"",
                "redis-cli eval \"return '<n>'\" 0",
                "perl -ne \"print '<n>'\"",
                "ruby -e \"puts '<n>'\"",
                "node -e \"log('<n>')\"",
                "php -r \"echo '<n>';\"",
                "awk '$1 == \"<n>\"' f",
                "awk '/<n>/' f",
                "sed -i \"/<n>/d\" f",
                "sed 's|a|x<n>|' f",
                "sudo sed -i s/a/<n>/ f",
                "$RUN \"ls <n>\"",
                "runs -c \"ls <n>\"");
        eachHas(
                "number",
                "psql -c \"delete from t where a = <n> and b = 5\"",
                "echo \"delete from t where a = <n>\" | psql",
                "sed -n '<n>p' f",
                "sed -n <n>p f",
                "sed s/a/b/<n> f",
                "sed 's/a/\"b/<n>' f",
                "awk '{print $<n>}' f",
                "jq .a[<n>] f",
                "perl -e 'print \"@{[<n>]}\"'",
                "python3 -c \"f(f'{<n>}')\"",
                "psql -c \"select $(echo <n>)\"",
                "python3 -c <n>",
                "psql --command=<n>",
                "ssh host \"psql -c 'delete from t where a = <n>'\"");
        assertEquals("bare bare bare", places("bash", "psql -h <n> -U app-<n> postgres://<n>/a"));
        assertEquals("bare", places("bash", "sed -n 4p /etc/<n>.conf"));
        assertEquals("number plain", places("sql", "select <n>, '<n>'"));
    }

    @Test
    void aConsoleHasCommandsThatBeginAnewAndOutputThatIsOnlyShown() {
        assertEquals(
                "bare shown double verbatim bare",
                places("console", "$ ls <n> \\\n>   it\nout <n> 'it\n# ls \"<n>\"\nPS C:\\> dir <n>\n$ ls <n>"));
    }

    @Test
    void otherLanguagesTakeWhatNeedsNoQuotingAnywhereAndMarkupIsLeftAlone() {
        assertEquals("verbatim", places("yaml", "a: <n>"));
        assertEquals("shown", places("output", "a: <n>"));
        assertEquals("", places("xml", "<n>a</n>"));
    }

    @Test
    void aPlaceholderIsOneWordForColoursAndWhatIsCopiedStaysAsItWas() {
        Parsed parsed = AsciiDocFixture.page("")
                .parser()
                .parse(new Source(
                        "page.adoc",
                        "content/page.adoc",
                        Markup.ASCIIDOC,
                        new Metadata(Map.of(
                                "parameters",
                                new Metadata.Value(
                                        List.of(Map.of("name", "n")), SourcePosition.ofFile("content/page.adoc")))),
                        "Say `<n>` here.\n\n[source,bash]\n----\nls --a=<n> \"b <n>\"\n----\n",
                        1));
        assertEquals("""
                <p>Say <code><span class="param" data-param="n" data-quote="shown">&lt;n&gt;</span></code> here.</p>
                <figure class="code" data-lang="bash"><pre tabindex="0"><code class="language-bash"><span class="tok-f">ls</span> \
                <span class="tok-a">--a</span>=<span class="param" data-param="n" data-quote="bare">&lt;n&gt;</span> <span class="tok-s">"b \
                <span class="param" data-param="n" data-quote="double">&lt;n&gt;</span>"</span></code></pre></figure>
                """, parsed.document().body().html());
        assertEquals(
                "ls --a=<n> \"b <n>\"", parsed.document().codeBlocks().get(0).text());
    }

    @Test
    void aPlaceWhereNoQuotingIsSafeIsAnErrorThatSaysWhatToDo() {
        assertEquals("5:6: it stands in backquotes | write $(…) in place of the backquotes", problem("a `b <n>`"));
        assertEquals("6:4: a backslash stands before it | take the backslash away", problem("a\nb \\<n>"));
        assertEquals("5:4: a dollar sign stands before it | take the dollar sign away", problem("a $<n>"));
        assertEquals(
                "5:4: a quotation mark is not closed | close it: nobody can say how a shell reads this command",
                problem("a '<n>"));
        assertEquals(
                "5:9: it stands in ${…}, where it cannot be quoted | set a variable in a line of its own, and use that here",
                problem("a \"${b:-<n>}\""));
        assertEquals(
                "5:6: the name of a variable stands before it, and a value would go on with the name | write the variable in braces: ${NAME}",
                problem("a \"$b<n>\""));
        assertEquals("5:1: it would be the name of a variable | write the name of the variable out", problem("<n>=1"));
        assertEquals(
                "6:1: values could make this line the end of the here-document | put a word into the line that EOF does not begin with",
                problem("cat <<EOF\n<n><n>\nEOF"));
    }

    @Test
    void theFindingsOfADeclarationStandInItsLineInBothMarkups() {
        String front = """
                parameters:
                  - name: n
                    pattern: "[a-z]+"
                    example: A
                  - {name: m, pattern: "(a+)+"}
                  - {name: n}
                  - name: k
                    pattern: "(?=a)"
                """;
        List<Map<String, Object>> declared = List.of(
                Map.of("name", "n", "pattern", "[a-z]+", "example", "A"),
                Map.of("name", "m", "pattern", "(a+)+"),
                Map.of("name", "n"),
                Map.of("name", "k", "pattern", "(?=a)"));
        String expected = """
                5:5 error RM023 the example "A" of "n" does not fit its own pattern | correct the example or the pattern: readers are shown \
                the one and held to the other
                6:15 error RM022 the pattern of "m" could keep a browser busy: a repetition stands in a repetition, and nothing tells where \
                one ends | repeat characters and not repetitions, such as [a-z-]+ in place of ([a-z]+-?)+
                7:12 error RM024 the parameter "n" is declared twice | keep one of the two
                8:11 warning RM020 the parameter "k" is declared, and no command has it | write <k> where its value goes, or take the \
                parameter away
                9:5 error RM021 the pattern of "k" is not understood: "(?" is understood only in "(?:" | write it with characters, \
                classes such as [a-z0-9-], groups, | and quantifiers alone""";
        assertEquals(expected, findings(page(front, declared, "```bash\nls <n> $m\n```\n", false)));
        assertEquals(expected, findings(page(front, declared, "[source,bash]\n----\nls <n> <m>\n----\n", true)));
    }

    @Test
    void hostileCodeCostsNoTime() {
        for (String piece : List.of(
                "$(",
                "\"$(",
                "${a:-",
                "((",
                "<<A ",
                "`",
                "'",
                "[",
                "a=(",
                "case x in ",
                "<(",
                "\\",
                "$a[",
                "a\\\n",
                "$a:",
                "> ",
                "A=1 ",
                "+x ",
                "perl -x ",
                "> a ",
                "< a ",
                "sed -f ")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> places("bash", piece.repeat(20_000) + "<n>" + piece + "<n>"), piece);
        }
    }

    @Test
    void patternsThatMeanTheSameEverywhereAndEndSoonAreAllowed() {
        for (String pattern : List.of(
                "vault-[1-9]",
                "[a-z][a-z0-9-]{0,62}",
                "([a-z0-9-]+\\.)+[a-z]{2,}",
                "\\d{1,3}(\\.\\d{1,3}){3}",
                ".*",
                "^a|b$",
                "[^\\n\"']+",
                "/srv/[\\w./-]+\\.snap",
                "(?:dev|prod)-\\d+",
                "[\\[\\]^-]",
                "\\S".replace("S", "w") + "+@\\w+",
                "a?b?c?",
                "[a-z]+(-[a-z]+)*",
                "é|ü")) {
            assertEquals(Optional.empty(), SafePattern.problem(pattern).map(SafePattern.Problem::text), pattern);
            Pattern.compile(pattern);
        }
    }

    @Test
    void patternsThatTakeLongOrMeanTwoThingsAreRefused() {
        for (String pattern : List.of(
                "(a+)+",
                "(a|a)*",
                "(a*)*b",
                "(a|ab)*",
                "([a-z]+)*",
                "(.*,)+x",
                "a*a*a*a*",
                "(a?){40}",
                "a?a?a?a?a?a?a?a?",
                "((a))*?",
                "(\\w+\\s?)*",
                ".*.*.*=",
                "(a{1,9}){9}",
                "a".repeat(301))) {
            assertEquals(true, SafePattern.problem(pattern).isPresent(), pattern);
        }
        for (String pattern : List.of(
                "(?=a)", "(?<!a)b", "(?<a>b)", "\\1", "[a&&b]", "[[a]]", "a++", "a*?", "a{", "{", "}", "]", "(", ")",
                "[", "[]", "\\p{L}", "\\s", "\\bx", "x{2,1}", "(?i)a", "\\Qa\\E", "\\x41", "[z-a]", "*a", "a\\",
                "\\u{61}", "[a-\\d]")) {
            assertEquals(Optional.of(false), SafePattern.problem(pattern).map(SafePattern.Problem::slow), pattern);
        }
    }
}
