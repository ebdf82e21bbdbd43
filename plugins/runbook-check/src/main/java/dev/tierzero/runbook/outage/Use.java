package dev.tierzero.runbook.outage;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a command needs a service, and how: {@code pulls from}. To look at a service, to log in to its hosts and to put something
 * into it is the work of a page that repairs it; to take from it what the work needs is not. Of a service that is down along with it
 * nothing can be had at all.
 */
final class Use {

    private static final Set<String> CONTAINERS =
            Set.of("docker", "podman", "nerdctl", "ctr", "crictl", "buildah", "docker-compose");
    private static final Set<String> PULLS = Set.of("pull", "run", "create");
    private static final Set<String> FETCHERS = Set.of("curl", "wget", "aria2c", "http", "https", "fetch");
    private static final Set<String> PACKAGES = Set.of(
            "mvn", "mvnw", "gradle", "gradlew", "npm", "npx", "yarn", "pnpm", "pip", "pip3", "uv", "poetry", "gem",
            "bundle", "cargo", "go", "nuget", "dotnet", "apt", "apt-get", "dnf", "yum", "apk", "brew", "conan", "bazel",
            "conda");
    private static final Set<String> REMOTE = Set.of("ssh", "scp", "sftp", "rsync", "mosh");
    private static final Pattern RUNS = Pattern.compile(
            "^\\s*\\|\\s*(?:sudo\\s+(?:-\\S+\\s+)*)?(?:(?:ba|z|da|k)?sh|tar|python3?|perl|dpkg|rpm|gunzip|zcat"
                    + "|(?:docker|podman)\\s+load|kubectl|oc|psql)\\b|^\\s*\\|[^|]*\\|\\s*(?:sudo\\s+)?(?:ba)?sh\\b");
    private static final Pattern SAVES = Pattern.compile("(?<![\\d&])>>?\\s*(?!/dev/null|&)\\S");
    private static final Pattern HEALTH = Pattern.compile(
            "(?i)/(?:health|healthz|livez|readyz|ready|readiness|liveness|ping|status|metrics|version|up|sys/health|sys/leader|sys/seal-status)(?:[/?#\\s\"']|$)");

    private final Service service;
    private final boolean own;
    private final Pattern mark;

    /** @param own whether it is the service that the page repairs, not one that is down along with it */
    Use(Service service, boolean own) {
        this.service = service;
        this.own = own;
        this.mark = service.mark().orElse(Pattern.compile("(?!)"));
    }

    /** How a line of commands needs the service; empty when it does not. */
    Optional<String> of(String line) {
        return SimpleCommand.of(line).stream()
                .flatMap(command -> of(command).stream())
                .findFirst();
    }

    /** How an address needs it. */
    Optional<String> ofAddress(String target) {
        boolean looks = own && HEALTH.matcher(target).find();
        return !looks && target.matches("(?i)(?:https?:)?//.*") && isServed(target)
                ? Optional.of("links to")
                : Optional.empty();
    }

    private boolean isServed(String target) {
        String host = target.replaceFirst("(?i)^(https?:)?//(?:[^/@]*@)?", "");
        return mark.matcher(host).lookingAt() || service.urls().stream().anyMatch(target::startsWith);
    }

    /** Whether a text names the service by a host, an image or an address. */
    boolean isNamed(String text) {
        return mark.matcher(text).find();
    }

    private Optional<String> of(SimpleCommand command) {
        if (command.beginning("--offline", "--no-index", "--nofetch", "--pull=never")
                        .isPresent()
                || isNeverPulled(command)
                || (command.tool().startsWith("mvn") && command.has("-o"))) {
            return Optional.empty();
        }
        Optional<String> known =
                service.commands().stream().filter(command::begins).findFirst();
        if (known.isPresent()) {
            return Optional.of("runs \"" + known.get() + "\" through");
        }
        return isNamed(command.text()) ? ofNamed(command) : Optional.empty();
    }

    private static boolean isNeverPulled(SimpleCommand command) {
        int pull = command.words().indexOf("--pull");
        return pull >= 0
                && pull + 1 < command.words().size()
                && command.words().get(pull + 1).equals("never");
    }

    private Optional<String> ofNamed(SimpleCommand command) {
        String tool = command.tool();
        if (command.plain().contains("login")) {
            return Optional.of("logs in to");
        }
        if (CONTAINERS.contains(tool)) {
            return container(command);
        }
        if (FETCHERS.contains(tool)) {
            return fetch(command);
        }
        if (PACKAGES.contains(tool)) {
            return Optional.of("installs from");
        }
        if (REMOTE.contains(tool)) {
            return !own && service.providesLogin() ? Optional.of("logs in through") : Optional.empty();
        }
        return switch (tool) {
            case "git" -> git(command);
            case "skopeo", "crane", "oras", "regctl", "helm", "trivy", "cosign", "grype", "syft" -> registry(command);
            case "kubectl", "oc", "k3s" ->
                command.beginning("--image").isPresent()
                                || command.action().equals("set")
                                || (command.has("-f") && command.text().contains("://"))
                        ? Optional.of("pulls from")
                        : Optional.empty();
            case "FROM", "image:" -> Optional.of("pulls from");
            default ->
                command.words().get(0).equals("-") && command.has("image:")
                        ? Optional.of("pulls from")
                        : Optional.empty();
        };
    }

    private Optional<String> container(SimpleCommand command) {
        boolean pulls = command.plain().stream().skip(1).limit(2).anyMatch(PULLS::contains);
        boolean pushes = command.plain().contains("push");
        return pulls ? Optional.of("pulls from") : pushes && !own ? Optional.of("pushes to") : Optional.empty();
    }

    /** A request that keeps what it gets, or runs it, needs the service; one that shows it is a look. */
    private Optional<String> fetch(SimpleCommand command) {
        if (!own) {
            return Optional.of("asks");
        }
        if (HEALTH.matcher(command.text()).find()) {
            return Optional.empty();
        }
        boolean wget = command.tool().equals("wget")
                && !command.has("--spider")
                && command.words().stream().noneMatch(word -> word.matches("-\\w*O-?|--output-document=-"));
        boolean named = command.words().stream()
                .anyMatch(word -> word.matches("-[a-zA-Z]*[OJ]|--remote-name(?:-all)?|-[a-zA-Z]*o\\S+"));
        boolean kept = wget
                || named
                || output(command)
                || SAVES.matcher(command.text()).find();
        boolean run = RUNS.matcher(command.then()).find();
        return kept || run ? Optional.of("downloads from") : Optional.empty();
    }

    private static boolean output(SimpleCommand command) {
        for (int i = 0; i + 1 < command.words().size(); i++) {
            String next = command.words().get(i + 1);
            if (command.words().get(i).matches("-[a-zA-Z]*o|--output")
                    && !next.equals("/dev/null")
                    && !next.equals("-")) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> git(SimpleCommand command) {
        boolean takes = command.plain().stream()
                .anyMatch(word -> Set.of("clone", "fetch", "pull", "submodule", "ls-remote")
                        .contains(word));
        boolean gives = command.plain().contains("push");
        return takes ? Optional.of("clones from") : gives && !own ? Optional.of("pushes to") : Optional.empty();
    }

    private Optional<String> registry(SimpleCommand command) {
        String action = command.action();
        boolean local = command.beginning(
                        "containers-storage:", "docker-daemon:", "oci:", "dir:", "docker-archive:", "oci-archive:")
                .isPresent();
        boolean source = command.words().stream()
                .filter(word -> word.matches("[a-z-]+:.*"))
                .findFirst()
                .filter(word -> word.startsWith("docker://") && isNamed(word))
                .isPresent();
        boolean takes = command.tool().equals("skopeo")
                ? Set.of("copy", "sync").contains(action) && source
                : Set.of("pull", "install", "upgrade", "export", "save", "image", "template")
                                .contains(action)
                        || (command.plain().contains("pull") && !local);
        if (takes) {
            return Optional.of("pulls from");
        }
        boolean onlyLocal = local && !source && command.beginning("docker://").isEmpty();
        return own || onlyLocal ? Optional.empty() : Optional.of("asks");
    }
}
