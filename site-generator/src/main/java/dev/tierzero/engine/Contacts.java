package dev.tierzero.engine;

import dev.tierzero.api.DataNode;
import dev.tierzero.model.Escalation;
import dev.tierzero.model.Settings;
import dev.tierzero.source.DataFile;
import dev.tierzero.source.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The people behind roles, from a file that is no part of the site: whoever builds with it makes a restricted site.
 *
 * @param people by role, in the order of the file
 * @param digest of the file; blank without one
 */
record Contacts(Map<String, List<Escalation.Person>> people, String digest) {

    static final Contacts NONE = new Contacts(Map.of(), "");

    /** Where a restricted site goes when nothing else is asked for. */
    static final String OUTPUT = "output-restricted";

    private static final List<String> KEYS = List.of("name", "phone", "mail", "chat");
    private static final int LONGEST = 200;
    private static final int LARGEST_FILE = 256 << 10;

    /** Variables that are set where sites are built for publication. */
    private static final List<String> HOSTS =
            List.of("NETLIFY", "VERCEL", "CF_PAGES", "GITHUB_ACTIONS", "GITLAB_CI", "CI");

    Contacts {
        people = Map.copyOf(people);
    }

    /** Whether the site is restricted. */
    boolean isRestricted() {
        return !digest.isEmpty();
    }

    /**
     * Reads the file that was asked for, if any.
     *
     * @param roles ids of all roles; empty when the site has no register of them
     */
    static Contacts read(Request request, Settings.Folders folders, Set<String> roles)
            throws IOException, SettingsException {
        Optional<Path> asked = request.publishing().contacts();
        if (asked.isEmpty()) {
            return NONE;
        }
        for (String host : HOSTS) {
            String value = request.environment().getOrDefault(host, "");
            if (!value.isEmpty() && !value.equals("false") && !value.equals("0")) {
                throw new SettingsException("--contacts makes a site that is not for publication, and this is a host"
                        + " that publishes (" + host + " is set): build it on a machine of your own");
            }
        }
        Path file = asked.get().toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new SettingsException(file + ": is no file; --contacts takes a YAML file of people by role");
        }
        outside(request.site(), folders, file.toRealPath());
        if (Files.size(file) > LARGEST_FILE) {
            throw new SettingsException(file + ": is larger than 256 KB");
        }
        byte[] bytes = Files.readAllBytes(file);
        String digest =
                new Digest().add(new String(bytes, StandardCharsets.UTF_8)).hex();
        return new Contacts(people(file.getFileName().toString(), bytes, roles), digest);
    }

    /** What lies in a repository is committed some day; what lies in the content is published. */
    private static void outside(Path site, Settings.Folders folders, Path file) throws IOException, SettingsException {
        Path real = site.toRealPath();
        for (String folder : List.of(folders.content(), folders.templates(), folders.output())) {
            if (file.startsWith(real.resolve(folder))) {
                throw new SettingsException(
                        file + ": the contacts lie in the site's folder \"" + folder + "\"; keep them outside of it");
            }
        }
        for (Path top = real; top != null; top = top.getParent()) {
            if (Files.exists(top.resolve(".git"), LinkOption.NOFOLLOW_LINKS) && file.startsWith(top)) {
                throw new SettingsException(file + ": the contacts lie in the repository " + top
                        + "; keep them outside of it, so that nobody commits them");
            }
        }
    }

    private static Map<String, List<Escalation.Person>> people(String name, byte[] bytes, Set<String> roles)
            throws SettingsException {
        DataFile data = DataFile.read(name, bytes);
        if (data.root().isEmpty()) {
            throw fault(
                    data.diagnostics().get(0).position().toString(),
                    data.diagnostics().get(0).message());
        }
        DataNode root = data.root().get();
        if (root.kind() != DataNode.Kind.MAP) {
            throw fault(root, "the contacts are a map: a role, and below it name, phone, mail, chat");
        }
        Map<String, List<Escalation.Person>> people = new TreeMap<>();
        for (Map.Entry<String, DataNode> entry : root.entries().entrySet()) {
            if (!roles.isEmpty() && !roles.contains(entry.getKey())) {
                throw fault(
                        root.position(entry.getKey()).toString(), "there is no such role in content/_data/owners.yaml");
            }
            DataNode node = entry.getValue();
            List<Escalation.Person> all = new ArrayList<>();
            for (DataNode item : node.kind() == DataNode.Kind.LIST ? node.items() : List.of(node)) {
                all.add(person(item));
            }
            people.put(entry.getKey(), List.copyOf(all));
        }
        return people;
    }

    private static Escalation.Person person(DataNode node) throws SettingsException {
        if (node.kind() != DataNode.Kind.MAP) {
            throw fault(node, "a person is a map of name, phone, mail and chat");
        }
        for (Map.Entry<String, DataNode> entry : node.entries().entrySet()) {
            boolean usable = entry.getValue()
                    .text()
                    .filter(text -> text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl))
                    .isPresent();
            if (!KEYS.contains(entry.getKey()) || !usable) {
                throw fault(
                        node.position(entry.getKey()).toString(),
                        "a person has the keys name, phone, mail and chat, each one line of text; write numbers in quotes");
            }
        }
        String name = node.text("name").orElse("").strip();
        if (name.isEmpty()) {
            throw fault(node, "a person needs a name");
        }
        return new Escalation.Person(
                name,
                node.text("phone").orElse(""),
                node.text("mail").orElse(""),
                node.text("chat").orElse(""));
    }

    private static SettingsException fault(DataNode at, String message) {
        return fault(at.position().toString(), message);
    }

    /** Says where, and repeats nothing of what stands there. */
    private static SettingsException fault(String at, String message) {
        return new SettingsException(at + ": " + message);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return people.size() + " roles with people";
    }
}
