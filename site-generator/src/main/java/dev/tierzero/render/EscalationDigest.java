package dev.tierzero.render;

import dev.tierzero.model.Escalation;
import dev.tierzero.model.Sha256;
import dev.tierzero.model.SupportHours;
import dev.tierzero.model.SupportStep;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The digest of an escalation sheet: SHA-256, of which the first 12 hex digits are shown. It covers every word on the sheet but people,
 * each ended by U+0000. Sheets hang on walls: what is fed to it stays as it is.
 */
final class EscalationDigest {

    private static final int LENGTH = 12;

    private EscalationDigest() {}

    static String of(Escalation escalation) {
        StringBuilder text = new StringBuilder();
        Stream.of(
                        escalation.steps().stream().flatMap(EscalationDigest::words),
                        escalation.roles().stream().flatMap(EscalationDigest::words),
                        escalation.duties().stream().flatMap(EscalationDigest::words))
                .forEach(part -> {
                    part.forEach(word -> text.append(word).append('\0'));
                    text.append('\1');
                });
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
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
