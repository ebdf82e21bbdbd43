package dev.tierzero.markup;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which commands read text once more: as shells, as programs of another language, as arithmetic, as names of variables. */
final class ShellReaders {

    /** Wherever they stand in a command: another shell reads the words that follow. */
    private static final Set<String> SHELLS =
            names("sh bash rbash dash ash zsh ksh mksh csh tcsh fish busybox ssh scp rsync sshpass pdsh pssh "
                    + "parallel-ssh clush salt ansible ansible-playbook eval xargs flock make gmake");

    /** Only as the command itself, because they are also words of other commands. */
    private static final Set<String> CALLERS =
            names("su sg runuser watch parallel tmux screen at batch crontab trap alias script source . expect entr "
                    + "bind complete just task");

    private static final Set<String> PREFIXES =
            names("sudo doas env command builtin exec nohup time timeout nice ionice setsid stdbuf strace chroot "
                    + "nsenter unshare systemd-run taskset chrt coproc docker podman nerdctl crictl kubectl oc lxc !");

    /** Their first operand is a program. */
    private static final Set<String> FILTERS = names("awk gawk mawk nawk sed gsed jq gojq yq ed ex bc dc m4");

    /** What comes in by a pipe is a program. */
    private static final Set<String> CLIENTS =
            names("psql mysql mariadb sqlite sqlplus sqlcmd clickhouse-client cqlsh redis-cli valkey-cli mongo mongosh "
                    + "influx ed ex bc dc m4");

    private static final Set<String> LANGUAGES =
            names("perl python pypy ruby irb node nodejs deno bun php lua luajit pwsh powershell groovy jshell scala "
                    + "Rscript tclsh osascript vim nvim emacs gdb");

    private static final Pattern SLASHES = Pattern.compile("[gmn]?awk|perl|ruby");
    private static final Set<String> EDITORS = names("sed gsed ed ex vim nvim");
    private static final Pattern VERSION = Pattern.compile("(?<=[a-z])[-0-9][0-9.]*$");

    /** Behind them comes a program, or in them. */
    private static final Pattern PROGRAM =
            Pattern.compile("(?s)-[A-Za-z]*[ceEr]|--(?:eval|exec|execute|command|expression|print|run)|-(?:Command|p)");

    private static final Pattern ATTACHED =
            Pattern.compile("(?s)-[A-Za-z]*[ceEr][^A-Za-z].*|--(?:eval|exec|execute|command|expression|print|run)=.*");

    /** A word that is no program but a name, an address, a path, or an option. */
    private static final Pattern ARGUMENT = Pattern.compile("[\\w.:/@+=,%~\\-\\x{E000}-\\x{F8FF}]*");

    /** They take names of variables, in whose brackets commands would run. */
    private static final Set<String> NAMERS =
            names("read unset declare typeset local readonly export mapfile readarray getopts");

    private static final Set<String> TESTS = names("test [ [[");
    private static final Set<String> COUNTERS = names("let return exit shift break continue");
    private static final Set<String> COMPARISONS = names("-eq -ne -lt -le -gt -ge -t");
    private static final Pattern FIGURES = Pattern.compile("(?s).*%[^%a-zA-Z]*[diouxXeEfFgGaA].*");
    private static final Set<String> SEARCHES = names("grep egrep fgrep zgrep rg echo tar git curl journalctl");

    /** Variables that shells and other programs run. */
    private static final Pattern RUN =
            Pattern.compile("(?:\\w*(?:COMMAND|PAGER|EDITOR|VISUAL|LESSOPEN|RSH|GIT_SSH|BASH_ENV)|ENV|PS[0-4])\\+?=.*");

    private static final Pattern SUBSCRIPT = Pattern.compile("(?s)-?\\w+\\[(?!.*\\]\\+?=).*");

    private ShellReaders() {}

    private static Set<String> names(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }

    /** The name of a command without its folder. */
    static String name(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    private static String language(String name) {
        return VERSION.matcher(name).replaceFirst("");
    }

    static boolean isShell(String name, boolean command, List<String> words) {
        boolean rooted = command
                && (name.equals("sudo") || name.equals("doas"))
                && words.stream().anyMatch(word -> word.matches("-[A-Za-z]*[si]|--shell|--login"));
        return SHELLS.contains(name)
                || SHELLS.contains(language(name))
                || (command && CALLERS.contains(name))
                || rooted;
    }

    static boolean isPrefix(String name) {
        return PREFIXES.contains(name);
    }

    static boolean isInterpreter(String name) {
        String language = language(name);
        return FILTERS.contains(language) || CLIENTS.contains(language) || LANGUAGES.contains(language);
    }

    /** What patterns and texts stand between in programs of it: more than one character where quotation marks mean nothing. */
    static String delimiters(String name) {
        String language = language(name);
        return EDITORS.contains(language) ? "/|#," : SLASHES.matcher(language).matches() ? "/" : "";
    }

    static boolean isNamer(String name) {
        return NAMERS.contains(name);
    }

    /** Whether a command declares variables whose values are arithmetic from then on. */
    static boolean isCounting(List<String> words) {
        boolean declares = words.stream().anyMatch(word -> NAMERS.contains(word) && !word.equals("read"));
        return words.contains("integer")
                || words.contains("float")
                || (declares && words.stream().anyMatch(word -> word.matches("-[A-Za-z]*[iEF][A-Za-z]*")));
    }

    /** Whether the words of a command are arithmetic, in one of the shells at least. */
    static boolean isArithmetic(String name, List<String> words) {
        return COUNTERS.contains(name)
                || (TESTS.contains(name) && words.stream().anyMatch(COMPARISONS::contains))
                || (name.equals("printf")
                        && words.stream().anyMatch(word -> FIGURES.matcher(word).matches()));
    }

    /** Whether a word so far sets a variable that shells and other programs run. */
    static boolean isCommandVariable(CharSequence word) {
        return RUN.matcher(word).matches();
    }

    /** Whether a word so far is the subscript of an array, or would be one among the values of an array. */
    static boolean isSubscript(StringBuilder word, boolean array) {
        boolean value = array && word.length() > 0 && word.charAt(0) == '[' && word.indexOf("]=") < 0;
        return value || SUBSCRIPT.matcher(word).matches();
    }

    /** Whether a command takes names of variables because of an option. */
    static boolean isNaming(String name, List<String> words) {
        boolean takes = TESTS.contains(name) || name.equals("printf") || name.equals("wait");
        boolean array =
                NAMERS.contains(name) && words.stream().anyMatch(word -> word.matches("-[A-Za-z]*[aA][A-Za-z]*"));
        return array || (takes && words.stream().anyMatch(word -> word.startsWith("-v") || word.startsWith("-p")));
    }

    /** Whether an interpreter takes what comes in for its program, rather than for data. */
    static boolean readsPrograms(List<String> words, int at) {
        String name = language(name(words.get(at)));
        if (CLIENTS.contains(name) || FILTERS.contains(name)) {
            return CLIENTS.contains(name);
        }
        for (String word : words.subList(at + 1, words.size())) {
            boolean given =
                    PROGRAM.matcher(word).matches() || ATTACHED.matcher(word).matches() || word.equals("-m");
            boolean file = !word.startsWith("-")
                    && !word.equals("/dev/stdin")
                    && ARGUMENT.matcher(word).matches();
            if (given || file) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word behind an interpreter may be a program of it. */
    static boolean isProgram(List<String> words, int at, int word) {
        String name = language(name(words.get(at)));
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

    /** Whether some command that nobody knows may run a word that follows an option for programs. */
    static boolean isUnknownProgram(List<String> words, int word, boolean dynamic) {
        boolean known = words.stream().anyMatch(SEARCHES::contains);
        boolean program = word > 0 && PROGRAM.matcher(words.get(word - 1)).matches();
        return !known
                && (program || dynamic)
                && !ARGUMENT.matcher(words.get(word)).matches();
    }
}
