package dev.tierzero.engine;

import dev.tierzero.api.Plugin;
import dev.tierzero.findings.People;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a run is asked to do. Together with the files of the site it determines the result, byte for byte.
 *
 * @param site the site's folder
 * @param output the folder to publish to; empty for the settings' own
 * @param threads how many threads work, at least 1
 * @param environment variables that are looked at: {@code CONTEXT}, {@code NETLIFY}, {@code PULL_REQUEST}, {@code
 *     SOURCE_DATE_EPOCH}, and those by which a host that publishes is known
 * @param cache whether earlier results are used and kept
 * @param drafts whether drafts are shown
 * @param plugged what plugins are given besides the files of the site
 * @param publishing how the site is published
 */
public record Request(
        Path site,
        Optional<Path> output,
        int threads,
        Map<String, String> environment,
        boolean cache,
        boolean drafts,
        Plugged plugged,
        Publishing publishing) {

    /**
     * How the site is published, when it is not as on any other day.
     *
     * @param emergency why it is published whatever is found; empty: it is not
     * @param contacts a file of people by role, for a restricted site; empty: the site is for everybody
     */
    public record Publishing(Optional<Declared> emergency, Optional<Path> contacts) {

        /** As on any other day. */
        public static final Publishing NORMAL = new Publishing(Optional.empty(), Optional.empty());
    }

    /**
     * An emergency that somebody declares.
     *
     * @param reason one line
     * @param by id of a role, or empty
     */
    public record Declared(String reason, String by) {

        /** Why a reason cannot be published, when it seems to name a person. */
        public static Optional<String> person(String reason) {
            return People.in(reason);
        }
    }

    /**
     * What plugins are given besides the files of the site.
     *
     * @param offline whether collectors may ask nothing outside the site's folder
     * @param asOf the day that deadlines are measured by; empty for all but an audit
     * @param clock by which data is collected
     * @param secrets variables of the environment, by name: only what the site allows a plugin is looked at
     * @param more plugins besides those that the site has, for tests of plugins
     */
    public record Plugged(
            boolean offline,
            Optional<LocalDate> asOf,
            InstantSource clock,
            Function<String, Optional<String>> secrets,
            List<Plugin> more) {

        /** Nothing from outside: no network, no day, no variable. */
        public static final Plugged NONE =
                new Plugged(true, Optional.empty(), () -> Instant.EPOCH, name -> Optional.empty(), List.of());

        /** Copies. */
        public Plugged {
            more = List.copyOf(more);
        }

        /** The same without asking anything outside. */
        public Plugged withoutNetwork() {
            return new Plugged(true, asOf, clock, secrets, more);
        }

        /** The same, measured by a day. */
        public Plugged on(LocalDate day) {
            return new Plugged(offline, Optional.of(day), clock, secrets, more);
        }

        /** Names no secret. */
        @Override
        public String toString() {
            return "offline " + offline + ", as of " + asOf + ", " + more.size() + " more plugins";
        }
    }

    /** A run without anything from outside the site's folder. */
    public Request(
            Path site,
            Optional<Path> output,
            int threads,
            Map<String, String> environment,
            boolean cache,
            boolean drafts) {
        this(site, output, threads, environment, cache, drafts, Plugged.NONE);
    }

    /** A run that publishes as on any other day. */
    public Request(
            Path site,
            Optional<Path> output,
            int threads,
            Map<String, String> environment,
            boolean cache,
            boolean drafts,
            Plugged plugged) {
        this(site, output, threads, environment, cache, drafts, plugged, Publishing.NORMAL);
    }

    /** The same with another share for plugins. */
    public Request with(Plugged other) {
        return new Request(site, output, threads, environment, cache, drafts, other, publishing);
    }

    /** The same, published in another way. What names people leaves nothing in the cache that other builds use. */
    public Request with(Publishing other) {
        boolean kept = cache && other.contacts().isEmpty();
        return new Request(site, output, threads, environment, kept, drafts, plugged, other);
    }

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

    /** Whether collectors may ask nothing outside: as asked, and in a preview of somebody else's change, which must not see a token. */
    boolean offline() {
        boolean preview =
                "true".equals(environment.get("PULL_REQUEST")) || "deploy-preview".equals(environment.get("CONTEXT"));
        return plugged.offline() || preview;
    }

    /** Previews on Netlify are not for search engines. */
    boolean noindex() {
        return "true".equals(environment.get("NETLIFY")) && !"production".equals(environment.get("CONTEXT"));
    }
}
