package dev.tierzero.query;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.ScriptableObject;

/**
 * The search engine of the browser, made to run here. Starts Rhino, which costs time: make none for what has not changed. Safe for all
 * threads; the {@linkplain #open searchers} that it opens are not.
 */
public final class QueryEngine {

    private static final String NAME = "TierZeroSearch";

    private final Sandbox sandbox;
    private final Script script;

    private QueryEngine(Sandbox sandbox, Script script) {
        this.sandbox = sandbox;
        this.script = script;
    }

    /**
     * Makes it for many queries: compiled, which takes about a second of processor time more to be warm and half the time from then on.
     *
     * @param limit of opening an index and of each answer
     * @throws EngineException for a script with a syntax error
     */
    public static QueryEngine forMany(EngineText engine, Duration limit) throws EngineException {
        return of(engine, new Sandbox(engine.file(), limit, true));
    }

    /**
     * Makes it for a few queries: interpreted.
     *
     * @param limit of opening an index and of each answer
     * @throws EngineException for a script with a syntax error
     */
    public static QueryEngine forFew(EngineText engine, Duration limit) throws EngineException {
        return of(engine, new Sandbox(engine.file(), limit, false));
    }

    private static QueryEngine of(EngineText engine, Sandbox sandbox) throws EngineException {
        Script script =
                sandbox.run("reading it", context -> context.compileString(engine.text(), engine.file(), 1, null));
        return new QueryEngine(sandbox, script);
    }

    /**
     * Opens an index.
     *
     * @throws IOException when the root of the index is missing, cannot be read or is damaged
     * @throws EngineException when the script fails, or has no {@code TierZeroSearch.open}
     */
    public Searcher open(IndexFiles files) throws IOException, EngineException {
        byte[] root = root(files);
        Optional<Searcher> searcher = sandbox.run("open", context -> {
            ScriptableObject scope = context.initSafeStandardObjects();
            Optional<String> gen = ScriptBytes.gen(context, scope, root);
            if (gen.isEmpty()) {
                return Optional.empty();
            }
            script.exec(context, scope, scope);
            ScriptValue engine = new ScriptValue(NAME, ScriptableObject.getProperty(scope, NAME));
            Object index = engine.get("open").function().call(context, scope, engine.object("an object"), new Object[] {
                ScriptBytes.array(context, scope, root), ScriptBytes.decoder(scope)
            });
            ScriptValue opened = new ScriptValue("index", index);
            return Optional.of(new Searcher(sandbox, scope, opened, new Shards(files, gen.get())));
        });
        return searcher.orElseThrow(QueryEngine::damaged);
    }

    private static byte[] root(IndexFiles files) throws IOException {
        byte[] deflated = files.bytes(Shards.ROOT).orElseThrow(() -> new IOException(Shards.ROOT + " is missing"));
        return Shard.inflated(deflated).orElseThrow(QueryEngine::damaged);
    }

    private static IOException damaged() {
        return new IOException(Shards.ROOT + " is damaged");
    }
}
