package dev.tierzero.query;

import java.util.List;
import java.util.Optional;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/** An open index. It keeps the shards that it has read. For one thread at a time. */
public final class Searcher implements Answerer {

    private static final int LONGEST_SHOWN = 60;

    private final Sandbox sandbox;
    private final Scriptable scope;
    private final ScriptValue index;
    private final Shards shards;

    Searcher(Sandbox sandbox, Scriptable scope, ScriptValue index, Shards shards) {
        this.sandbox = sandbox;
        this.scope = scope;
        this.index = index;
        this.shards = shards;
    }

    @Override
    public Answer answer(String query, QueryOptions options) throws EngineException {
        return sandbox.run("search(\"" + shown(query) + "\")", context -> {
            Scriptable asked = asked(context, options);
            while (true) {
                ScriptValue result = new ScriptValue("search(…)", call(context, "search", query, asked));
                List<String> needs = result.get("needs").texts();
                if (needs.isEmpty()) {
                    return AnswerReading.of(
                            new ScriptValue("answer", result.get("answer").raw()));
                }
                shards.fresh(needs).forEach(name -> bring(context, name));
            }
        });
    }

    /** A shard that the engine cannot read is as good as none. */
    private void bring(Context context, String name) {
        Optional<byte[]> bytes = shards.bytes(name);
        if (bytes.isPresent()) {
            try {
                call(context, "add", name, ScriptBytes.array(context, scope, bytes.get()));
                return;
            } catch (RhinoException e) {
                // Lost, as below.
            }
        }
        call(context, "lost", name);
    }

    private Object call(Context context, String function, Object... arguments) {
        return index.get(function).function().call(context, scope, index.object("an object"), arguments);
    }

    private Scriptable asked(Context context, QueryOptions options) {
        Scriptable asked = context.newObject(scope);
        ScriptableObject.putProperty(asked, "limit", options.limit());
        ScriptableObject.putProperty(asked, "offset", options.offset());
        ScriptableObject.putProperty(asked, "typing", options.typing());
        ScriptableObject.putProperty(asked, "plain", options.plain());
        ScriptableObject.putProperty(asked, "exact", options.exact());
        ScriptableObject.putProperty(asked, "facets", options.facets());
        if (!options.filters().isEmpty()) {
            // For filters that there are the engine reads a shard, even for none of them.
            ScriptableObject.putProperty(asked, "filters", filters(context, options));
        }
        return asked;
    }

    private Scriptable filters(Context context, QueryOptions options) {
        Scriptable filters = context.newObject(scope);
        options.filters()
                .forEach((facet, values) ->
                        ScriptableObject.putProperty(filters, facet, context.newArray(scope, values.toArray())));
        return filters;
    }

    private static String shown(String query) {
        String line = query.replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST_SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
