package dev.tierzero.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What settings may say about places: web addresses and folders inside the site. */
final class Addresses {

    private static final Pattern FOLDER =
            Pattern.compile("[^/\\\\\\p{Cntrl}:*?\"<>|]+(/[^/\\\\\\p{Cntrl}:*?\"<>|]+)*/?");

    private Addresses() {}

    /** An http or https URL with a host and without user, query and fragment; a trailing {@code /} goes. */
    static String absolute(SettingsMap map, String key) throws SettingsException {
        String text = map.text(key, "");
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            }
        } catch (URISyntaxException e) {
            // Said below, in our words.
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

    /** Whether text is a relative path without {@code .} and {@code ..} segments. */
    static boolean isFolder(String path) {
        if (path.length() > 500 || !FOLDER.matcher(path).matches()) {
            return false;
        }
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..") || segment.equals(".") || (segment.isBlank() && !path.endsWith("/"))) {
                return false;
            }
        }
        return true;
    }
}
