package dev.tierzero.query;

/** Answers queries. For one thread at a time. */
@FunctionalInterface
public interface Answerer {

    /**
     * The answer to what a reader types, whatever that is.
     *
     * @throws EngineException when the search engine's script is at fault
     */
    Answer answer(String query, QueryOptions options) throws EngineException;
}
