package dev.tierzero.search;

import dev.tierzero.portal.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.LambdaFunction;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.typedarrays.NativeArrayBufferView;

/** The engine that browsers run, in Rhino. One thread's. */
final class BrowserEngine implements AutoCloseable {

    /** Few calls between Java and JavaScript, with texts: each costs microseconds. */
    private static final String GLUE = """
            const analysed = text => {
              const found = TierZeroSearch.analyse(text);
              return [found.words.map(word => word.term), found.words.map(word => word.inc ? "" : "="), found.words.map(word => word.surface), found.ids];
            };
            const opened = root => TierZeroSearch.open(root, decode);
            const ranked = (index, query) => {
              const { needs, answer } = index.search(query, { plain: true, limit: 10 });
              return needs.length ? [needs] : [[], answer.hits.map(hit => hit.doc), answer.hits.map(hit => hit.score), [answer.total, answer.partial]];
            };
            const given = (index, name, bytes) => index.add(name, bytes);
            """;

    private final Context context;
    private final ScriptableObject scope;

    BrowserEngine() throws IOException {
        this.context = new ContextFactory().enterContext();
        context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        context.setInterpretedMode(false);
        this.scope = context.initSafeStandardObjects();
        String engine = Files.readString(Repository.root().resolve("templates/assets/search-engine.js"));
        ScriptableObject.putProperty(
                scope, "decode", new LambdaFunction(scope, "decode", 1, (c, s, self, arguments) -> {
                    NativeArrayBufferView view = (NativeArrayBufferView) arguments[0];
                    return new String(
                            view.getBuffer().getBuffer(),
                            view.getByteOffset(),
                            view.getByteLength(),
                            StandardCharsets.UTF_8);
                }));
        context.evaluateString(scope, engine, "search-engine.js", 1, null);
        context.evaluateString(scope, GLUE, "glue", 1, null);
    }

    /** What the engine makes of a text, in the form of {@link Analysed}. */
    Analysed analyse(String text) {
        NativeArray found = (NativeArray) call("analysed", text);
        List<String> terms = texts(found.get(0));
        List<String> marks = texts(found.get(1));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            words.add(marks.get(i) + terms.get(i));
        }
        List<String> surfaces =
                texts(found.get(2)).stream().filter(Analysed::isSurface).toList();
        return new Analysed(words, surfaces, texts(found.get(3)));
    }

    Object open(byte[] root) {
        return call("opened", bytes(root));
    }

    void add(Object index, String name, byte[] bytes) {
        call("given", index, name, bytes(bytes));
    }

    /** Names of shards that are needed first; then documents, scores, and how many there are. */
    NativeArray rank(Object index, String query) {
        return (NativeArray) call("ranked", index, query);
    }

    static List<String> texts(Object array) {
        List<String> texts = new ArrayList<>();
        for (Object text : (NativeArray) array) {
            texts.add(String.valueOf(text));
        }
        return texts;
    }

    static List<Double> numbers(Object array) {
        List<Double> numbers = new ArrayList<>();
        for (Object number : (NativeArray) array) {
            numbers.add(((Number) number).doubleValue());
        }
        return numbers;
    }

    private Object bytes(byte[] bytes) {
        Object array = context.newObject(scope, "Uint8Array", new Object[] {bytes.length});
        System.arraycopy(bytes, 0, ((NativeArrayBufferView) array).getBuffer().getBuffer(), 0, bytes.length);
        return array;
    }

    private Object call(String function, Object... arguments) {
        return ((Function) scope.get(function, scope)).call(context, scope, scope, arguments);
    }

    @Override
    public void close() {
        context.close();
    }
}
