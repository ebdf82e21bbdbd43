package dev.tierzero.kpi.collect;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SiteFiles;
import dev.tierzero.api.SourcePosition;
import dev.tierzero.kpi.model.Kpi;
import dev.tierzero.kpi.model.Observation;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The committed history of a KPI, {@code content/_data/kpi/<id>.csv}: one observation a line, ascending. A line that cannot be read is a
 * finding and left out.
 *
 * @param observations ascending, at most one an instant
 * @param text of the file as it stands; empty when there is none
 * @param whole whether every line could be taken; a file of which one could not is not written anew, because that would lose it
 */
record History(List<Observation> observations, String text, boolean whole) {

    private static final String HEADER = "observed-at,fetched-at,value,group";
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final String HINT =
            "write: " + HEADER + ", for example 2026-11-16T00:00:00Z,2026-11-16T06:00:00Z,71.4,171";

    /** The history of a KPI. */
    static History of(SiteFiles files, Kpi kpi, List<Diagnostic> findings) {
        String name = files.name(kpi.historyPath());
        byte[] bytes = files.file(kpi.historyPath()).orElse(new byte[0]);
        if (bytes.length > MOST_BYTES) {
            report(
                    findings,
                    "KP030",
                    SourcePosition.ofFile(name),
                    "the history is larger than 4 MB",
                    "move its oldest lines into another place");
            return new History(List.of(), "", false);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Observation> observations = new ArrayList<>();
        int before = findings.size();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank() && !(i == 0 && isHeader(lines[i]))) {
                read(lines[i], SourcePosition.ofLine(name, i + 1), kpi, observations, findings);
            }
        }
        return new History(List.copyOf(merged(observations, List.of())), text, findings.size() == before);
    }

    private static boolean isHeader(String line) {
        return line.replace("\uFEFF", "").equals(HEADER);
    }

    private static void read(
            String line, SourcePosition at, Kpi kpi, List<Observation> observations, List<Diagnostic> findings) {
        try {
            Observation observation = observation(line);
            if (!observations.isEmpty()
                    && !observations.get(observations.size() - 1).observedAt().isBefore(observation.observedAt())) {
                report(
                        findings,
                        "KP031",
                        at,
                        "the line is not later than the one above it",
                        "sort the lines by observed-at and keep one of each");
            }
            if (Admission.isSmall(observation, kpi)) {
                report(
                        findings,
                        "KP043",
                        at,
                        "the group is smaller than " + kpi.minimumGroup(),
                        "delete the line: a figure of so few people is about people");
            } else if (!kpi.range().holds(observation.value())) {
                report(
                        findings,
                        "KP030",
                        at,
                        "the value is outside " + kpi.range(),
                        "correct it, or declare minimum and maximum of the KPI");
            } else {
                observations.add(observation);
            }
        } catch (NoValue e) {
            report(findings, "KP030", at, "the line is no observation: " + e.words(), HINT);
        }
    }

    private static Observation observation(String line) throws NoValue {
        String[] cells = line.split(",", -1);
        if (cells.length != 4) {
            throw NoValue.invalid("it has " + cells.length + " fields; four are expected");
        }
        OptionalLong group = cells[3].isBlank() ? OptionalLong.empty() : Values.group(cells[3]);
        try {
            return new Observation(Instant.parse(cells[0]), Instant.parse(cells[1]), Values.number(cells[2]), group);
        } catch (DateTimeException e) {
            throw NoValue.invalid("a time is not an instant");
        }
    }

    /** These observations and newer knowledge, ascending. A value that is only confirmed keeps the time when it was first read. */
    static Collection<Observation> merged(List<Observation> known, List<Observation> read) {
        Map<Instant, Observation> byTime = new TreeMap<>();
        known.forEach(o -> byTime.put(o.observedAt(), o));
        read.forEach(o -> byTime.merge(o.observedAt(), o, History::better));
        return byTime.values();
    }

    private static Observation better(Observation old, Observation newer) {
        boolean same = old.value().compareTo(newer.value()) == 0 && old.group().equals(newer.group());
        return same ? old : newer;
    }

    /** The file that holds these observations. */
    static String text(Collection<Observation> observations) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Observation o : observations) {
            text.append(o.observedAt())
                    .append(',')
                    .append(o.fetchedAt())
                    .append(',')
                    .append(o.value().toPlainString())
                    .append(',');
            o.group().ifPresent(text::append);
            text.append('\n');
        }
        return text.toString();
    }

    private static void report(List<Diagnostic> findings, String code, SourcePosition at, String message, String hint) {
        findings.add(Diagnostic.error(code, at, message, hint));
    }
}
