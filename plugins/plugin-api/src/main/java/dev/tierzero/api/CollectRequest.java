package dev.tierzero.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a collector is asked. Implemented by the host only. */
public interface CollectRequest extends SiteFiles {

    /** When the build began. */
    Instant now();

    /** The time that the whole collection may take from its call; the host ends it one second later. */
    Duration timeout();

    /** Whether nothing outside the site's folder may be asked: {@code --offline}, or a preview of somebody else's change. */
    boolean isOffline();

    /**
     * A variable of the environment, by name, when the site's settings allow the plugin to see it ({@code plugins.<id>.environment}).
     * The host takes its value out of everything that the plugin says.
     */
    Optional<String> environment(String name);

    /** The data that was collected last, when the host still has it. */
    Optional<CollectedData> previous();

    /** Providers of a service in the jars that the site locks, such as {@code java.sql.Driver}. */
    <S> List<S> services(Class<S> type);
}
