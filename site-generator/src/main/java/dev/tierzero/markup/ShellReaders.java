package dev.tierzero.markup;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which commands read text once more: as shells, as programs of another language, as arithmetic, as names of variables. */
final class ShellReaders {

    /** Wherever they stand in a command: another shell reads the words that follow. */
    private static final Set<String> SHELLS = names(
            "sh bash rbash dash ash zsh ksh mksh csh tcsh fish busybox ssh scp sftp rsync autossh mosh lftp sshpass pdsh pssh "
                    + "parallel-ssh clush salt salt-ssh salt-call cmd.run ansible ansible-playbook "
                    + "heroku send-command run-command eval xargs flock make gmake");

    /** Only as the command itself, because they are also words of other commands. */
    private static final Set<String> CALLERS = names(
            "su sg runuser watch parallel tmux screen at batch crontab trap alias script source . expect entr "
                    + "bind complete compgen just task ftp split hyperfine watchexec nodemon concurrently sbatch bsub qsub");

    private static final Set<String> PREFIXES =
            names("sudo doas env command builtin exec nohup time timeout nice ionice setsid stdbuf strace chroot "
                    + "nsenter unshare systemd-run taskset chrt coproc docker podman nerdctl crictl kubectl oc lxc ! "
                    + "docker-compose pkexec gosu su-exec setpriv run0 ip fakeroot unbuffer numactl ltrace perf runcon "
                    + "firejail torsocks proxychains caffeinate noglob nocorrect xvfb-run dbus-run-session");

    private static final Pattern VERSION = Pattern.compile("(?<=[a-z])[-0-9][0-9.]*$");

    /** They take names of variables, in whose brackets commands would run. */
    private static final Set<String> NAMERS =
            names("read unset declare typeset local readonly export mapfile readarray getopts");

    /** They take a text in brackets for the values of an array, with the commands in it. */
    private static final Set<String> DECLARATIONS = names("declare typeset local");

    /** Whatever they take may be such a text, or a command. */
    private static final Set<String> VERBATIM = names("declare typeset local mapfile readarray");

    private static final Set<String> TESTS = names("test [ [[");
    private static final Set<String> COUNTERS = names("let return exit shift break continue");
    private static final Set<String> COMPARISONS = names("-eq -ne -lt -le -gt -ge -t");
    private static final Pattern FIGURES = Pattern.compile("(?s).*%[^%a-zA-Z]*[diouxXeEfFgGaA].*");

    /** Variables that shells and other programs run. */
    private static final Pattern RUN =
            Pattern.compile("(?s)(?:\\w*(?:COMMAND|PAGER|EDITOR|VISUAL|LESSOPEN|RSH|GIT_SSH|BASH_ENV)|ENV|PS[0-4]|LESS|"
                    + "R?PROMPT|MAKEFLAGS|PERL5OPT|RUBYOPT|FZF_\\w+|GIT_EXTERNAL_DIFF|BROWSER)(?:\\[.*\\])?\\+?=.*");

    private static final Pattern WHOLE = Pattern.compile("(?s)(?:RANDOM|SRANDOM|SECONDS|OPTIND|HISTCMD|LINENO)\\+?=.*");

    private static final Pattern SUBSCRIPT = Pattern.compile("(?s)[-{]?\\w+\\[(?!.*\\]\\+?=).*");

    /** In zsh a variable needs no braces for a subscript. */
    private static final Pattern ELEMENT = Pattern.compile("\\$[\\w@*#?!$-]+\\[");

    private static final Pattern ASSIGNMENT = Pattern.compile("(?s)[A-Za-z_]\\w*(?:\\[.*\\])?\\+?=.*");

    private ShellReaders() {}

    static Set<String> names(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }

    /** The name of a command without its folder. */
    static String name(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    /** The name of a command without its version. */
    static String language(String name) {
        return VERSION.matcher(name).replaceFirst("");
    }

    static boolean isShell(String name, boolean command, List<String> words) {
        boolean rooted = command && (name.equals("sudo") || name.equals("doas")) && isRooted(words, name);
        return SHELLS.contains(name)
                || SHELLS.contains(language(name))
                || (command && CALLERS.contains(name))
                || rooted;
    }

    /** Whether an option in front of the command asks for a shell; what follows an option may be what it takes. */
    private static boolean isRooted(List<String> words, String name) {
        int at = 0;
        while (!name(words.get(at)).equals(name)) {
            at++;
        }
        for (int k = at + 1; k < words.size(); k++) {
            String word = words.get(k);
            if (word.matches("-[A-Za-z]*[si][A-Za-z]*|--shell|--login")) {
                return true;
            }
            if (!word.startsWith("-") && (k == at + 1 || !words.get(k - 1).startsWith("-"))) {
                return false;
            }
        }
        return false;
    }

    /** Whether a word gives the variables in front of a command a value. */
    static boolean isAssignment(String word) {
        return ASSIGNMENT.matcher(word).matches();
    }

    /** Whether a command may follow a word at once. */
    static boolean isBeforeCommand(String word) {
        return isPrefix(name(word)) || word.matches("[0-9.]+[smhd]?");
    }

    static boolean isPrefix(String name) {
        return PREFIXES.contains(name);
    }

    static boolean isNamer(String name) {
        return NAMERS.contains(name);
    }

    /** Whether a command declares variables whose values are arithmetic from then on. */
    static boolean isCounting(List<String> words) {
        boolean refers = words.stream().anyMatch(DECLARATIONS::contains)
                && words.stream().anyMatch(word -> word.matches("-[A-Za-z]*n[A-Za-z]*"));
        boolean declares = words.stream().anyMatch(word -> NAMERS.contains(word) && !word.equals("read"));
        return words.contains("integer")
                || words.contains("float")
                || words.contains("nameref")
                || refers
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

    /** Whether a word so far is a subscript, or would be one among the values of an array, or the value of a variable for whole numbers. */
    static boolean isSubscript(StringBuilder word, boolean array) {
        boolean key = array && word.length() > 0 && word.charAt(0) == '[' && word.indexOf("]=") < 0;
        return key || WHOLE.matcher(word).matches() || SUBSCRIPT.matcher(word).matches() || isElement(word);
    }

    private static boolean isElement(StringBuilder word) {
        return ELEMENT.matcher(word.substring(word.lastIndexOf("]") + 1)).find();
    }

    /** Whether a command takes names of variables because of an option. */
    static boolean isNaming(String name, List<String> words) {
        boolean takes = TESTS.contains(name) || name.equals("printf") || name.equals("wait");
        boolean array =
                NAMERS.contains(name) && words.stream().anyMatch(word -> word.matches("-[A-Za-z]*[aA][A-Za-z]*"));
        return array
                || VERBATIM.contains(name)
                || (takes && words.stream().anyMatch(word -> word.startsWith("-v") || word.startsWith("-p")));
    }
}
