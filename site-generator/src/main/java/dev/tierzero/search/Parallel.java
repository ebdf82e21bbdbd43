package dev.tierzero.search;

import java.util.List;
import java.util.function.Function;

/** Maps a list on as many threads as the build has. A reference to a generic method is one. */
@FunctionalInterface
public interface Parallel {

    /**
     * Maps the items, in any order and on any thread.
     *
     * @param task pure; what it throws is thrown here
     * @return the results in the list's order
     */
    <T, R> List<R> map(List<T> items, Function<T, R> task);
}
