package dev.tierzero.markup;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which words of commands are programs of other languages than the shell's, and which commands take what comes in for one. */
final class ShellPrograms {

    /** Words behind an interpreter that are looked at; nobody writes more. */
    private static final int MOST = 200;

    private static final String RUNNING =
            "(?:eval|exec|execute|command|cmd|run|scripts?|wrap|hook|program|rsh|extcmd|user-data|custom-data)";

    /** Their first operand is a program. */
    private static final Set<String> FILTERS =
            ShellReaders.names("awk gawk mawk nawk sed gsed jq gojq yq ed ex bc dc m4");

    /** What comes in by a pipe is a program. */
    private static final Set<String> CLIENTS = ShellReaders.names(
            "psql mysql mariadb sqlite sqlplus sqlcmd clickhouse-client cqlsh redis-cli valkey-cli mongo mongosh "
                    + "influx clickhouse duckdb db2 snowsql isql tsql impala-shell hive beeline presto trino spark-sql "
                    + "cockroach osqueryi pgcli mycli litecli usql cypher-shell ed ex bc dc m4");

    private static final Set<String> LANGUAGES = ShellReaders.names(
            "perl python pypy ruby irb node nodejs deno bun php lua luajit pwsh powershell groovy jshell scala "
                    + "Rscript tclsh osascript vim nvim emacs gdb ipython tsx ts-node gnuplot octave R julia elixir iex erl ghci guile "
                    + "racket sbcl clojure clj");

    private static final Pattern SLASHES = Pattern.compile("[gmn]?awk|perl|ruby");
    private static final Set<String> EDITORS = ShellReaders.names("sed gsed ed ex vim nvim");

    /** Behind them comes a program, or in them. */
    private static final Pattern PROGRAM =
            Pattern.compile("(?s)-[A-Za-z]*[ceEr]|--(?:eval|exec|execute|command|expression|print|run)|-(?:Command|p)");

    private static final Pattern ATTACHED =
            Pattern.compile("(?s)-[A-Za-z]*[ceEr][^A-Za-z].*|--(?:eval|exec|execute|command|expression|print|run)=.*");

    /** What comes in, given as a file. */
    private static final Pattern INPUT = Pattern.compile("-|/dev/stdin|/dev/fd/.*|/proc/.*");

    private static final Pattern PYTHON = Pattern.compile("(?s)-[bBdEhiIOPqsSuvVx]*[cm].*");
    private static final Pattern PHP = Pattern.compile("(?s)-[nq]*[rf].*");
    private static final Pattern GIVEN =
            Pattern.compile("(?s)-[acilnpsw0-9]*[eE](?:[^a-z].*)?|-Command|-File|--(?:eval|exec|execute|command|"
                    + "expression|print|run)(?:=.*)?");

    private static final Pattern FLAGS = Pattern.compile("-[a-zA-Z]*[uBsSwnq]");
    private static final Pattern SOURCE = Pattern.compile(".*\\.(?:py|pl|rb|js|mjs|ts|php|lua|R|ps1|groovy|tcl|el)");

    /** What psql connects to, by keywords. */
    private static final Pattern CONNECTION = Pattern.compile("\\w+=[^\\s'\\\\]*(?: +\\w+=[^\\s'\\\\]*)*");

    /** A word that is no program but a name, an address, a path, or an option. */
    private static final Pattern ARGUMENT = Pattern.compile("[\\w.:/@+=,%~\\-\\x{E000}-\\x{F8FF}]*");

    /** Names of options behind which commands nobody knows take a program. */
    private static final Pattern LONG = Pattern.compile("--(?!dry-)(?:[a-z]+-)*" + RUNNING);

    private static final Pattern LONG_ATTACHED =
            Pattern.compile("(?s)--(?:[a-z]+-)*(?:" + RUNNING + "|checkpoint-action)=.*");

    private static final String SETTING =
            "(?:alias\\.\\S*|\\S*(?:command|cmd|editor|pager|helper|driver|program|clean|smudge|"
                    + "textconv|process|fsmonitor|askpass|proxy|\\.path))";

    /** What git runs: words, and words behind these. */
    private static final Pattern GIT = Pattern.compile("(?is)!.*|" + SETTING + "=.*|--(?:exec|extcmd|upload-pack)=.*");

    private static final Pattern GIT_BEFORE =
            Pattern.compile("(?i)-x|--(?:exec|extcmd|upload-pack|[a-z]+-filter)|" + SETTING);

    private static final Set<String> VIEWERS = ShellReaders.names("vi vim nvim view ex less more most");

    private static final Set<String> SEARCHES =
            ShellReaders.names("grep egrep fgrep zgrep rg echo tar git curl journalctl");

    private ShellPrograms() {}

    static boolean isInterpreter(String name) {
        String language = ShellReaders.language(name);
        return FILTERS.contains(language) || CLIENTS.contains(language) || LANGUAGES.contains(language);
    }

    /** What patterns and texts stand between in programs of it: more than one character where quotation marks mean nothing. */
    static String delimiters(String name) {
        String language = ShellReaders.language(name);
        return EDITORS.contains(language) ? "/|#," : SLASHES.matcher(language).matches() ? "/" : "";
    }

    /** Whether an interpreter takes what comes in for its program, rather than for data. */
    static boolean readsPrograms(List<String> words, int at) {
        String name = ShellReaders.language(ShellReaders.name(words.get(at)));
        if (CLIENTS.contains(name) || FILTERS.contains(name)) {
            return CLIENTS.contains(name);
        }
        List<String> operands = words.subList(at + 1, Math.min(words.size(), at + MOST));
        return !hasFile(operands) && operands.stream().noneMatch(given(name).asMatchPredicate());
    }

    /** Whether one of the interpreters in a command does so. */
    static boolean readsPrograms(List<String> words) {
        return IntStream.range(0, words.size())
                .anyMatch(i -> isInterpreter(ShellReaders.name(words.get(i))) && readsPrograms(words, i));
    }

    /** The options of a language that give it a program. */
    private static Pattern given(String language) {
        return language.startsWith("py") ? PYTHON : language.equals("php") ? PHP : GIVEN;
    }

    /** Whether one of the words is the file of a program, rather than what an option takes. */
    private static boolean hasFile(List<String> operands) {
        for (int k = 0; k < operands.size(); k++) {
            String word = operands.get(k);
            if (INPUT.matcher(word).matches()) {
                return false;
            }
            boolean option =
                    word.startsWith("-") || (k > 0 && operands.get(k - 1).startsWith("-"));
            boolean source = k > 0
                    && FLAGS.matcher(operands.get(k - 1)).matches()
                    && SOURCE.matcher(word).matches();
            if ((!option || source) && ARGUMENT.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word behind an interpreter may be a program of it. */
    static boolean isProgram(List<String> words, int at, int word) {
        String name = ShellReaders.language(ShellReaders.name(words.get(at)));
        String text = words.get(word);
        return PROGRAM.matcher(words.get(word - 1)).matches()
                || ATTACHED.matcher(text).matches()
                || !ARGUMENT.matcher(text).matches()
                || (FILTERS.contains(name) && word == operand(words, at, name))
                || (name.equals("sqlite") && word > operand(words, at, name))
                || (name.equals("psql") && words.get(word - 1).matches("-v|--set|--variable"));
    }

    private static int operand(List<String> words, int at, String name) {
        boolean query = name.endsWith("jq");
        int k = at + 1;
        while (k < words.size() && words.get(k).startsWith("-")) {
            String option = words.get(k);
            boolean two = query && (option.startsWith("--arg") || option.endsWith("file"));
            boolean one = (name.endsWith("awk") && option.matches("-[vFf]")) || (query && option.equals("--indent"));
            k += two ? 3 : one ? 2 : 1;
        }
        return k;
    }

    /** Whether a word tells psql what to connect to. */
    static boolean isConnection(List<String> words, int at, int word) {
        return words.get(at).endsWith("psql")
                && CONNECTION.matcher(words.get(word)).matches()
                && !PROGRAM.matcher(words.get(word - 1)).matches()
                && !words.get(word - 1).matches("-v|--set|--variable");
    }

    /** Whether git runs a word, or what a setting of it says. */
    static boolean isRunByGit(List<String> words, int word) {
        int git = words.indexOf("git");
        return git >= 0
                && git < word
                && (words.subList(git, word).contains("foreach")
                        || GIT.matcher(words.get(word)).matches()
                        || GIT_BEFORE.matcher(words.get(word - 1)).matches());
    }

    /** Whether a word is a command of an editor or a pager, some of which begin other programs. */
    static boolean isStartCommand(List<String> words, int word) {
        return words.get(word).startsWith("+")
                && words.subList(0, word).stream().map(ShellReaders::name).anyMatch(VIEWERS::contains);
    }

    /** Whether some command that nobody knows may run a word that follows an option for programs. */
    static boolean isUnknownProgram(List<String> words, int word, boolean dynamic) {
        String before = words.get(word - 1);
        boolean known = words.subList(0, word).stream().anyMatch(SEARCHES::contains);
        boolean program = !known && (dynamic || PROGRAM.matcher(before).matches());
        boolean named = LONG.matcher(before).matches()
                || LONG_ATTACHED.matcher(words.get(word)).matches();
        return (program || named) && !ARGUMENT.matcher(words.get(word)).matches();
    }
}
