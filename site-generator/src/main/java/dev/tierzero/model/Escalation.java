package dev.tierzero.model;

import java.util.List;
import java.util.Map;

/**
 * Who helps, who answers for what, and, in a restricted site only, which people those are.
 *
 * @param steps the ladder of help
 * @param roles that own something, in the order of their register
 * @param duties services, in the order of their register
 * @param people by role; empty in a site for everybody
 * @param restricted whether the site names people and is not for publication
 */
public record Escalation(
        List<SupportStep> steps,
        List<Role> roles,
        List<Duty> duties,
        Map<String, List<Person>> people,
        boolean restricted) {

    /** Nobody. */
    public static final Escalation NONE = new Escalation(List.of(), List.of(), List.of(), Map.of(), false);

    /**
     * A role.
     *
     * @param deputy id of the role that stands in, or empty
     * @param channel or empty
     */
    public record Role(String id, String title, String deputy, String channel) {}

    /**
     * A service and who answers for it.
     *
     * @param owner id of a role, or empty
     * @param alerts about it
     */
    public record Duty(String id, String title, String owner, List<Alert> alerts) {

        /** Copies. */
        public Duty {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * An alert.
     *
     * @param runbook path of a page below the content folder, or empty
     */
    public record Alert(String id, String severity, String runbook) {}

    /** Somebody who can be reached; all but the name may be empty. */
    public record Person(String name, String phone, String mail, String chat) {

        /** Names nobody: what is logged is read by others. */
        @Override
        public String toString() {
            return "a person";
        }
    }

    /** Copies. */
    public Escalation {
        steps = List.copyOf(steps);
        roles = List.copyOf(roles);
        duties = List.copyOf(duties);
        people = Map.copyOf(people);
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
