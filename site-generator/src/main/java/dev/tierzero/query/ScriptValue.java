package dev.tierzero.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mozilla.javascript.Callable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeArray;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/**
 * A value that the script gave. What is absent is empty, zero or false; what is of another kind is refused.
 *
 * @param path names it in messages: {@code answer.hits[0].title}
 * @param raw as Rhino has it
 */
record ScriptValue(String path, Object raw) {

    /** No list of an answer is longer, and no number of hits that makes sense. */
    private static final int LONGEST = 100_000;

    /** The property of an object. */
    ScriptValue get(String name) {
        return new ScriptValue(path + "." + name, ScriptableObject.getProperty(object("an object"), name));
    }

    /** Whether there is none, or it is {@code null} or {@code undefined}. */
    @SuppressWarnings("NullAway") // JavaScript's null is Java's in Rhino.
    boolean isAbsent() {
        return raw == null || raw == Scriptable.NOT_FOUND || Undefined.isUndefined(raw);
    }

    String text() {
        if (isAbsent()) {
            return "";
        }
        if (raw instanceof CharSequence text) {
            return text.toString();
        }
        throw not("text");
    }

    double number() {
        if (isAbsent()) {
            return 0;
        }
        if (raw instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw not("a finite number");
    }

    /** A number of things. */
    int count() {
        double number = number();
        if (number < 0 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
            throw not("a whole number that is not negative");
        }
        return (int) number;
    }

    /** A truth value; 0 and 1 are taken for one. */
    boolean flag() {
        if (isAbsent()) {
            return false;
        }
        if (raw instanceof Boolean flag) {
            return flag;
        }
        if (raw instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
            return number.doubleValue() == 1;
        }
        throw not("true or false");
    }

    List<ScriptValue> items() {
        if (isAbsent()) {
            return List.of();
        }
        if (!(raw instanceof NativeArray array)) {
            throw not("a list");
        }
        if (array.getLength() > LONGEST) {
            throw new UnexpectedValue(path + " has " + array.getLength() + " items");
        }
        List<ScriptValue> items = new ArrayList<>();
        for (int i = 0; i < array.getLength(); i++) {
            items.add(new ScriptValue(path + "[" + i + "]", ScriptableObject.getProperty(array, i)));
        }
        return items;
    }

    /** The item of a list; an absent one beyond its end. */
    ScriptValue item(int index) {
        List<ScriptValue> items = items();
        return index < items.size()
                ? items.get(index)
                : new ScriptValue(path + "[" + index + "]", Scriptable.NOT_FOUND);
    }

    List<String> texts() {
        return items().stream().map(ScriptValue::text).toList();
    }

    /** Names of the properties of an object; none of an absent one. */
    List<String> names() {
        return isAbsent()
                ? List.of()
                : Stream.of(object("an object").getIds()).map(String::valueOf).toList();
    }

    /** The value as a function. */
    Callable function() {
        if (raw instanceof Callable function) {
            return function;
        }
        throw not("a function");
    }

    Scriptable object(String noun) {
        if (!isAbsent() && raw instanceof Scriptable object) {
            return object;
        }
        throw not(noun);
    }

    private UnexpectedValue not(String wanted) {
        return new UnexpectedValue(path + " is " + kind() + " and has to be " + wanted);
    }

    private String kind() {
        if (isAbsent()) {
            return "missing";
        }
        if (raw instanceof CharSequence) {
            return "text";
        }
        if (raw instanceof Number number) {
            return "the number " + Context.toString(number);
        }
        if (raw instanceof Boolean) {
            return "a truth value";
        }
        if (raw instanceof NativeArray) {
            return "a list";
        }
        return raw instanceof Callable ? "a function" : "an object";
    }
}
