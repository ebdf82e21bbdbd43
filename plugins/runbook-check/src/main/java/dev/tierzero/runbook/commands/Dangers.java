package dev.tierzero.runbook.commands;

import dev.tierzero.runbook.model.Preferences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Commands that cannot be taken back, or that open a machine to strangers, with what they do. */
final class Dangers {

    private static final String START = "(?:^|[\\s;&|(`])";

    /**
     * One of them.
     *
     * @param words of which one stands in every such command, in lower case: looked for first, because a pattern is dear
     */
    private record Known(String what, List<String> words, Pattern pattern) {

        boolean is(String text, String lower) {
            return words.stream().anyMatch(lower::contains)
                    && pattern.matcher(text + " ").find();
        }
    }

    private static Known danger(String what, String words, String pattern) {
        return new Known(what, List.of(words.split(" ", -1)), Pattern.compile(pattern));
    }

    private static final List<Known> KNOWN = List.of(
            danger(
                    "deletes files",
                    "rm",
                    START + "rm\\s+(?:-\\S+\\s+)*-(?:[a-zA-Z]*[rR][a-zA-Z]*f|[a-zA-Z]*f[a-zA-Z]*[rR]|-recursive)\\S*\\s"
                            + "|" + START + "rm\\s+-[rR]\\s+-f\\s|" + START + "rm\\s+-f\\s+-[rR]\\s"),
            danger("deletes files", "find", START + "find\\s[^|;]*\\s-(?:delete\\b|exec\\s+rm\\s)"),
            danger("overwrites a disk", "dd", START + "dd\\s[^|;]*\\bof="),
            danger("makes a new file system", "mkfs", START + "mkfs(?:\\.\\w+)?\\s"),
            danger(
                    "wipes a disk",
                    "wipefs blkdiscard sgdisk ceph-volume",
                    START + "(?:wipefs|blkdiscard|sgdisk\\s+(?:-Z|--zap)|ceph-volume\\s+lvm\\s+zap)\\b"),
            danger("overwrites a disk", "/dev/", ">\\s*/dev/(?:sd|nvme|vd|xvd|mapper/)\\w*"),
            danger(
                    "removes a volume",
                    "lvremove vgremove pvremove zfs zpool",
                    START + "(?:lvremove|vgremove|pvremove|zfs\\s+destroy|zpool\\s+destroy)\\b"),
            danger("cuts a file off", "truncate", START + "truncate\\s+(?:-\\S+\\s+)*(?:-s|--size)"),
            danger(
                    "deletes tables or databases",
                    "drop",
                    "(?i)\\bdrop\\s+(?:table|database|schema|view|role|user|keyspace)\\b|" + START + "dropdb\\s"),
            danger("empties a table", "truncate", "(?i)\\btruncate\\s+table\\b"),
            danger("deletes every row", "delete", "(?i)\\bdelete\\s+from\\s+[\\w.\"`]+\\s*(?:;|['\"]|$)"),
            danger("deletes all keys", "flush", "(?i)\\bflush(?:all|db)\\b"),
            danger(
                    "replaces the tables of a database",
                    "pg_",
                    START + "pg_restore\\s[^|;]*--clean|" + START + "pg_resetwal\\b"),
            danger(
                    "deletes cluster resources",
                    "delete",
                    START + "(?:kubectl|oc)\\s+(?:-{1,2}\\S+[\\s=]\\S+\\s+)*delete\\s+(?:[^|;]*\\s)?"
                            + "(?:ns|namespaces?|projects?|pv|pvc|persistentvolumes?|persistentvolumeclaims?|nodes?|crds?|customresourcedefinitions?"
                            + "|statefulsets?|sts)(?:[\\s/]|$)"),
            danger(
                    "deletes cluster resources",
                    "delete",
                    START + "(?:kubectl|oc)\\s[^|;]*\\bdelete\\s[^|;]*--all(?:\\s|$)"),
            danger("removes a release", "helm", START + "helm\\s+(?:uninstall|delete)\\b"),
            danger(
                    "destroys infrastructure",
                    "destroy",
                    START
                            + "(?:terraform|tofu|terragrunt|pulumi)\\s+(?:-\\S+\\s+)*(?:destroy\\b|apply\\s[^|;]*-destroy\\b)"),
            danger(
                    "deletes cloud resources",
                    "aws gcloud az",
                    START + "aws\\s+s3\\s+(?:rb|rm)\\s[^|;]*--(?:force|recursive)|" + START
                            + "(?:gcloud|az)\\s[^|;]*\\bdelete\\b|" + START
                            + "aws\\s+\\w[\\w-]*\\s+(?:delete|terminate)-"),
            danger(
                    "overwrites history that others have",
                    "git",
                    START + "git\\s+(?:-\\S+\\s+\\S+\\s+)*push\\b[^|;]*(?:--force(?!-with-lease)|\\s-f\\b|\\s\\+\\w)"),
            danger("discards work", "git", START + "git\\s+(?:reset\\s+--hard|clean\\s+-\\w*f)"),
            danger(
                    "deletes images and volumes",
                    "docker podman",
                    START + "(?:docker|podman)\\s+(?:system\\s+(?:prune|reset)|volume\\s+(?:rm|prune))\\b"),
            danger(
                    "cannot be taken back in Vault",
                    "vault",
                    START
                            + "vault\\s+(?:operator\\s+(?:init|rekey|rotate|seal|raft\\s+(?:remove-peer|snapshot\\s+restore))"
                            + "|secrets\\s+disable|auth\\s+disable|kv\\s+(?:destroy|metadata\\s+delete)|lease\\s+revoke\\s[^|;]*-prefix)\\b"),
            danger(
                    "removes the packet filter",
                    "tables nft",
                    START + "(?:iptables|ip6tables)\\s+(?:-\\S+\\s+\\S+\\s+)*(?:-F|--flush)|" + START
                            + "nft\\s+flush\\s+ruleset"),
            danger(
                    "lets everybody write",
                    "chmod",
                    START + "chmod\\s+(?:-\\S+\\s+)*-\\w*R\\w*\\s+(?:-\\S+\\s+)*(?:0?777|a\\+rwx|ugo\\+rwx)\\b|" + START
                            + "chmod\\s+0?777\\s+-R"),
            danger(
                    "runs what a server sends",
                    "curl wget",
                    START + "(?:curl|wget)\\s[^;&]*\\|\\s*(?:sudo\\s+(?:-\\S+\\s+)*)?(?:ba|z|da|k)?sh(?:\\s|$)"
                            + "|(?:ba|z)?sh\\s+(?:-c\\s+\"?\\$\\(|<\\()\\s*(?:curl|wget)\\b"),
            danger("deletes what the source does not have", "rsync", START + "rsync\\s[^|;]*--delete(?:-\\w+)?\\b"),
            danger(
                    "deletes keys of the cluster",
                    "etcdctl consul",
                    START + "etcdctl\\s+(?:-\\S+\\s+)*del\\b|" + START + "consul\\s+kv\\s+delete\\s[^|;]*-recurse"),
            danger(
                    "removes storage",
                    "ceph",
                    START + "ceph\\s+(?:osd\\s+(?:purge|destroy|rm|lost)|osd\\s+pool\\s+(?:delete|rm)|fs\\s+rm)\\b"),
            danger("deletes a table of jobs", "crontab", START + "crontab\\s+-r\\b"),
            danger("deletes a topic", "kafka-topics", START + "kafka-topics(?:\\.sh)?\\s[^|;]*--delete\\b"),
            danger("deletes a user with all files", "userdel", START + "userdel\\s+(?:-\\S+\\s+)*-\\w*r"));

    /** Deleting what is there to be deleted: temporary files, build results, caches. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?:^|[\\s;&|(`])rm\\s+(?:-\\S+\\s+)+(?:(?:/var)?/tmp/\\S+|\\$\\{?TMPDIR}?\\S*|\\./\\S+|target"
                    + "|build|dist|out|node_modules|~/\\.cache\\S*)(?:\\s+(?:(?:/var)?/tmp/\\S+|\\./\\S+))*\\s*(?:$|[;&|\\n])");

    private static final Pattern TRIAL = Pattern.compile("--dry-run\\b|--whatif\\b");

    /** What ends one command and begins the next; a pipe does not. */
    private static final Pattern NEXT = Pattern.compile(";|&&|\\|\\||(?<!\\\\)\\n");

    private Dangers() {}

    /** What a command does that needs a warning. */
    static Optional<String> of(String command, Preferences preferences) {
        String text = ShellText.of(command).withoutComments();
        Optional<String> own = preferences.dangerous().entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst();
        return own.isPresent() ? own : known(text);
    }

    /** What is harmless excuses itself, and not what stands beside it. */
    private static Optional<String> known(String text) {
        Optional<String> whole = matched(text);
        boolean excused = HARMLESS.matcher(text).find() || TRIAL.matcher(text).find();
        if (whole.isEmpty() || !excused) {
            return whole;
        }
        return NEXT.splitAsStream(text)
                .filter(part -> !TRIAL.matcher(part).find())
                .flatMap(part -> matched(HARMLESS.matcher(part).replaceAll(" ")).stream())
                .findFirst();
    }

    private static Optional<String> matched(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(known -> known.is(text, lower))
                .map(Known::what)
                .findFirst();
    }
}
