package dev.tierzero.runbook.commands;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.runbook.commands.Script.Command;
import dev.tierzero.runbook.model.Findings;
import dev.tierzero.runbook.model.Page;
import dev.tierzero.runbook.model.PageRule;
import dev.tierzero.runbook.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable that no command on the page sets: the shell puts nothing in its place. One finding for a block; each variable is told
 * once a page.
 */
final class Variables implements PageRule {

    private static final Pattern USE =
            Pattern.compile("(?<!\\\\)\\$(?:([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)(?![\\w]*:?[-=?+])[^}]{0,400}})");
    private static final Pattern SET = Pattern.compile(
            "(?m)(?:^|[\\s;&|({])([A-Za-z_]\\w*)\\+?=(?!=)"
                    + "|\\b(?:for|select)\\s+([A-Za-z_]\\w*)\\s+in\\b"
                    + "|\\b(?:printf\\s+-v|mapfile\\s+(?:-\\w+\\s+)*|readarray\\s+(?:-\\w+\\s+)*|set\\s+-\\w*x\\w*|getopts\\s+\\S+)\\s+([A-Za-z_]\\w*)");
    private static final Pattern READ =
            Pattern.compile("\\bread\\s+((?:-[a-z]+\\s+|-[pdnt]\\s+\\S+\\s+)*)((?:[A-Za-z_]\\w*[ \\t]*)+)");
    private static final Pattern SOURCES = Pattern.compile("(?m)(?:^|[;&|(]\\s*)(?:\\.|source|eval)\\s+\\S");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}]*}}");

    /** Set in any shell; POSIX.1-2017 §2.5.3 and §8, bash(1) "Shell Variables". */
    private static final Set<String> ALWAYS = Set.of(
            "HOME",
            "PATH",
            "USER",
            "PWD",
            "OLDPWD",
            "SHELL",
            "HOSTNAME",
            "LOGNAME",
            "TMPDIR",
            "LANG",
            "LC_ALL",
            "TERM",
            "EDITOR",
            "UID",
            "EUID",
            "PPID",
            "RANDOM",
            "SECONDS",
            "LINENO",
            "OSTYPE",
            "IFS",
            "COLUMNS",
            "LINES",
            "REPLY",
            "OPTARG",
            "OPTIND",
            "PIPESTATUS",
            "FUNCNAME",
            "SHLVL",
            "BASH",
            "BASHPID",
            "EPOCHSECONDS",
            "KUBECONFIG",
            "SUDO_USER",
            "DISPLAY");

    @Override
    public void check(Page page, Findings findings) {
        Declared declared = Declared.of(page);
        Set<String> known = new HashSet<>(ALWAYS);
        known.addAll(page.preferences().variables());
        for (CodeBlock code : page.document().codeBlocks()) {
            Script script = Script.of(page, code);
            if (script.isShell() && !sources(script)) {
                script.commands().forEach(command -> set(command, known));
                check(page, code, script, declared, known, findings);
            }
        }
    }

    /** Whether a block takes variables from a file, which nobody can see here. */
    private static boolean sources(Script script) {
        return script.commands().stream()
                .anyMatch(command -> SOURCES.matcher(command.text()).find());
    }

    private static void set(Command command, Set<String> known) {
        String text = ShellText.of(command.text()).withoutComments();
        Matcher set = SET.matcher(text);
        while (set.find()) {
            for (int group = 1; group <= 3; group++) {
                if (set.group(group) != null) {
                    known.add(set.group(group));
                }
            }
        }
        Matcher read = READ.matcher(text);
        while (read.find()) {
            known.addAll(List.of(read.group(2).strip().split("\\s+", -1)));
        }
    }

    private static void check(
            Page page, CodeBlock code, Script script, Declared declared, Set<String> known, Findings findings) {
        List<String> names = new ArrayList<>();
        String line = "";
        for (Command command : script.commands()) {
            if (command.text().indexOf('$') < 0) {
                continue;
            }
            String text = TEMPLATE.matcher(ShellText.of(command.text()).withoutLiterals())
                    .replaceAll("");
            Matcher use = USE.matcher(text);
            while (use.find()) {
                String name = use.group(1) != null ? use.group(1) : use.group(2);
                if (!declared.explainsVariable(name) && known.add(name)) {
                    line = names.isEmpty() ? line(command, use.group()) : line;
                    names.add("$" + name);
                }
            }
        }
        if (!names.isEmpty()) {
            findings.add(
                    Rule.RB023,
                    page.line(code.position(), line),
                    String.join(", ", names) + (names.size() == 1 ? " is" : " are") + " not set by any command before",
                    "set it in a step before, or say in the text what it holds");
        }
    }

    private static String line(Command command, String use) {
        return command.text().lines().filter(l -> l.contains(use)).findFirst().orElse(command.firstLine());
    }
}
