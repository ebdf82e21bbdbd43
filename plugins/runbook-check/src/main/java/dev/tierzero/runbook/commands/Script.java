package dev.tierzero.runbook.commands;

import dev.tierzero.api.CodeBlock;
import dev.tierzero.runbook.model.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands in a block of code.
 *
 * @param dialect by the block's language
 * @param commands without prompts, in order
 * @param prompted whether the commands were found behind prompts
 */
public record Script(Dialect dialect, List<Command> commands, boolean prompted) {

    /**
     * A command.
     *
     * @param text without prompts; several lines when it goes on
     * @param firstLine as it stands in the block, with its prompt
     * @param answered whether output follows
     */
    public record Command(String text, String firstLine, boolean answered) {}

    /** Lines that a command may have; a here-document or quotation that is longer is not closed for us. */
    static final int LONGEST_COMMAND = 40;

    /** Lines of a block that are read, and characters of a line: nobody pastes more, and rules stay fast. */
    private static final int LONGEST_BLOCK = 2_000;

    static final int LONGEST_LINE = 2_000;

    /** Copies. */
    public Script {
        commands = List.copyOf(commands);
    }

    /** The commands in a block of a page. */
    public static Script of(Page page, CodeBlock code) {
        return page.reading(code, Script.class, Script::of);
    }

    /** Reads a block. Blocks that hold no commands for a shell or a database have none. */
    static Script of(CodeBlock code) {
        Dialect dialect = Dialect.of(code.language());
        List<String> lines = code.text()
                .lines()
                .limit(LONGEST_BLOCK)
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .toList();
        boolean session = dialect == Dialect.SESSION;
        boolean sure = lines.stream().anyMatch(line -> Prompts.sure(line) > 0);
        boolean shell = dialect == Dialect.SHELL || dialect == Dialect.UNNAMED || dialect == Dialect.WINDOWS;
        if (session || (shell && (sure || Prompts.isRootSession(lines)))) {
            return new Script(dialect, new Session(lines, session || !sure).commands(), true);
        }
        if (dialect == Dialect.SHELL || dialect == Dialect.WINDOWS) {
            return new Script(dialect, script(lines), false);
        }
        return dialect == Dialect.SQL
                ? new Script(dialect, statements(String.join("\n", lines)), false)
                : new Script(dialect, List.of(), false);
    }

    /** Whether it is for a Unix shell. */
    boolean isShell() {
        return (dialect == Dialect.SHELL || dialect == Dialect.SESSION || dialect == Dialect.UNNAMED)
                && !commands.isEmpty();
    }

    private static List<Command> script(List<String> lines) {
        List<Command> commands = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = end(lines, i);
            String text = String.join("\n", lines.subList(i, end));
            if (!text.isBlank() && !text.strip().startsWith("#")) {
                commands.add(new Command(text.stripLeading(), lines.get(i), false));
            }
            i = end;
        }
        return commands;
    }

    /** The line behind the command that starts at a line; the next one when the rest does not complete it. */
    private static int end(List<String> lines, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < Math.min(lines.size(), from + LONGEST_COMMAND); i++) {
            text.append(text.length() == 0 ? "" : "\n").append(lines.get(i));
            ShellText read = ShellText.of(text.toString());
            boolean goesOn = isOpen(lines.get(i))
                    || read.openQuote().isPresent()
                    || read.openDocument().isPresent();
            if (!goesOn) {
                return i + 1;
            }
        }
        return from + 1;
    }

    /** Whether a command goes on because of how its line ends. */
    static boolean isOpen(String text) {
        String end = text.stripTrailing();
        return text.endsWith("\\") || end.endsWith("|") || end.endsWith("&&");
    }

    private static List<Command> statements(String text) {
        List<Command> statements = new ArrayList<>();
        for (String statement : text.split("(?<=;)", -1)) {
            Optional<String> first = statement.lines().filter(l -> !l.isBlank()).findFirst();
            first.ifPresent(line -> statements.add(new Command(statement.strip(), line, false)));
        }
        return statements;
    }
}
