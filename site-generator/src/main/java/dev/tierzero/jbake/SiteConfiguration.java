package dev.tierzero.jbake;

import dev.tierzero.model.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.jbake.app.configuration.ConfigUtil;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfiguration;

/**
 * The configuration that extensions get: JBake's defaults, then {@code jbake.properties} as it is written, then what the site's settings
 * say. Nothing in it is replaced: no {@code ${env:…}}, no {@code ${file:…}}, no property of the JVM. Each call gets one of its own.
 */
final class SiteConfiguration {

    private final Path site;
    private final Map<String, String> properties;

    private SiteConfiguration(Path site, Map<String, String> properties) {
        this.site = site;
        this.properties = properties;
    }

    static SiteConfiguration of(Path site, Settings settings) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        Properties defaults = new Properties();
        try (InputStream in =
                JBakeConfiguration.class.getClassLoader().getResourceAsStream(ConfigUtil.DEFAULT_CONFIG_FILE)) {
            defaults.load(in);
        }
        defaults.forEach((key, value) -> properties.put((String) key, (String) value));
        JBakeProject.properties(site).forEach((key, value) -> {
            if (!value.contains("${")) {
                properties.put(key, value);
            }
        });
        properties.put("content.folder", settings.folders().content());
        properties.put("template.folder", settings.folders().templates());
        settings.folders().assets().ifPresent(folder -> properties.put("asset.folder", folder));
        properties.put("site.host", settings.url());
        // A page that says neither is published, as a page: so it is here.
        properties.put("default.status", "published");
        properties.put("default.type", "page");
        properties.put("jvm.locale", Locale.ROOT.toString());
        return new SiteConfiguration(site, properties);
    }

    /** @param destination the folder that files may be written to */
    JBakeConfiguration to(Path destination) {
        CompositeConfiguration values = new CompositeConfiguration();
        values.setInterpolator(null);
        values.setListDelimiterHandler(new DefaultListDelimiterHandler(ConfigUtil.LIST_DELIMITER));
        properties.forEach(values::setProperty);
        DefaultJBakeConfiguration configuration = new DefaultJBakeConfiguration(site.toFile(), values);
        configuration.setDestinationFolder(destination.toFile());
        return configuration;
    }
}
