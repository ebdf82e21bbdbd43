package dev.tierzero.findings;

import dev.tierzero.model.Suppression;
import java.util.Optional;

/** The lines of a YAML file: a comment covers the entry below it, with all that is indented deeper. */
final class DataLines implements SuppressionText.Lines {

    private final String[] lines;

    DataLines(String text) {
        this.lines = text.split("\n", -1);
    }

    @Override
    public int size() {
        return lines.length;
    }

    @Override
    public String text(int index) {
        return lines[index];
    }

    @Override
    public int number(int index) {
        return index + 1;
    }

    @Override
    public Optional<String> comment(int index) {
        String line = lines[index].strip();
        return line.startsWith("#") ? SuppressionText.Lines.after(line.substring(1)) : Optional.empty();
    }

    @Override
    public Suppression.Lines below(int index) {
        int first = index + 1;
        while (first < lines.length && isNothing(first)) {
            first++;
        }
        int last = first;
        int next = first + 1;
        while (next < lines.length && (isNothing(next) || indent(next) > indent(first))) {
            if (!isNothing(next)) {
                last = next;
            }
            next++;
        }
        return first < lines.length
                ? new Suppression.Lines(number(first), number(last))
                : new Suppression.Lines(number(first), number(index));
    }

    private boolean isNothing(int index) {
        return lines[index].isBlank() || lines[index].strip().startsWith("#");
    }

    private int indent(int index) {
        return lines[index].length() - lines[index].stripLeading().length();
    }
}
