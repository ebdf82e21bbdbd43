package dev.tierzero.runbook.model;

import dev.tierzero.api.Severity;
import java.util.Arrays;
import java.util.Optional;

/** The rules, each with the severity that it has unless the site's settings say otherwise. */
public enum Rule {
    RB001(Severity.ERROR, "required section missing"),
    RB002(Severity.ERROR, "required section empty"),
    RB003(Severity.ERROR, "section out of order"),
    RB004(Severity.ERROR, "section twice"),
    RB005(Severity.ERROR, "section at the wrong place"),
    RB006(Severity.WARNING, "unfinished text"),
    RB010(Severity.WARNING, "several actions in one step"),
    RB011(Severity.WARNING, "step too long"),
    RB012(Severity.ERROR, "no such step"),
    RB013(Severity.WARNING, "way that leads nowhere"),
    RB014(Severity.ERROR, "loop without a way out"),
    RB015(Severity.WARNING, "section that nobody is sent to"),
    RB016(Severity.ERROR, "read-only step that changes something"),
    RB017(Severity.WARNING, "empty step"),
    RB020(Severity.WARNING, "code without a language"),
    RB021(Severity.WARNING, "prompt in a script"),
    RB022(Severity.WARNING, "placeholder not declared"),
    RB023(Severity.WARNING, "variable never set"),
    RB024(Severity.ERROR, "dangerous command without a warning"),
    RB025(Severity.WARNING, "command that a shell cannot read"),
    RB026(Severity.WARNING, "session without a command"),
    RB030(Severity.ERROR, "verification without expected output"),
    RB040(Severity.ERROR, "recovery time missing"),
    RB041(Severity.INFO, "recovery time not decided"),
    RB042(Severity.ERROR, "unknown service"),
    RB043(Severity.ERROR, "unknown alert"),
    RB044(Severity.ERROR, "owner missing"),
    RB045(Severity.ERROR, "unknown owner"),
    RB046(Severity.ERROR, "owner not active"),
    RB047(Severity.WARNING, "role without a deputy"),
    RB050(Severity.WARNING, "text changed since its review"),
    RB051(Severity.WARNING, "review stamp missing"),
    RB052(Severity.WARNING, "date of another review"),
    RB053(Severity.ERROR, "review stamp not readable"),
    RB060(Severity.ERROR, "page needs the service that it repairs"),
    RB061(Severity.ERROR, "page needs what is down with its service"),
    RB062(Severity.ERROR, "service needs an unknown service"),
    RB063(Severity.WARNING, "services need each other"),
    RB064(Severity.ERROR, "declared need that cannot be met"),
    RB070(Severity.ERROR, "setting not understood");

    private final Severity severity;
    private final String title;

    Rule(Severity severity, String title) {
        this.severity = severity;
        this.title = title;
    }

    /** Its severity by default. */
    public Severity severity() {
        return severity;
    }

    /** What is wrong, in a few words. */
    public String title() {
        return title;
    }

    /** The rule of a code. */
    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.name().equals(code)).findFirst();
    }
}
