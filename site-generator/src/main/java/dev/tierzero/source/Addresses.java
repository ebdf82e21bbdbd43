package dev.tierzero.source;

import dev.tierzero.model.Settings;

/** What settings may say about web addresses. */
final class Addresses {

    private Addresses() {}

    /** An http or https URL with a host and without user, query and fragment; a trailing {@code /} goes. */
    static String absolute(SettingsMap map, String key) throws SettingsException {
        String text = map.text(key, "");
        if (Settings.isAddress(text)) {
            return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        }
        throw map.fault(key, "takes an address such as https://portal.example.com, not \"" + Shown.of(text) + "\"");
    }

    /** Where the two hosts that we know edit a file; blank for others. */
    static String editOf(String repository) {
        if (repository.startsWith("https://github.com/")) {
            return repository + "/edit/{branch}/{path}";
        }
        return repository.startsWith("https://gitlab.com/") ? repository + "/-/edit/{branch}/{path}" : "";
    }
}
