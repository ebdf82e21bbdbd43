package dev.tierzero.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run is asked to do. Together with the files of the site it determines the result, byte for byte.
 *
 * @param site the site's folder
 * @param output the folder to publish to; empty for the settings' own
 * @param threads how many threads work, at least 1
 * @param environment variables that are looked at: {@code CONTEXT}, {@code NETLIFY}, {@code SOURCE_DATE_EPOCH}
 * @param cache whether earlier results are used and kept
 * @param drafts whether drafts are shown
 */
public record Request(
        Path site, Optional<Path> output, int threads, Map<String, String> environment, boolean cache, boolean drafts) {

    /** @throws IllegalArgumentException for no threads */
    public Request {
        site = site.toAbsolutePath().normalize();
        environment = Map.copyOf(new TreeMap<>(environment));
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }

    /** The folder for caches and for what is written aside. */
    Path work() {
        return site.resolve(".tier0");
    }

    /** The time that the environment asks to be shown (reproducible-builds.org, SOURCE_DATE_EPOCH, seconds since 1970). */
    Optional<Instant> sourceDate() {
        return Optional.ofNullable(environment.get("SOURCE_DATE_EPOCH"))
                .filter(seconds -> seconds.matches("\\d{1,11}"))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    /** Previews on Netlify are not for search engines. */
    boolean noindex() {
        return "true".equals(environment.get("NETLIFY")) && !"production".equals(environment.get("CONTEXT"));
    }
}
