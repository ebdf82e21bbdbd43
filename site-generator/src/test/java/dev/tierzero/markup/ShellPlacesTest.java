package dev.tierzero.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Commands that once took values which ran as commands, or which were changed, and commands like them. */
class ShellPlacesTest {

    private static final char MARK = '\uE000';

    private static List<Place> read(String code) {
        return ShellPlaces.of(code.replace("<n>", String.valueOf(MARK)), MARK);
    }

    private static String places(String code) {
        return read(code).stream()
                .map(place -> place.isSafe() ? place.quoting().attribute() : place.problem())
                .collect(Collectors.joining(" "));
    }

    @Test
    void aLineThatEndsWithinASignOrANameIsRefused() {
        for (String code : List.of(
                "ls \"$\\\n(echo <n>)\"",
                "ls \"$p\\\n<n>\"",
                "ls $p\\\n<n>",
                "cat <\\\n<EOF\n<n>\nEOF",
                "ls $\\\n'<n>'")) {
            assertEquals("a line ends within a sign or a name", places(code), code);
        }
        assertEquals("word", places("ls <n>\\\n>f"));
        assertEquals("double double", places("curl \\\n  -H \"a \\\n <n>\" \\\n  \"b/\\\nc<n>\""));
    }

    @Test
    void aHereDocumentEndsWhereEveryShellEndsIt() {
        assertEquals("heredoc", places("cat <<EOF\na\\\nEOF\nls '<n>'\nEOF"));
        assertEquals("shells disagree where the here-document ends", places("cat <<EOF\nEO\\\nF\nls '<n>'\nEOF"));
        assertEquals("heredoc", places("cat <<A <<B\n$(cat <<C\nx\nC\n)\nA\nls '<n>'\nB"));
        assertEquals("heredoc single", places("cat <<EOF \"$(ls\nls)\"\n'<n>'\nEOF\nls '<n>'"));
        assertEquals(
                "a here-document begins behind the bracket of its command",
                places("ls \"$(cat <<EOF)\" '<n>'\nbody\nEOF"));
        assertEquals("shells disagree which line ends the here-document", places("cat <<''\n\nls '<n>'"));
        assertEquals("shells disagree which line ends the here-document", places("cat <<'A'B\nAB\nls '<n>'"));
        assertEquals(
                List.of("EO"),
                read("cat <<EOF\n<n>\\\nF\n.\nEOF").stream()
                        .map(Place::forbidden)
                        .toList());
    }

    @Test
    void wordsInQuotationMarksAreNotReserved() {
        assertEquals("number", places("[[ x != \"]]\" && <n> -gt 3 ]]"));
        assertEquals("number", places("[[ x != \\]] && <n> -gt 3 ]]"));
        assertEquals("bare bare", places("ls \"$('case' x; ls <n>)\"; 'if' <n>"));
        assertEquals(
                "shells disagree what this is within [[ … ]]", places("[[ a && # it's\n <n> -gt 3 && # it's\n b ]]"));
    }

    @Test
    void aRedirectionMayStandBeforeACommandAndWithinIt() {
        assertEquals("verbatim", places("2>/dev/null test -v \"<n>\""));
        assertEquals("verbatim", places(">f A=1 {v}>&2 watch \"ls <n>\""));
        assertEquals("verbatim", places("a+=1 a[0]=2 watch \"ls <n>\""));
        assertEquals("verbatim", places("ssh host &>log \"ls <n>\""));
        assertEquals("verbatim", places("echo \"ls <n>\" &>>log | bash"));
        assertEquals("it would be the name of a variable", places("A=1 <n>=2 ls"));
        assertEquals("it would be the name of a variable", places("2>f <n>=2 ls"));
    }

    @Test
    void variablesThatAreMoreThanTextTakeLess() {
        for (String code : List.of(
                "declare -n r=<n>; echo \"$r\"",
                "local -rn r=<n>",
                "RANDOM=<n>",
                "(OPTIND=\"<n>\")",
                "exec {a[<n>]}>f",
                "ls $x[<n>]",
                "ls \"$x[<n>]\"",
                "ls {1..<n>}",
                "ls {<n>..9}")) {
            assertEquals("number", places(code), code);
        }
        assertEquals("verbatim", places("declare a=<n>"));
        assertEquals("verbatim", places("mapfile -C \"f a=<n>\" x"));
        assertEquals("verbatim", places("PROMPT_COMMAND=(\"ls <n>\")"));
        assertEquals("verbatim", places("PAGER=\"less\n+<n>\" man ls"));
        assertEquals("verbatim", places("$SSH host cat /etc/<n>"));
        assertEquals("verbatim", places("sudo \"${SSH[@]}\" \"cat $(echo <n>)\""));
        assertEquals("bare bare", places("kubectl -n $NS get pod <n>; \"$JAVA_HOME/bin/java\" <n>"));
        assertEquals("it stands in ${…}, where it cannot be quoted", places("ls ${x:=<n>}"));
    }

    @Test
    void nothingGoesOnWithAVariableOrAnEscapeSequence() {
        for (String code : List.of("ls \"$p:<n>\"", "ls \"$?<n>\"", "ls \"$#<n>\"", "cat <<EOF\n$p:<n>\nEOF")) {
            assertEquals(
                    "the name of a variable stands before it, and a value would go on with the name",
                    places(code),
                    code);
        }
        assertEquals("bash reads $$ before a bracket in two ways", places("ls \"$$((1+<n>))\""));
        assertEquals("double double word word", places("ls \"${p}:<n>\" \"$p: <n>\" $p:<n> $?<n>"));
        for (String escape :
                List.of("\\x", "\\x4", "\\x{", "\\0", "\\01", "\\u20", "\\U1", "\\c", "\\C-", "\\M-\\C-")) {
            assertEquals("an escape sequence is not closed", places("ls $'" + escape + "<n>'"), escape);
        }
        assertEquals("ansi", places("ls $'\\x41<n>'"));
        assertEquals("ansi", places("ls $'\\\\x<n>'"));
        assertEquals("ansi", places("ls $'\\101<n>'"));
    }

    @Test
    void nothingGoesOnWithAValueThatIsNotQuoted() {
        for (String code : List.of(
                "ssh h rm -r $p<n>",
                "ssh h 'rm -r $p<n>'",
                "ssh h \"rm -r \\$p<n>\"",
                "ssh h <<'EOF'\nrm -r $p<n>\nEOF",
                "ssh h kill <n>>/dev/null",
                "ssh h 'kill <n>>/dev/null'",
                "ssh h kill <n>\\\n>/dev/null",
                "ssh h ls [<n>]",
                "ssh h ls {<n>}",
                "[[ $p<n> -gt 3 ]]",
                "[ 3 -gt <n>>f ]",
                "declare -i x\nx=$p<n>",
                "sed s/a/$p<n>/ f")) {
            assertEquals("what stands beside it would go on with a value that is not quoted", places(code), code);
        }
        assertEquals("number number word", places("((<n>>3)); a[<n>]=1; [[ <n>>3 ]]"));
        assertEquals("verbatim verbatim verbatim", places("# $5<n> <n>>\nssh h 'ls ~<n> ${p}'"));
        assertEquals("number number", places("awk '$1><n>' f; jq .a[<n>] f"));
        assertEquals("verbatim verbatim", places("scp ~/a/<n> h:{a,b}/<n>"));
        for (String code : List.of("ls ~<n>", "V=~<n>", "V=/a:~b<n>", "ssh h ls ~<n>")) {
            assertEquals("zsh takes a name behind ~ for a user even in quotation marks", places(code), code);
        }
    }

    @Test
    void moreCommandsReadTextAgain() {
        for (String code : List.of(
                "sudo -iu postgres ls <n>",
                "sudo -n -u a -s ls <n>",
                "pkexec watch \"ls <n>\"",
                "gosu root watch \"ls <n>\"",
                "compgen -W \"<n>\"",
                "split --filter=\"gzip > <n>\" f",
                "aws ssm send-command --parameters 'commands=[\"ls <n>\"]'",
                "az vm run-command invoke --scripts \"ls <n>\"",
                "heroku run \"ls <n>\"",
                "salt-call cmd.run \"ls <n>\"",
                "lftp <<EOF\nget <n>\nEOF",
                "git -c core.sshCommand=\"ssh -i <n>\" fetch",
                "git -c core.sshCommand=/opt/<n> fetch",
                "git config alias.x \"!ls <n>\"",
                "git config core.pager \"less <n>\"",
                "git rebase -x \"ls <n>\"",
                "git submodule foreach \"ls <n>\"")) {
            assertEquals("verbatim", places(code), code);
        }
        for (String code : List.of(
                "consul-lock --exec \"ls <n>\"",
                "tar --to-command=\"ls <n>\" -xf f",
                "tar --checkpoint-action=exec=\"ls <n>\" -xf f",
                "docker run --health-cmd \"curl <n>\" image",
                "nix-shell -p git --run \"ls <n>\"")) {
            assertEquals("plain", places(code), code);
        }
        assertEquals("number number", places("vim +<n> f; less \"+<n>\" f"));
        assertEquals("bare double", places("sudo ls -si <n>; docker ps --filter \"name=<n>\""));
        assertEquals(
                "double double double",
                places("git commit -m \"a <n>\"; git config user.name \"a <n>\"; git log --grep=\"a <n>\""));
    }

    @Test
    void whatComesInIsAProgramUnlessAFileIsGiven() {
        for (String code : List.of(
                "python3 - a <<EOF\nprint('<n>')\nEOF",
                "python3 -W ignore <<EOF\nprint('<n>')\nEOF",
                "python3 -E <<EOF\nprint('<n>')\nEOF",
                "python3 /dev/fd/0 <<EOF\nprint('<n>')\nEOF",
                "ruby -r json - a <<EOF\nputs '<n>'\nEOF",
                "php -d a=1 <<EOF\necho '<n>'\nEOF",
                "julia <<EOF\nprint(\"<n>\")\nEOF",
                "clickhouse client --query \"select '<n>'\"")) {
            assertEquals("plain", places(code), code);
        }
        for (String code : List.of(
                "python3 -u x.py <<EOF\n<n>\nEOF",
                "python3 -m json.tool <<EOF\n<n>\nEOF",
                "python3 x.py - <<EOF\n<n>\nEOF",
                "perl -ne 'print' <<EOF\n<n>\nEOF",
                "php -r 'a();' <<EOF\n<n>\nEOF")) {
            assertEquals("heredoc", places(code), code);
        }
    }

    @Test
    void whatGoesIntoAFileIsReadAgainWhenTheFileIsRun() {
        for (String code : List.of(
                "cat > x.sh <<EOF\nls <n>\nEOF\nbash x.sh",
                "cat <<'EOF' > /tmp/x\nls <n>\nEOF\nchmod +x /tmp/x; sudo /tmp/x",
                "echo \"ls <n>\" > x.sh; A=1 ./x.sh",
                "echo \"ls <n>\" | sudo tee -a x.sh >/dev/null; . ./x.sh",
                "{ ls; echo \"ls <n>\"; } >x.sh && ssh h 'bash -s' <x.sh",
                "cat > \"$F\" <<EOF\nls <n>\nEOF\nsource \"$F\"",
                "echo \"ls <n>\" > x.sh; scp x.sh h:; ssh h \"sh x.sh\"")) {
            assertEquals("verbatim", places(code), code);
        }
        for (String code : List.of(
                "cat > x.sql <<EOF\nselect '<n>';\nEOF\npsql -f x.sql",
                "echo \"select '<n>'\" > x.sql; psql < x.sql",
                "echo \"print('<n>')\" > x.py; python3 x.py")) {
            assertEquals("plain", places(code), code);
        }
        assertEquals("heredoc", places("cat > x.yaml <<EOF\na: <n>\nEOF\nkubectl apply -f x.yaml; ssh h ls"));
        assertEquals(
                "bare double bare", places("echo <n> > x; jq .a x; echo \"<n>\" > y; scp y h:; ls <n> >/dev/null"));
    }

    @Test
    void whatPsqlConnectsToTakesNames() {
        assertEquals("verbatim verbatim plain", places("psql \"host=<n> user=<n>\" -c \"select '<n>'\""));
        assertEquals("verbatim", places("psql -d \"host=<n> port=5432 sslmode=require\" -l"));
        assertEquals("number", places("psql -c \"a=<n> b=1\""));
        assertEquals("number", places("psql <<< \"a=<n> b=1\""));
        assertEquals("plain", places("psql \"host='<n>' user=a\""));
    }
}
