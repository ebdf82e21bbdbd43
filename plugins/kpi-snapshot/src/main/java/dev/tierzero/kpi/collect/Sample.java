package dev.tierzero.kpi.collect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One value as a source gave it, not yet admitted.
 *
 * @param observedAt empty when the source does not say
 * @param group size of the group; empty when the source does not say
 */
record Sample(Optional<Instant> observedAt, BigDecimal value, OptionalLong group) {}
