package dev.tierzero.kpi.collect;

import java.util.List;

/** A source of a KPI, ready to be asked. */
interface Sampler {

    /**
     * The values that the source has, at least one, in any order.
     *
     * @throws InterruptedException at the deadline
     */
    List<Sample> samples() throws NoValue, InterruptedException;
}
