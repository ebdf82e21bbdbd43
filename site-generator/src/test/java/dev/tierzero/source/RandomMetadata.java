package dev.tierzero.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Metadata as careless authors write it: often right, sometimes of the wrong kind, now and then misspelt. */
final class RandomMetadata {

    private static final List<String> TEXTS = List.of(
            "x",
            "2026-11-20",
            "2026-02-30",
            "sev1",
            "sev9",
            "90 days",
            "often",
            "AIBOX-E1042",
            "network",
            "published",
            "developer",
            "a, b",
            "/old/path/",
            "../x",
            "true",
            "no",
            "7",
            "-3",
            "1.5",
            "99999999",
            "low",
            "eu-1",
            "a/b",
            "vault-down",
            "\u00e4\u00f6\u00fc \uD83D\uDE00",
            "https://x.example/");

    private RandomMetadata() {}

    static YamlNode.Entries page(Random random, Schema schema) {
        List<String> keys = new ArrayList<>(schema.properties().keySet());
        List<YamlNode.Entry> entries = new ArrayList<>();
        int count = Math.min(keys.size(), random.nextInt(4));
        for (int i = 0; i < count; i++) {
            String key = keys.remove(random.nextInt(keys.size()));
            entries.add(new YamlNode.Entry(text(key, true), value(random, property(schema, key), 0)));
        }
        for (String key : schema.required()) {
            if (keys.contains(key) && random.nextInt(4) > 0) {
                entries.add(new YamlNode.Entry(text(key, true), value(random, property(schema, key), 0)));
            }
        }
        if (random.nextInt(12) == 0) {
            entries.add(new YamlNode.Entry(text("unknwon", true), text("x", true)));
        }
        return new YamlNode.Entries(entries, 1, 1);
    }

    private static Schema property(Schema schema, String key) {
        return Objects.requireNonNull(schema.properties().get(key));
    }

    private static YamlNode value(Random random, Schema schema, int depth) {
        int kind = random.nextInt(12);
        if (schema.types().contains("array") && kind < 8) {
            List<YamlNode> items = new ArrayList<>();
            int count = random.nextInt(3);
            for (int i = 0; i < count; i++) {
                items.add(value(random, schema.items().orElse(schema), depth + 1));
            }
            return new YamlNode.Items(items, 1, 1);
        }
        if (!schema.properties().isEmpty() && kind < 8) {
            return page(random, schema);
        }
        if (kind == 11 && depth < 2) {
            return new YamlNode.Items(List.of(text("x", true)), 1, 1);
        }
        if (kind == 10) {
            return new YamlNode.Entries(List.of(), 1, 1);
        }
        if (!schema.values().isEmpty() && kind < 7) {
            return text(schema.values().get(random.nextInt(schema.values().size())), true);
        }
        if (!schema.example().isBlank() && kind < 5 && !schema.types().contains("array")) {
            return text(schema.example(), true);
        }
        return text(TEXTS.get(random.nextInt(TEXTS.size())), random.nextInt(4) > 0);
    }

    private static YamlNode.Text text(String value, boolean plain) {
        return new YamlNode.Text(value, plain, 1, 1);
    }
}
