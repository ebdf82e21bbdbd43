package dev.tierzero.runbook.outage;

import dev.tierzero.api.DataNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service of the register, and how a page would use it.
 *
 * @param entry of the register
 * @param hosts patterns of its hosts, {@code *} for any part of a name
 * @param images beginnings of image names that are pulled from it
 * @param urls beginnings of addresses that it serves
 * @param commands beginnings of commands that need it
 * @param providesLogin whether people or machines log in through it
 * @param needs ids of services without which it does not work
 */
record Service(
        String id,
        String title,
        DataNode entry,
        List<String> hosts,
        List<String> images,
        List<String> urls,
        List<String> commands,
        boolean providesLogin,
        List<String> needs) {

    /** @param moreHosts by pattern the service that it belongs to */
    static Service of(DataNode entry, Map<String, String> moreHosts) {
        String id = entry.text("id").orElse("");
        List<String> hosts = new ArrayList<>(entry.texts("hosts"));
        moreHosts.forEach((host, service) -> {
            if (service.equals(id)) {
                hosts.add(host);
            }
        });
        return new Service(
                id,
                entry.text("title").orElse(id),
                entry,
                List.copyOf(hosts),
                entry.texts("images"),
                entry.texts("urls"),
                entry.texts("commands"),
                entry.flag("provides-login").orElse(false),
                entry.texts("needs"));
    }

    /** What stands for the service in a text: one of its hosts, or the beginning of one of its images or addresses. */
    Optional<Pattern> mark() {
        List<String> parts = new ArrayList<>();
        hosts.forEach(host -> parts.add("(?<![\\w.-])" + glob(host) + "(?![\\w-]|\\.\\w)"));
        images.forEach(image -> parts.add("(?<![\\w./-])" + Pattern.quote(image)));
        urls.forEach(url -> parts.add(Pattern.quote(url)));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(String.join("|", parts), Pattern.CASE_INSENSITIVE));
    }

    private static String glob(String host) {
        StringBuilder out = new StringBuilder();
        for (String part : host.split("(?<=\\*)|(?=\\*)", -1)) {
            out.append(part.equals("*") ? "[\\w-]+(?:\\.[\\w-]+)*" : Pattern.quote(part));
        }
        return out.toString();
    }
}
