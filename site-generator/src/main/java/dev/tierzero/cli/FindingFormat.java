package dev.tierzero.cli;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.Severity;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How findings are printed. */
enum FindingFormat {
    /** For people: {@code file:line:col: error CODE: message} and the hint under it. */
    TEXT {
        @Override
        String format(List<Diagnostic> findings) {
            StringBuilder out = new StringBuilder();
            for (Diagnostic d : findings) {
                out.append(Printable.of(d.position().toString()))
                        .append(": ")
                        .append(d.severity().word())
                        .append(' ')
                        .append(d.code());
                out.append(": ").append(Printable.of(d.message())).append('\n');
                for (SourcePosition from : d.includedFrom()) {
                    out.append("    included from ")
                            .append(Printable.of(from.toString()))
                            .append('\n');
                }
                out.append("    fix: ").append(Printable.of(d.hint())).append('\n');
            }
            return out.toString();
        }
    },
    /** For programs: one JSON array. */
    JSON {
        @Override
        String format(List<Diagnostic> findings) {
            return findings.stream().map(FindingFormat::object).collect(Collectors.joining(",\n ", "[", "]\n"));
        }
    },
    /** GitHub workflow commands, which become annotations on the lines of a pull request. */
    GITHUB {
        @Override
        String format(List<Diagnostic> findings) {
            return findings.stream().map(FindingFormat::command).collect(Collectors.joining());
        }
    };

    abstract String format(List<Diagnostic> findings);

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String object(Diagnostic d) {
        String chain =
                d.includedFrom().stream().map(p -> "{" + position(p) + "}").collect(Collectors.joining(", ", "[", "]"));
        return "{\"severity\": " + JsonText.quoted(d.severity().word()) + ", \"code\": " + JsonText.quoted(d.code())
                + ", "
                + position(d.position()) + ", \"message\": " + JsonText.quoted(d.message()) + ", \"hint\": "
                + JsonText.quoted(d.hint())
                + ", \"includedFrom\": " + chain + "}";
    }

    private static String position(SourcePosition p) {
        return "\"file\": " + JsonText.quoted(p.file()) + ", \"line\": " + p.line() + ", \"column\": " + p.column();
    }

    private static String command(Diagnostic d) {
        String level =
                d.severity() == Severity.ERROR ? "error" : d.severity() == Severity.WARNING ? "warning" : "notice";
        SourcePosition p = d.position();
        String place = "file=" + property(p.file())
                + (p.line() > 0 ? ",line=" + p.line() : "")
                + (p.column() > 0 ? ",col=" + p.column() : "");
        String text = Printable.of(d.message()) + "\nfix: " + Printable.of(d.hint());
        return "::" + level + " " + place + ",title=" + property(d.code()) + "::" + data(text) + "\n";
    }

    /** Escapes as the runner reads it back (actions/toolkit, packages/core/src/command.ts). */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
