package dev.tierzero.query;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mozilla.javascript.Callable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.LambdaFunction;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.typedarrays.NativeArrayBuffer;
import org.mozilla.javascript.typedarrays.NativeArrayBufferView;

/** Bytes as scripts have them. */
final class ScriptBytes {

    private ScriptBytes() {}

    /** A {@code Uint8Array} with a copy of the bytes. */
    static Scriptable array(Context context, Scriptable scope, byte[] bytes) {
        Scriptable array = context.newObject(scope, "Uint8Array", new Object[] {bytes.length});
        if (!(array instanceof NativeArrayBufferView view)) {
            throw new UnexpectedValue("Uint8Array is not JavaScript's own");
        }
        System.arraycopy(bytes, 0, view.getBuffer().getBuffer(), 0, bytes.length);
        return array;
    }

    /** The function from a {@code Uint8Array} of UTF-8 to text. */
    static Callable decoder(Scriptable scope) {
        return new LambdaFunction(scope, "decode", 1, (context, inScope, self, arguments) -> {
            if (arguments.length == 0 || !(arguments[0] instanceof NativeArrayBufferView view)) {
                throw new UnexpectedValue("decode takes a Uint8Array");
            }
            NativeArrayBuffer buffer = view.getBuffer();
            return new String(buffer.getBuffer(), view.getByteOffset(), view.getByteLength(), StandardCharsets.UTF_8);
        });
    }

    /** Names the folder of the shards of a root; empty when that is none. */
    static Optional<String> gen(Context context, Scriptable scope, byte[] root) {
        try {
            ScriptValue json = new ScriptValue("JSON", ScriptableObject.getProperty(scope, "JSON"));
            Object parsed = json.get("parse").function().call(context, scope, json.object("an object"), new Object[] {
                new String(root, StandardCharsets.UTF_8)
            });
            return Optional.of(new ScriptValue("root", parsed).get("gen").text())
                    .filter(gen -> gen.matches("[0-9a-f]{1,64}"));
        } catch (RhinoException | UnexpectedValue e) {
            return Optional.empty();
        }
    }
}
