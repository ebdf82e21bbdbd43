package dev.tierzero.engine;

import dev.tierzero.api.CollectRequest;
import dev.tierzero.api.CollectedData;
import dev.tierzero.extension.AllowedEnvironment;
import dev.tierzero.extension.Extension;
import dev.tierzero.extension.Extensions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the host gives one collector. */
record Collecting(
        Extension extension,
        Extensions extensions,
        SiteData siteData,
        Request request,
        Optional<CollectedData> previous,
        AllowedEnvironment allowed)
        implements OwnFiles, CollectRequest {

    /** The time that a collection may take when the site's settings do not say. */
    private static final BigDecimal DEFAULT_SECONDS = BigDecimal.valueOf(10);

    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(600);

    static Collecting of(Extension extension, Plugins plugins, Optional<CollectedData> previous) {
        return new Collecting(
                extension,
                plugins.extensions(),
                plugins.siteData(),
                plugins.request(),
                previous,
                AllowedEnvironment.of(
                        plugins.siteData().settings(extension.id()),
                        plugins.request().plugged().secrets()));
    }

    @Override
    public String plugin() {
        return extension.id();
    }

    @Override
    public Instant now() {
        return request.plugged().clock().instant();
    }

    @Override
    public Duration timeout() {
        BigDecimal seconds = settings()
                .number("collect-seconds")
                .filter(n -> n.signum() > 0)
                .orElse(DEFAULT_SECONDS)
                .min(MOST_SECONDS);
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    @Override
    public boolean isOffline() {
        return request.offline();
    }

    @Override
    public Optional<String> environment(String name) {
        return allowed.value(name);
    }

    @Override
    public <S> List<S> services(Class<S> type) {
        return extensions.services(type);
    }

    /** Names the plugin only. */
    @Override
    public String toString() {
        return "a collection by " + extension.id();
    }
}
