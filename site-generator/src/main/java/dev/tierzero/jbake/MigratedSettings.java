package dev.tierzero.jbake;

import dev.tierzero.model.Settings;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The settings of a project as {@code site.yaml}, and what its pages are converted by. */
final class MigratedSettings {

    private static final List<String> TITLES = List.of("site.title", "site.name", "blog.title", "title");

    private static final Set<String> BUILT_IN = Set.of(
            "page",
            "guide",
            "training",
            "handbook",
            "runbook",
            "dr-playbook",
            "faq",
            "decision",
            "exercise",
            "kpi-dashboard");

    private static final Set<String> HONOURED =
            Set.of("site.host", "content.folder", "asset.folder", "data.folder", "template.folder", "date.format");

    private final Settings settings;
    private final Map<String, String> properties;
    private final SortedSet<String> extraKeys = new TreeSet<>();

    MigratedSettings(Settings settings, Map<String, String> properties) {
        this.settings = settings;
        this.properties = properties;
    }

    void needs(SortedSet<String> keys) {
        extraKeys.addAll(keys);
    }

    boolean isType(String type) {
        return BUILT_IN.contains(type) || settings.types().containsKey(type);
    }

    /** What a page without a type is; blank when that is an ordinary page. */
    String defaultType() {
        String type = settings.frontMatter().defaults().getOrDefault("type", "");
        return type.equals("page") ? "" : type;
    }

    boolean isDraftByDefault() {
        return "draft".equals(settings.frontMatter().defaults().get("status"));
    }

    boolean isSilentOnStatus() {
        return settings.frontMatter().defaults().get("status") == null;
    }

    /** A date of JBake's as ISO 8601; JBake reads it by {@code date.format}, whatever follows. */
    Optional<String> day(String text) {
        SimpleDateFormat format =
                new SimpleDateFormat(properties.getOrDefault("date.format", "yyyy-MM-dd"), Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        try {
            return Optional.of(format.parse(text)
                    .toInstant()
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** The settings file. */
    String yaml() {
        StringBuilder yaml = new StringBuilder("# Made of jbake.properties.\n");
        String title = TITLES.stream()
                .flatMap(key -> Optional.ofNullable(properties.get(key)).stream())
                .filter(text -> !text.isBlank() && !text.contains("${"))
                .findFirst()
                .orElse(settings.title());
        yaml.append("title: ").append(YamlScalar.of(title)).append('\n');
        if (!settings.url().isEmpty()) {
            yaml.append("url: ").append(settings.url()).append('\n');
        }
        if (!settings.types().isEmpty()) {
            yaml.append("types:\n");
            settings.types().keySet().stream()
                    .filter(type -> !BUILT_IN.contains(type))
                    .forEach(type -> yaml.append("  ")
                            .append(type)
                            .append(":\n    label: ")
                            .append(YamlScalar.of(label(type)))
                            .append('\n'));
        }
        if (!extraKeys.isEmpty()) {
            String keys = extraKeys.stream().map(YamlScalar::of).collect(Collectors.joining(", "));
            yaml.append("front-matter:\n  extra: [").append(keys).append("]\n");
        }
        return yaml.toString();
    }

    private static String label(String type) {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The properties that have no counterpart. */
    String remark() {
        String unused = properties.keySet().stream()
                .filter(key -> !HONOURED.contains(key) && !TITLES.contains(key))
                .filter(key -> !Arrays.asList("default.type", "default.status").contains(key))
                .filter(key -> !key.matches("template\\..+\\.file"))
                .sorted()
                .collect(Collectors.joining(", "));
        return unused.isEmpty() ? "" : "without a counterpart: " + unused;
    }
}
