package dev.tierzero.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the steps of a page. One page, one thread. */
final class StepReading {

    /** Digits of a digest. */
    private static final int DIGEST_LENGTH = 8;

    private static final Set<String> VERIFICATION =
            Set.of("verification", "verify", "validation", "verify recovery", "confirm recovery");
    private static final Set<String> DANGERS = Set.of("caution", "warning", "danger");
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:(?:step|phase|part|section)\\s+)?\\d+(?:\\.\\d+)*[.):]?\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private final Map<String, Integer> levels = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private String heading = "top";
    private int tasks;
    /** Level of the heading that names a section of verification; 0 outside. */
    private int verification;

    StepReading(List<Heading> headings) {
        headings.forEach(given -> levels.put(given.id(), given.level()));
    }

    List<Step> read(List<Block> blocks) {
        read(blocks, false);
        return List.copyOf(steps);
    }

    private void read(List<Block> blocks, boolean inStep) {
        for (Block block : blocks) {
            if (block.kind() == Block.Kind.OTHER && block.detail().equals(Block.FOOTNOTES)) {
                continue;
            }
            boolean ordered = block.kind() == Block.Kind.ORDERED_ITEM;
            if (block.kind() == Block.Kind.HEADING) {
                heading(block);
            } else if (block.kind() == Block.Kind.TASK) {
                tasks++;
                add(heading + ".task." + tasks, Integer.toString(tasks), Step.Role.TASK, block);
            } else if (ordered && !inStep) {
                Step.Role role = verification > 0 ? Step.Role.VERIFY : Step.Role.STEP;
                add(heading + "." + block.detail(), block.detail(), role, block);
            }
            read(block.children(), inStep || ordered);
        }
    }

    private void heading(Block block) {
        int level = levels.getOrDefault(block.detail(), 2);
        heading = block.detail();
        tasks = 0;
        if (verification == 0 || level <= verification) {
            verification = VERIFICATION.contains(levelled(block.text())) ? level : 0;
        }
    }

    private static String levelled(String title) {
        String words = NUMBERED.matcher(title.toLowerCase(Locale.ROOT).strip()).replaceFirst("");
        return NO_LETTERS.matcher(words).replaceAll(" ").strip();
    }

    private void add(String name, String number, Step.Role role, Block item) {
        int count = counts.merge(name, 1, Integer::sum);
        String id = count == 1 ? name : name + "~" + count;
        while (!ids.add(id)) {
            id = name + "~" + counts.merge(name, 1, Integer::sum);
        }
        Step.Kind kind = role == Step.Role.TASK ? Step.Kind.PLAIN : kind(item);
        steps.add(new Step(id, number, role, kind, digest(item), item));
    }

    private static Step.Kind kind(Block item) {
        List<Block> notes = item.all()
                .filter(block -> block.kind() == Block.Kind.ADMONITION)
                .toList();
        if (notes.stream().anyMatch(StepReading::isIrreversible)) {
            return Step.Kind.IRREVERSIBLE;
        }
        if (notes.stream().anyMatch(note -> DANGERS.contains(note.detail()))) {
            return Step.Kind.DANGER;
        }
        String start = item.text().strip().toLowerCase(Locale.ROOT);
        boolean looks = Stream.of("read-only.", "read-only:", "read only.").anyMatch(start::startsWith);
        return looks ? Step.Kind.READ_ONLY : Step.Kind.PLAIN;
    }

    private static boolean isIrreversible(Block note) {
        return Stream.concat(Stream.of(note), note.children().stream().limit(1))
                .map(block -> block.text().strip().toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.startsWith("irreversible") || text.startsWith(note.detail() + " irreversible"));
    }

    private static String digest(Block item) {
        String words = item.all().flatMap(StepReading::words).collect(Collectors.joining(" "));
        byte[] text = BLANKS.matcher(words).replaceAll(" ").strip().getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Stream<String> words(Block block) {
        boolean titled = block.kind() == Block.Kind.TAB
                || block.kind() == Block.Kind.DISCLOSURE
                || block.kind() == Block.Kind.FIGURE;
        return Stream.concat(
                Stream.of(titled ? block.detail() : "", block.text()),
                block.code().stream().map(CodeBlock::text));
    }
}
