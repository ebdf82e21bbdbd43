package dev.tierzero.query;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words and phrases that mean the same to search: a register of lists.
 *
 * @param groups each of two members or more, in the order written
 * @param diagnostics about groups that mean nothing
 */
public record Synonyms(List<List<String>> groups, List<Diagnostic> diagnostics) {

    /** Path below the content folder. */
    public static final String PATH = "_data/synonyms.yaml";

    /** None. */
    public static final Synonyms NONE = new Synonyms(List.of(), List.of());

    /** JSON Schema of a group. */
    public static final String SCHEMA = """
            {
              "title": "the group",
              "type": "array",
              "items": { "type": "string", "minLength": 1, "maxLength": 100 },
              "maxItems": 50,
              "examples": ["[k8s, kubernetes]"]
            }
            """;

    private static final int LONGEST_SHOWN = 60;

    /** Copies. */
    public Synonyms {
        groups = groups.stream().map(List::copyOf).toList();
        diagnostics = List.copyOf(diagnostics);
    }

    /** Takes the entries of the register, which fit the schema. */
    public static Synonyms of(List<DataNode> register) {
        Reading reading = new Reading();
        register.forEach(reading::group);
        return new Synonyms(reading.groups, reading.found);
    }

    private static final class Reading {
        private final List<List<String>> groups = new ArrayList<>();
        private final List<Diagnostic> found = new ArrayList<>();
        private final Map<String, SourcePosition> owners = new HashMap<>();

        void group(DataNode node) {
            List<String> members = new ArrayList<>();
            for (DataNode member : node.items()) {
                member.text().filter(text -> isNew(text, node, member)).ifPresent(members::add);
            }
            if (members.size() >= 2) {
                groups.add(members);
            } else if (node.items().size() < 2) {
                found.add(Diagnostic.error(
                        "SE004",
                        node.position(),
                        members.isEmpty()
                                ? "a group of synonyms is empty"
                                : "a group of synonyms has \"" + shown(members.get(0)) + "\" alone",
                        "write the words that mean the same into one list: [k8s, kubernetes]; or delete the group"));
            }
        }

        private boolean isNew(String text, DataNode group, DataNode member) {
            String folded = folded(text);
            if (folded.codePoints().noneMatch(Character::isLetterOrDigit)) {
                found.add(Diagnostic.error(
                        "SE004",
                        member.position(),
                        "the synonym \"" + shown(text) + "\" has no letter and no digit: nothing is found by it",
                        "write a word or a phrase, or delete it"));
                return false;
            }
            SourcePosition owner = owners.putIfAbsent(folded, group.position());
            if (owner == null) {
                return true;
            }
            found.add(
                    owner.equals(group.position())
                            ? Diagnostic.error(
                                    "SE005",
                                    member.position(),
                                    "\"" + shown(text) + "\" stands in its group twice",
                                    "delete one of the two; capitals and accents make no difference")
                            : Diagnostic.error(
                                    "SE005",
                                    member.position(),
                                    "\"" + shown(text) + "\" stands in two groups, first in the one of line "
                                            + owner.line(),
                                    "make one group of the two, or delete the word from one: it cannot mean two"
                                            + " things"));
            return false;
        }
    }

    /** As search compares words: without case, accents and additional white space. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String shown(String text) {
        return Shown.of(text, LONGEST_SHOWN);
    }
}
