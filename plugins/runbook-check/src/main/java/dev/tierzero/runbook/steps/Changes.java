package dev.tierzero.runbook.steps;

import java.util.regex.Pattern;

/** Knows commands that change something, and words that ask for a change. Both lists are short on purpose: what is not sure is not there. */
final class Changes {

    private static final Pattern COMMAND = Pattern.compile("(?:^|[;&|(]\\s*|\\b(?:sudo|xargs)\\s+(?:-\\S+\\s+)*)(?:"
            + "systemctl\\s+(?:--\\S+\\s+)*(?:start|stop|restart|reload|enable|disable|mask|isolate|kill)\\b"
            + "|service\\s+\\S+\\s+(?:start|stop|restart|reload)\\b"
            + "|(?:rm|rmdir|mv|chmod|chown|ln|dd|kill|pkill|killall|reboot|shutdown|lvextend|lvremove|mkfs\\S*|wipefs)\\s"
            + "|(?:kubectl|oc)\\s+(?:-\\S+\\s+\\S+\\s+)*(?:apply|create|delete|patch|replace|scale|edit|drain|cordon|uncordon"
            + "|rollout\\s+(?:restart|undo)|label|annotate|set)\\b"
            + "|(?:docker|podman)\\s+(?:compose\\s+)?(?:up|down|start|stop|restart|rm|rmi|kill|prune|load|system\\s+prune)\\b"
            + "|docker-compose\\s+(?:up|down|start|stop|restart|rm)\\b"
            + "|helm\\s+(?:install|upgrade|rollback|uninstall|delete)\\b"
            + "|terraform\\s+(?:apply|destroy)\\b"
            + "|vault\\s+operator\\s+(?:init|unseal|seal|step-down|rekey|raft\\s+(?:remove-peer|snapshot\\s+restore))\\b"
            + "|git\\s+(?:push|reset|revert|merge|commit)\\b"
            + "|(?:apt|apt-get|dnf|yum|apk)\\s+(?:-\\S+\\s+)*(?:install|remove|upgrade|purge)\\b"
            + "|sed\\s+(?:-\\S+\\s+)*-i)");

    private static final String VERB =
            "(?:stop|start|restart|reboot|delete|remove|drop|scale|drain|cordon|restore|reinstall|uninstall"
                    + "|unmount|mount|reload|kill|revert|roll back|fail over|promote|demote|truncate|purge|wipe|reset|shut down)";
    private static final Pattern IMPERATIVE = Pattern.compile("(?i)^" + VERB + "\\b(?! ?:)");
    private static final Pattern THEN = Pattern.compile(
            "(?i)^" + VERB + "\\b.*(?:,|;)? (?:and )?then " + VERB + "\\b|^" + VERB + "\\b.*; " + VERB + "\\b");

    private Changes() {}

    /** Whether a command changes something. */
    static boolean isCommand(String command) {
        return COMMAND.matcher(command.strip()).find();
    }

    /** Whether a sentence asks for a change. */
    static boolean asks(String sentence) {
        return IMPERATIVE.matcher(sentence.strip()).find();
    }

    /** Whether a sentence asks for one change, then for another. */
    static boolean asksTwice(String sentence) {
        return THEN.matcher(sentence.strip()).find();
    }
}
