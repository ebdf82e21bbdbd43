package dev.tierzero.jbake;

import java.io.File;
import org.jbake.app.Oven;
import org.jbake.app.configuration.JBakeConfigurationFactory;

/** Bakes a site with stock JBake, in a process of its own: arguments are the project and the folder for the result. */
final class StockBake {

    private StockBake() {}

    public static void main(String[] arguments) {
        Oven oven = new Oven(new JBakeConfigurationFactory()
                .createDefaultJbakeConfiguration(new File(arguments[0]), new File(arguments[1]), (File) null, true));
        oven.bake();
        oven.getErrors().forEach(Throwable::printStackTrace);
        Runtime.getRuntime().halt(oven.getErrors().isEmpty() ? 0 : 1);
    }
}
