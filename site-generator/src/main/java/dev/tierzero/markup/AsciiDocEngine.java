package dev.tierzero.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.jcodings.specific.UTF8Encoding;
import org.jruby.Ruby;
import org.jruby.RubyArray;
import org.jruby.RubyFixnum;
import org.jruby.RubyInstanceConfig;
import org.jruby.RubyModule;
import org.jruby.RubyProc;
import org.jruby.RubyString;
import org.jruby.runtime.Block;
import org.jruby.runtime.BlockCallback;
import org.jruby.runtime.CallBlock;
import org.jruby.runtime.Signature;
import org.jruby.runtime.ThreadContext;
import org.jruby.runtime.builtin.IRubyObject;
import org.jruby.util.ByteList;

/**
 * Asciidoctor inside JRuby, with our converter {@code asciidoc.rb}. The only class that knows JRuby: one call a page, texts in and out.
 *
 * <p>The engine starts JRuby directly on the Asciidoctor that the AsciidoctorJ jar brings, without AsciidoctorJ's bridge of Java objects:
 * half the start-up time and no crossing per node. Starts once per process, on first use; safe for use by several threads.
 */
final class AsciiDocEngine {

    /**
     * Calls of a Ruby method before it is compiled. Measured on 100 and 1,000 pages of 6 KB (JDK 17, tier 1): never compiling costs 3.0 and
     * 12.7 CPU-s, compiling from JRuby's 50 calls on 3.9 and 8.5, from 3,000 on 3.4 and 9.8. So few pages never pay and many pages gain.
     */
    private static final int CALLS_BEFORE_COMPILING = 3000;

    /** Where the AsciidoctorJ jar keeps Asciidoctor; a new AsciidoctorJ may bring a new version. */
    private static final String ASCIIDOCTOR = "gems/asciidoctor-2.0.26/lib";

    private final Ruby ruby;
    private final RubyModule converter;
    private final ScheduledExecutorService clock = TimeLimit.clock();

    /** What the converter asks of its page while it runs. */
    interface Host {

        /**
         * What an include brings in.
         *
         * @param text index of the text with the include line: 0 the page, then in the order of the answers given
         * @param line of the include, in its file
         * @param target as written, attributes resolved
         * @param regions as written, parts separated by comma or semicolon; empty for none
         * @param lines as written; empty for all
         * @param optional whether a missing file is fine
         * @return empty when nothing is brought in
         */
        Optional<Brought> include(int text, int line, String target, String regions, String lines, boolean optional);
    }

    /**
     * What an include brings in.
     *
     * @param file index among the page's files
     * @param name that tells Asciidoctor by its extension whether directives are obeyed
     * @param fragment the lines
     */
    record Brought(int file, String name, List<Fragment.Line> fragment) {}

    /**
     * A finding of the converter or a message of Asciidoctor.
     *
     * @param level 0 debug, 1 info, 2 warning, 3 error, as Ruby's Logger counts
     * @param message of Asciidoctor, or words of {@code asciidoc.rb}
     * @param text index of the text it is in
     * @param line in the file; 0 when not known
     * @param column 1-based; 0 for the line as a whole
     */
    record Remark(int level, String message, int text, int line, int column) {}

    /**
     * What the converter made.
     *
     * @param html marked HTML
     * @param remarks in the order made
     */
    record Converted(String html, List<Remark> remarks) {}

    private static final class Shared {
        static final AsciiDocEngine ENGINE = new AsciiDocEngine();
    }

    private AsciiDocEngine() {
        ruby = Ruby.newInstance(configuration());
        ruby.executeScript(script(), "asciidoc.rb");
        converter = ruby.getModule("TierZero");
    }

    /** The engine of this process; started by the first call (0.5–1 s). */
    static AsciiDocEngine shared() {
        return Shared.ENGINE;
    }

    private static RubyInstanceConfig configuration() {
        RubyInstanceConfig config = new RubyInstanceConfig();
        config.setLoader(AsciiDocEngine.class.getClassLoader());
        config.setDisableGems(true);
        config.setDisableDidYouMean(true);
        config.setNativeEnabled(false);
        config.setCompileMode(RubyInstanceConfig.CompileMode.JIT);
        config.setJitThreshold(CALLS_BEFORE_COMPILING);
        config.setExternalEncoding("UTF-8");
        config.setEnvironment(new HashMap<>());
        config.setCurrentDirectory("/");
        config.setLoadPaths(List.of("uri:classloader:/" + ASCIIDOCTOR));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        config.setOutput(nowhere);
        config.setError(nowhere);
        config.setInput(InputStream.nullInputStream());
        return config;
    }

    private static String script() {
        try (InputStream in = AsciiDocEngine.class.getResourceAsStream("asciidoc.rb")) {
            return new String(Objects.requireNonNull(in, "asciidoc.rb").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Converts a page's body whose first line is line {@code firstLine} of its file. What goes wrong is among the remarks.
     *
     * @param limit of the processor time of this thread, after which the page is given up
     */
    Converted convert(String body, int firstLine, Host host, Duration limit) {
        ThreadContext context = ruby.getCurrentContext();
        try (TimeLimit time = new TimeLimit(clock, limit)) {
            IRubyObject[] arguments = {
                string(body), ruby.newFixnum(firstLine), include(context, host), goingOn(context, time)
            };
            List<?> answer = (List<?>) converter.callMethod(context, "render", arguments);
            List<?> remarks = (List<?>) answer.get(1);
            return new Converted(
                    String.valueOf(answer.get(0)),
                    remarks.stream().map(AsciiDocEngine::remark).toList());
        } catch (StackOverflowError e) {
            return new Converted("", List.of(new Remark(3, "nested too deeply", 0, 0, 0)));
        }
    }

    private static Remark remark(Object remark) {
        List<?> parts = (List<?>) remark;
        String[] place = String.valueOf(parts.get(3)).split(":", -1);
        return new Remark(
                number(parts.get(0)),
                String.valueOf(parts.get(1)),
                number(parts.get(2)),
                Integer.parseInt(place[place.length - 2]),
                Integer.parseInt(place[place.length - 1]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private RubyProc include(ThreadContext context, Host host) {
        BlockCallback callback = (current, arguments, block) -> {
            Optional<Brought> brought = host.include(
                    (int) ((RubyFixnum) arguments[0]).getLongValue(),
                    (int) ((RubyFixnum) arguments[1]).getLongValue(),
                    text(arguments[2]),
                    text(arguments[3]),
                    text(arguments[4]),
                    arguments[5].isTrue());
            return brought.isPresent() ? answer(brought.get()) : current.nil;
        };
        return proc(context, Signature.OPTIONAL, callback);
    }

    private RubyProc goingOn(ThreadContext context, TimeLimit time) {
        return proc(
                context,
                Signature.NO_ARGUMENTS,
                (current, arguments, block) -> time.isUp() ? current.fals : current.tru);
    }

    private RubyProc proc(ThreadContext context, Signature signature, BlockCallback callback) {
        Block block = CallBlock.newCallClosure(context, converter, signature, callback);
        return RubyProc.newProc(ruby, block, Block.Type.PROC);
    }

    private IRubyObject answer(Brought brought) {
        StringBuilder content = new StringBuilder();
        IRubyObject[] numbers = new IRubyObject[brought.fragment().size()];
        for (int i = 0; i < numbers.length; i++) {
            Fragment.Line line = brought.fragment().get(i);
            content.append(i == 0 ? "" : "\n").append(line.text());
            numbers[i] = ruby.newFixnum(line.number());
        }
        return RubyArray.newArray(
                ruby,
                string(Integer.toString(brought.file())),
                string(brought.name()),
                string(content.toString()),
                RubyArray.newArray(ruby, numbers));
    }

    private RubyString string(String text) {
        return RubyString.newString(
                ruby, new ByteList(text.getBytes(StandardCharsets.UTF_8), UTF8Encoding.INSTANCE, false));
    }

    private static String text(IRubyObject value) {
        return value.isNil() ? "" : value.asJavaString();
    }
}
