package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tierzero.api.Metadata;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.Markup;
import dev.tierzero.model.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever readers type, a command receives exactly that: every value at every kind of place, read by the build, written by the theme's
 * script, run by shells.
 */
final class QuotedValuesTest {

    /** Prints what a command received, each with a zero byte behind it. */
    @SuppressWarnings("OrphanedFormatString") // A shell's, not Java's.
    private static final String GOT = "got() { printf '%s\\0' \"$n\" $# \"$@\"; }\n";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE =
            Pattern.compile("<span class=\"param\" data-param=\"x\" data-quote=\"(\\w+)\"(?: data-not=\"([^\"]*)\")?>");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f]");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]");
    private static final Pattern SAFE = Pattern.compile("[\\w.:/@+-]+");

    private static final List<String> VALUES = List.of(
            "vault-1",
            "/srv/a.b/c:d@e+f",
            "'; rm -rf ~",
            "\"; rm -rf ~; \"",
            "a b",
            " a",
            "a ",
            "  ",
            "a\nb",
            "\n",
            "a\n",
            "\r\n",
            "a\n$(touch PWNED)\n",
            "\tTab\t",
            "$(touch PWNED)",
            "`touch PWNED`",
            "$(printf %s \"$(touch PWNED)\")",
            "${HOME}",
            "$HOME",
            "$p",
            "$",
            "$$",
            "$1",
            "${",
            "$'\\x41'",
            "$\"a\"",
            "$(",
            "!!",
            "!",
            "a!b",
            "!$",
            "'!!'",
            "\"!!\"",
            "\\!!",
            "^a^b",
            "!-1",
            "!got",
            "'",
            "''",
            "\"",
            "\"\"",
            "'\"'\"'",
            "it's",
            "`",
            "\\",
            "\\\\",
            "a\\",
            "\\n",
            "\\'",
            "\\\"",
            "\\\n",
            "*",
            "?",
            "[a-z]*",
            "{a,b}",
            "{1..3}",
            "1..3",
            "~",
            "~root",
            "-n",
            "--help",
            "-",
            "#",
            "# comment",
            ";",
            "; touch PWNED",
            "| touch PWNED",
            "|| touch PWNED",
            "&& touch PWNED",
            "& touch PWNED",
            "> PWNED",
            "< /etc/passwd",
            ">(touch PWNED)",
            "<(touch PWNED)",
            "<<EOF",
            "EOF",
            "EO",
            ")",
            "(touch PWNED)",
            "a)b(c",
            "}",
            "esac",
            "if",
            "a=b",
            "a[$(touch PWNED)]",
            "%s%n",
            "100%",
            "é",
            "Zürich ß",
            "日本語",
            "😀👩‍💻",
            "\u202Ercs.exe",
            "a\u200fb",
            "a\u200bb",
            "\ufeffa",
            "\u2028",
            "\u0085",
            "\u001b[201~touch PWNED\n",
            "\u001b]0;x\u0007",
            "\u0001\u0002\u007f",
            "\b\b\b",
            "it\u001b's",
            "x".repeat(4000),
            "'\"$`\\! ".repeat(500));

    /**
     * Commands around a value.
     *
     * @param code with {@code <x>} for the value
     * @param received by the function got, one text an argument
     * @param posix whether every shell can run it
     */
    private record Template(String code, List<String> received, boolean posix) {
        static Template of(String code, String... received) {
            return new Template(code, List.of(received), true);
        }

        static Template bash(String code, String... received) {
            return new Template(code, List.of(received), false);
        }
    }

    private static final List<Template> TEMPLATES = List.of(
            Template.of("got <x>", "<x>"),
            Template.of("got pre<x>post --name=<x> '' <x>", "pre<x>post", "--name=<x>", "", "<x>"),
            Template.of("V=<x>; got \"$V\"", "<x>"),
            Template.of("got 'a <x> b'", "a <x> b"),
            Template.of("got \"a <x> b\"", "a <x> b"),
            Template.of("got \"${p}<x>$p\" \"<x>\"", "P<x>P", "<x>"),
            Template.of("got \"$(printf '%s.' <x>)\"", "<x>."),
            Template.of("got \"$(printf '%s.' \"q<x>q\" 'r<x>')\"", "q<x>q.r<x>."),
            Template.of("got \"$(printf '%s.' \"$(printf '%s.' \"a <x>\")\")\"", "a <x>.."),
            Template.bash("got $'a\\tb <x>\\n.'", "a\tb <x>\n."),
            Template.of("got \"$(cat <<EOF\na <x> \\$ b\nEOF\n)\"", "a <x> $ b"),
            Template.of("got \"$(cat <<'EOF'\na $p <x> b\nEOF\n)\"", "a $p <x> b"),
            Template.of("got \"$(cat <<EOF\n<x>\nEOF\n).\"", "<x>."),
            Template.of("got \"$(cat <<EOF\nF$(printf '%s.' <x> \"<x>\")\nEOF\n)\"", "F<x>.<x>."),
            Template.of("cat <<-EOF | { read -r V; got \"$V\"; }\n\ta<x>.\n\tEOF", "a<x>."),
            Template.of("got ${nothing:-<x>}", "<x>"),
            Template.bash("got \"$(cat <<< <x>; echo .)\"", "<x>\n."),
            Template.bash("got \"$(cat <(printf '%s.' <x>))\"", "<x>."),
            Template.bash("a=(<x> z); got \"${a[@]}\"", "<x>", "z"),
            Template.bash("[[ P<x> == P<x> && P<x> != Q<x> ]] && got same", "same"),
            Template.of("(got $p<x> {<x>} [<x>])", "P<x>", "{<x>}", "[<x>]"),
            Template.of("(HOME=/h; got ~/<x> x~<x> <x>>&1)", "/h/<x>", "x~<x>", "<x>"),
            Template.of("got \\\n  --a <x> \\\n  --b=<x>", "--a", "<x>", "--b=<x>"),
            Template.of("case <x> in <x>) got yes;; *) got no;; esac", "yes"),
            Template.of("got \"$(case y in y) printf '%s.' <x>;; esac)\" <x>", "<x>.", "<x>"),
            Template.of("got a # use <x>", "a"),
            Template.bash("bash -c 'got \"a <x>\"'", "a <x>"),
            Template.of("got \"$((<x>+0))\"", "<x>"),
            Template.bash("[[ -n x && ( <x> -gt -1 || -z '<x>' ) ]] && got yes", "yes"),
            Template.bash("unset a; a[\"<x>\"]=1; a+=([<x>]=2); got \"${!a[@]}\"; unset a", "<x>"),
            Template.bash("(declare -i k; k='<x>'; got \"$k\")", "<x>"),
            Template.bash("for i in 1; do echo 'got \"a <x>\"'; done | bash", "a <x>"),
            Template.bash(". /dev/stdin <<< \"A=<x>\"; got \"$A\"", "<x>"),
            Template.of("got \"$(echo a | sed 's/a/<x>./')\"", "<x>."),
            Template.of("got \"$(awk \"BEGIN { printf \\\"%s.\\\", \\\"<x>\\\" }\")\"", "<x>."),
            Template.of("got \"a\\\n <x>\" \"${p}:<x>\" $p:<x>", "a <x>", "P:<x>", "P:<x>"),
            Template.of("(2>/dev/null trap \"got 'a <x>'\" EXIT)", "a <x>"),
            Template.bash("(a+=1 trap \"got 'a <x>'\" EXIT)", "a <x>"),
            Template.of("S='eval got'; $S 'a <x>'", "a", "<x>"),
            Template.bash("[[ x != \"]]\" && <x> -gt -1 ]] && got yes", "yes"),
            Template.bash("got {<x>..<x>} {<x>,<x>}", "<x>", "<x>", "<x>"),
            Template.bash("(declare -a a; declare a=<x>; got \"$a\")", "<x>"),
            Template.bash("(OPTIND=<x>; got <x>)", "<x>"),
            Template.of("got \"$(cat <<A; cat <<B\n$(cat <<C\nx <x>\nC\n)\nA\n'<x>'\nB\n)\"", "x <x>\n'<x>'"),
            Template.of("got \"$(cat <<EOF\na\\\nEOF\n'<x>'\nEOF\n)\"", "aEOF\n'<x>'"),
            Template.of("got \"$(cat <<EOF - \"$(printf /dev/\nprintf null)\"\na <x>\nEOF\n)\" '<x>'", "a <x>", "<x>"));

    @TempDir
    private Path folder = Path.of("");

    private record Run(String command, List<String> received, boolean plain) {}

    @Test
    void aCommandReceivesExactlyWhatWasTyped() throws Exception {
        List<String> values = new ArrayList<>(VALUES);
        long seed = System.nanoTime();
        values.addAll(random(new Random(seed)));
        values.add("42");
        List<Run> runs = runs(values);
        assertTrue(runs.size() > 2000, "commands: " + runs.size());
        String message = "seed " + seed;
        check(message, runs, "bash", "--norc", "--noprofile");
        // A third of them shows what another shell makes of it.
        List<Run> plain = runs.stream().filter(Run::plain).toList();
        check(
                message,
                IntStream.range(0, plain.size())
                        .filter(n -> n % 3 == 0)
                        .mapToObj(plain::get)
                        .toList(),
                "dash");
        // At a prompt an exclamation mark looks things up.
        List<Run> history = Stream.concat(
                        Stream.of(new Run("true earlier", List.of(), true)),
                        runs.stream()
                                .filter(run -> run.command().indexOf('!') >= 0
                                        || run.command().indexOf('^') >= 0))
                .toList();
        check(message, history, "bash", "--norc", "--noprofile", "-i");
        try (Stream<Path> files = Files.list(folder.resolve("here"))) {
            assertEquals(List.of(), files.toList(), message);
        }
    }

    /** Pieces that shells look at, put together by chance. */
    private static List<String> random(Random random) {
        String[] pieces = {
            "'", "\"", "`", "$", "\\", "!", "\n", "\t", " ", "(", ")", "{", "}", "[", "]", "<", ">", "|", "&", ";", "*",
            "~", "#", "a", "EOF", "$(", "${", "$'", "^", "-", "=", "\u001b", "é", "😀", "\u202e", "%", "0"
        };
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            StringBuilder value = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                value.append(pieces[random.nextInt(pieces.length)]);
            }
            values.add(value.toString());
        }
        return values;
    }

    private List<Run> runs(List<String> values) throws Exception {
        ObjectNode question = JSON.createObjectNode();
        ArrayNode templates = question.putArray("templates");
        List<List<String>> kinds = new ArrayList<>();
        for (Template template : TEMPLATES) {
            kinds.add(template(template, templates.addObject()));
        }
        ArrayNode asked = question.putArray("values");
        values.forEach(asked::add);
        List<String> said = node(question);
        List<Run> runs = new ArrayList<>();
        for (int t = 0; t < TEMPLATES.size(); t++) {
            Template template = TEMPLATES.get(t);
            JsonNode commands = JSON.readTree(said.get(t));
            for (int v = 0; v < values.size(); v++) {
                String value = values.get(v);
                String where = template.code() + " with " + value;
                assertEquals(
                        stands(kinds.get(t), value, template), !commands.get(v).isNull(), where);
                if (!commands.get(v).isNull()) {
                    List<String> received = template.received().stream()
                            .map(text -> text.replace("<x>", value))
                            .toList();
                    boolean plain = template.posix() && !UNSEEN.matcher(value).find();
                    runs.add(new Run(commands.get(v).asText(), received, plain));
                }
            }
        }
        return runs;
    }

    /** Whether a value may stand at places of these kinds. */
    private static boolean stands(List<String> kinds, String value, Template template) {
        boolean document = kinds.contains("heredoc") || kinds.contains("literal");
        boolean end = template.code().contains("\n<x>\nEOF") && value.equals("EOF");
        boolean number = !kinds.contains("number") || value.matches("0|[1-9][0-9]{0,17}");
        boolean verbatim = !kinds.contains("verbatim") || SAFE.matcher(value).matches();
        boolean plain = !kinds.contains("plain") || value.matches("[A-Za-z0-9._]+");
        return number
                && verbatim
                && plain
                && !end
                && !(document && CONTROL.matcher(value).find());
    }

    /** Reads a template as a block of code of a page. */
    private static List<String> template(Template template, ObjectNode asked) {
        String file = "content/page.md";
        Metadata metadata = new Metadata(Map.of(
                "title", new Metadata.Value("Page", SourcePosition.ofFile(file)),
                "parameters", new Metadata.Value(List.of(Map.of("name", "x")), SourcePosition.ofFile(file))));
        Source source =
                new Source("page.md", file, Markup.MARKDOWN, metadata, "```bash\n" + template.code() + "\n```\n", 1);
        var parsed = Pages.none().parser().parse(source);
        assertEquals(List.of(), parsed.diagnostics(), template.code());
        List<String> kinds = new ArrayList<>();
        ArrayNode places = asked.putArray("places");
        Matcher place = PLACE.matcher(parsed.document().body().html());
        while (place.find()) {
            kinds.add(place.group(1));
            places.addObject().put("quote", place.group(1)).put("not", place.group(2));
        }
        ArrayNode parts = asked.putArray("parts");
        for (String part : template.code().split("<x>", -1)) {
            parts.add(part);
        }
        assertEquals(parts.size() - 1, places.size(), template.code());
        return kinds;
    }

    private List<String> node(ObjectNode question) throws Exception {
        Path asked = folder.resolve("asked.json");
        Files.write(asked, JSON.writeValueAsBytes(question));
        Path root = Path.of("").toAbsolutePath();
        Path scripts = Files.isDirectory(root.resolve("site-generator")) ? root.resolve("site-generator") : root;
        return List.of(run(
                        Path.of("/dev/null"),
                        "node",
                        scripts.resolve("src/test/ops/quoted-values.mjs").toString(),
                        scripts.resolveSibling("templates/assets/run-params.js").toString(),
                        asked.toString())
                .split("\n", -1));
    }

    private void check(String message, List<Run> runs, String... shell) throws Exception {
        StringBuilder script = new StringBuilder("p=P\n").append(GOT);
        script.append(shell[0].equals("bash") ? "export -f got\n" : "");
        for (int n = 0; n < runs.size(); n++) {
            script.append("export n=")
                    .append(n)
                    .append('\n')
                    .append(runs.get(n).command())
                    .append('\n');
        }
        Path file = Files.write(folder.resolve("script"), script.toString().getBytes(StandardCharsets.UTF_8));
        String[] said = run(file, shell).split("\0", -1);
        int at = 0;
        for (int n = 0; n < runs.size(); n++) {
            Run run = runs.get(n);
            if (run.received().isEmpty()) {
                continue;
            }
            String where = message + ", " + String.join(" ", shell) + ": " + run.command();
            List<String> received = new ArrayList<>();
            boolean there = at + 1 < said.length && said[at].equals(Integer.toString(n));
            int count = there ? Integer.parseInt(said[at + 1]) : 0;
            for (int k = 0; k < count; k++) {
                received.add(said[at + 2 + k]);
            }
            assertEquals(run.received(), received, where);
            at += 2 + count;
        }
        assertEquals(said.length - 1, at, message + ": " + shell[0] + " says no more");
    }

    private String run(Path input, String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Path here = Files.createDirectories(folder.resolve("here"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(here.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HISTFILE", "/dev/null");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            Assumptions.abort("needs " + command[0] + ": " + e.getMessage());
            throw e;
        }
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), String.join(" ", command));
        return Files.readString(said);
    }
}
