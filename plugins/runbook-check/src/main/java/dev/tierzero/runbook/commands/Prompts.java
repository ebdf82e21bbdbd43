package dev.tierzero.runbook.commands;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds prompts at the start of lines. */
final class Prompts {

    private static final String HOST =
            "(?:\\[[\\w.-]+@[^\\]]*\\]|[\\w.-]+@[\\w.-]+(?::[^$#]*)?|(?:sh|bash)-[\\d.]+|[~/]\\S*)\\s?";
    private static final Pattern SURE =
            Pattern.compile("^\\s*(?:" + HOST + ")?\\$ +(?=\\S)|^\\s*" + HOST + "# +(?=\\S)");
    private static final Pattern ROOT = Pattern.compile("^\\s*# +(?=\\S)");
    private static final Pattern WINDOWS =
            Pattern.compile("^\\s*PS(?: [A-Z]:[^>]*)?> ?(?=\\S)|^\\s*[A-Z]:\\\\[^>]*>(?=\\S)");
    private static final Pattern DATABASE =
            Pattern.compile("^\\s*(?:mysql|[\\w-]+=[#>]|sqlite|redis [\\d.:]+)> +(?=\\S)");
    private static final Pattern MORE = Pattern.compile("^\\s*> ?");

    /** Commands that a line behind a number sign begins with when it is a prompt of root and no comment. */
    private static final Pattern COMMAND = Pattern.compile(
            "^(?:sudo|cd|ls|cat|export|systemctl|journalctl|kubectl|oc|docker|podman|helm"
                    + "|rm|cp|mv|mkdir|chmod|chown|mount|umount|df|du|ps|grep|curl|wget|vault|ssh|scp|rsync|tar|psql|mysql|redis-cli|etcdctl"
                    + "|ceph|ip|iptables|ping|dig|apt|apt-get|dnf|yum|rpm|git|crictl|ctr|virsh|fdisk|lsblk|lvs|vgs|pvs|xfs_repair|fsck)\\s+[\\w./-].*");

    /** A prompt ends before so many characters. */
    private static final int LONGEST = 400;

    private Prompts() {}

    /** The length of a prompt that can be nothing else; 0 when there is none. */
    static int sure(String line) {
        // Most lines have none of these signs; the patterns are slow.
        boolean may = line.indexOf('$') >= 0 || line.indexOf('#') >= 0;
        Optional<Integer> length = may ? length(SURE, line) : Optional.empty();
        return length.or(() -> line.indexOf('>') >= 0 ? length(WINDOWS, line) : Optional.empty())
                .orElse(0);
    }

    /** The length of a prompt in a session, where a number sign is one too. */
    static int inSession(String line) {
        int sure = sure(line);
        return sure > 0
                ? sure
                : isRoot(line)
                        ? length(ROOT, line).orElse(0)
                        : length(DATABASE, line).orElse(0);
    }

    /** Whether a line is a remark: a number sign, and no command of root behind it. */
    static boolean isRemark(String line) {
        return line.strip().startsWith("#") && !isRoot(line) && sure(line) == 0;
    }

    private static boolean isRoot(String line) {
        int length = length(ROOT, line).orElse(0);
        return length > 0 && COMMAND.matcher(line.substring(length)).matches();
    }

    /** The length of the mark of a line that continues a command. */
    static int continued(String line) {
        return length(MORE, line).orElse(0);
    }

    /** Whether every line is a command of root behind its number sign. */
    static boolean isRootSession(List<String> lines) {
        List<String> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        return !filled.isEmpty() && filled.stream().allMatch(Prompts::isRoot);
    }

    private static Optional<Integer> length(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line.substring(0, Math.min(line.length(), LONGEST)));
        return matcher.find() ? Optional.of(matcher.end()) : Optional.empty();
    }
}
