package dev.tierzero.cli;

import dev.tierzero.api.Severity;
import dev.tierzero.engine.Outcome;
import dev.tierzero.model.FileClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The closing lines of a run. */
final class Summary {

    private Summary() {}

    /** {@code 96 pages + 4 partials + 8 data + 6 assets = 114 files of content} and what was found. */
    static String of(Outcome outcome, double seconds) {
        return files(outcome.counts()) + "\n" + findings(outcome) + String.format(Locale.ROOT, " in %.1f s", seconds);
    }

    static String files(Map<FileClass, Integer> counts) {
        List<String> parts = new ArrayList<>();
        int sum = 0;
        for (FileClass fileClass : FileClass.values()) {
            int count = counts.getOrDefault(fileClass, 0);
            sum += count;
            if (count > 0) {
                parts.add(String.format(Locale.ROOT, "%,d %s", count, word(fileClass, count)));
            }
        }
        String total = String.format(Locale.ROOT, "%,d %s of content", sum, sum == 1 ? "file" : "files");
        return parts.size() < 2 ? total : String.join(" + ", parts) + " = " + total;
    }

    static String findings(Outcome outcome) {
        long errors = outcome.count(Severity.ERROR);
        long warnings = outcome.count(Severity.WARNING);
        long remarks = outcome.count(Severity.INFO);
        return counted(errors, "error") + ", " + counted(warnings, "warning")
                + (remarks == 0 ? "" : ", " + counted(remarks, "remark"));
    }

    private static String word(FileClass fileClass, int count) {
        return switch (fileClass) {
            case DATA, IGNORED -> fileClass.word();
            case ERROR -> "in error";
            case PAGE, PARTIAL, ASSET, DRAFT -> fileClass.word() + (count == 1 ? "" : "s");
        };
    }

    private static String counted(long count, String noun) {
        String number = count == 0 ? "no" : String.format(Locale.ROOT, "%,d", count);
        return number + " " + noun + (count == 1 ? "" : "s");
    }
}
