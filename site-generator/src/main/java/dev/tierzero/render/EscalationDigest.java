package dev.tierzero.render;

import dev.tierzero.model.Escalation;
import dev.tierzero.model.Sha256;
import dev.tierzero.model.SupportHours;
import dev.tierzero.model.SupportStep;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The digest of an escalation sheet: SHA-256, of which the first 12 hex digits are shown. It covers every word on the sheet but people,
 * each ended by U+0000, each entry by U+0001, each list by U+0002. Sheets hang on walls: what is fed to it stays as it is.
 */
final class EscalationDigest {

    private static final int LENGTH = 12;

    private EscalationDigest() {}

    static String of(Escalation escalation) {
        StringBuilder text = new StringBuilder();
        add(text, escalation.steps().stream().map(EscalationDigest::words));
        add(text, escalation.roles().stream().map(EscalationDigest::words));
        add(text, escalation.duties().stream().map(EscalationDigest::words));
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
    }

    private static void add(StringBuilder text, Stream<Stream<String>> entries) {
        entries.forEach(entry -> {
            entry.forEach(word -> text.append(word).append('\0'));
            text.append('\1');
        });
        text.append('\2');
    }

    private static Stream<String> words(SupportStep step) {
        return Stream.of(
                        Stream.of(step.title(), step.text(), step.target(), step.channel(), step.answer()),
                        step.hours().stream().flatMap(EscalationDigest::words),
                        Stream.of(step.urgent() ? "urgent" : ""),
                        step.send().stream())
                .flatMap(words -> words);
    }

    private static Stream<String> words(SupportHours hours) {
        return Stream.of(hours.text(), hours.holidaysText(), hours.note());
    }

    private static Stream<String> words(Escalation.Role role) {
        return Stream.of(role.id(), role.title(), role.deputy(), role.channel());
    }

    private static Stream<String> words(Escalation.Duty duty) {
        return Stream.concat(
                Stream.of(duty.id(), duty.title(), duty.owner()),
                duty.alerts().stream().flatMap(alert -> Stream.of(alert.id(), alert.severity(), alert.runbook())));
    }
}
