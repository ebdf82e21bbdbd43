package dev.tierzero.runbook.commands;

import dev.tierzero.runbook.commands.Script.Command;
import java.util.ArrayList;
import java.util.List;

/** Reads lines in which commands stand behind prompts; all else is output. One block, one thread. */
final class Session {

    private final List<String> lines;
    private final boolean numberSigns;

    /** @param numberSigns whether a number sign is a prompt and no comment */
    Session(List<String> lines, boolean numberSigns) {
        this.lines = lines;
        this.numberSigns = numberSigns;
    }

    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int prompt = prompt(lines.get(i));
            if (prompt == 0) {
                i++;
                continue;
            }
            StringBuilder text = new StringBuilder(lines.get(i).substring(prompt));
            int end = i + 1;
            while (end < Math.min(lines.size(), i + Script.LONGEST_COMMAND)
                    && goesOn(text.toString(), lines.get(end))) {
                text.append('\n').append(continued(lines.get(end)));
                end++;
            }
            boolean answered = end < lines.size() && isOutput(lines.get(end));
            commands.add(new Command(text.toString().stripLeading(), lines.get(i), answered));
            i = end;
        }
        return commands;
    }

    private boolean isOutput(String line) {
        return prompt(line) == 0 && !line.isBlank() && !Prompts.isRemark(line);
    }

    private int prompt(String line) {
        return numberSigns ? Prompts.inSession(line) : Prompts.sure(line);
    }

    private boolean goesOn(String text, String next) {
        ShellText read = ShellText.of(text);
        if (read.openDocument().isPresent()) {
            return true;
        }
        boolean open = Script.isOpen(text) || read.openQuote().isPresent();
        return open && prompt(next) == 0;
    }

    private static String continued(String line) {
        return line.substring(Prompts.continued(line));
    }
}
