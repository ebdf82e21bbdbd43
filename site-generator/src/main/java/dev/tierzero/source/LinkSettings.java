package dev.tierzero.source;

import dev.tierzero.model.Settings.Folders;
import dev.tierzero.model.Settings.MenuItem;
import dev.tierzero.model.SupportStep;
import java.util.ArrayList;
import java.util.List;

/** The settings that lead somewhere: the menu and the ladder of help. */
final class LinkSettings {

    private static final List<String> STEP_KEYS =
            List.of("title", "text", "link", "channel", "answer", "hours", "urgent", "send");

    private static final String ENTRY = "a menu entry";

    private final String file;
    private final SettingsMap top;

    LinkSettings(String file, SettingsMap top) {
        this.file = file;
        this.top = top;
    }

    /** The ladder of help. */
    List<SupportStep> support() throws SettingsException {
        List<SupportStep> steps = new ArrayList<>();
        for (YamlNode item : top.items("support")) {
            SettingsMap map = new SettingsMap(file, "support", item, STEP_KEYS);
            if (map.text("title", "").isBlank()) {
                throw top.fault(item, "a step of support needs a \"title\"");
            }
            String link = map.text("link", "");
            String target = link.isBlank() ? "" : target("the link of a step of support", item, link);
            steps.add(new SupportStep(
                    map.text("title", ""),
                    map.text("text", ""),
                    target,
                    map.text("channel", ""),
                    map.text("answer", ""),
                    HoursSettings.of(map),
                    map.flag("urgent", false),
                    map.texts("send")));
        }
        return steps;
    }

    /** The menu. */
    List<MenuItem> menu() throws SettingsException {
        List<MenuItem> menu = new ArrayList<>();
        for (YamlNode item : top.items("menu")) {
            if (item instanceof YamlNode.Text text) {
                menu.add(new MenuItem("", target(ENTRY, item, text.value())));
            } else {
                SettingsMap map = new SettingsMap(file, "menu", item, List.of("title", "link"));
                if (map.node("link").isEmpty()) {
                    throw top.fault(item, "a menu entry needs a \"link\"");
                }
                menu.add(new MenuItem(map.text("title", ""), target(ENTRY, item, map.text("link", ""))));
            }
        }
        return menu;
    }

    private String target(String what, YamlNode at, String target) throws SettingsException {
        boolean absolute = target.startsWith("https://") || target.startsWith("http://");
        if (!absolute && !Folders.isFolder(target)) {
            throw top.fault(
                    at,
                    what + " takes a folder or page below content, or an https URL, not \"" + Shown.of(target) + "\"");
        }
        return !absolute && target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
    }
}
