import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * Runs Tier Zero's command line under Flight Recorder: its own main halts the JVM, which leaves a recording unreadable. Arguments: what the launcher
 * passes ({@code -jar}, the jar, the command…). The system property {@code profile.out} names the recording.
 */
final class Profile {

    private Profile() {}

    public static void main(String[] arguments) throws Exception {
        Method run = Class.forName("dev.tierzero.cli.Main")
                .getDeclaredMethod("run", PrintWriter.class, PrintWriter.class, String[].class);
        run.setAccessible(true);
        Configuration profile = Configuration.getConfiguration("profile");
        try (Recording recording = new Recording(profile)) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.enable("jdk.NativeMethodSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            PrintWriter out = new PrintWriter(System.out, true);
            run.invoke(null, out, out, Arrays.copyOfRange(arguments, 2, arguments.length));
            recording.dump(Path.of(System.getProperty("profile.out")));
        }
        Runtime.getRuntime().halt(0);
    }
}
