package dev.tierzero.kpi.collect;

import com.fasterxml.jackson.core.JsonPointer;
import dev.tierzero.api.DataNode;
import dev.tierzero.api.Diagnostic;
import dev.tierzero.kpi.model.Kpi;
import dev.tierzero.kpi.model.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be said of a source before it is asked, offline too: whether it may be asked at all. */
final class Preflight {

    private static final Set<String> OWN_HEADERS = Set.of(
            "host",
            "connection",
            "content-length",
            "expect",
            "upgrade",
            "cookie",
            "accept",
            "accept-encoding",
            "user-agent",
            "transfer-encoding");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(token|secret|passw|pwd|api-?_?key|access-?_?key|auth|signature|credential)");
    private static final Pattern JDBC = Pattern.compile("jdbc:([a-z]{2,20})://([^/?#@\\s]+)/[A-Za-z0-9_-]{1,63}");

    private final Kpi kpi;
    private final DataNode data;
    private final Settings settings;
    private final List<Diagnostic> findings = new ArrayList<>();

    private Preflight(Kpi kpi, Settings settings) {
        this.kpi = kpi;
        this.data = kpi.source().data();
        this.settings = settings;
    }

    /** What forbids asking the source; nothing when it may be asked. */
    static List<Diagnostic> findings(Kpi kpi, Settings settings) {
        Preflight preflight = new Preflight(kpi, settings);
        preflight.check();
        return List.copyOf(preflight.findings);
    }

    /** The address of a source as a URI, also of a database. */
    static Optional<URI> address(Source source) {
        return source.data().text("url").flatMap(url -> {
            boolean database = source.type() == Source.Type.SQL;
            if (database && !JDBC.matcher(url).matches()) {
                return Optional.empty();
            }
            try {
                URI uri = URI.create(database ? url.substring("jdbc:".length()) : url);
                return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** The port that an address means. */
    static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return switch (address.getScheme()) {
            case "http" -> 80;
            case "https" -> 443;
            case "postgresql" -> 5432;
            case "mysql", "mariadb" -> 3306;
            default -> 0;
        };
    }

    private void check() {
        if (data.text("url").isPresent()) {
            checkAddress();
        }
        checkPath();
        Stream.of("token", "password").forEach(this::checkSecret);
        data.text("header")
                .filter(h -> OWN_HEADERS.contains(h.toLowerCase(Locale.ROOT)))
                .ifPresent(h -> report(
                        "KP007",
                        "header",
                        "the header " + h + " is not one for a token",
                        "write the name that the source asks for, or delete it"));
        checkPlaces();
        checkPrivacy();
    }

    private void checkAddress() {
        Optional<URI> address = address(kpi.source());
        boolean database = kpi.source().type() == Source.Type.SQL;
        if (address.isEmpty()) {
            report(
                    "KP011",
                    "url",
                    "the address cannot be read",
                    database
                            ? "write jdbc:postgresql://host:port/database, without parameters"
                            : "write https://host/path");
            return;
        }
        URI uri = address.get();
        boolean scheme = database || Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
        if (!scheme || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            report(
                    "KP011",
                    "url",
                    "the address has parts that no source needs",
                    "write https://host/path, and the token as token: env:NAME");
        } else if (uri.getRawQuery() != null
                && SECRET.matcher(uri.getRawQuery()).find()) {
            report(
                    "KP011",
                    "url",
                    "the address seems to hold a token",
                    "addresses are logged on their way; write token: env:NAME");
        } else {
            checkHost(uri, database);
        }
        if (uri.getRawQuery() != null && kpi.source().type() == Source.Type.PROMETHEUS) {
            report(
                    "KP011",
                    "url",
                    "the address of Prometheus has a query",
                    "write the address up to /api, and the PromQL as query");
        }
    }

    private void checkHost(URI uri, boolean database) {
        String host = uri.getHost();
        int port = port(uri);
        if (!settings.allows(host, port)) {
            report(
                    "KP010",
                    "url",
                    "the host " + host + " is not one that may be asked",
                    "add it to plugins.kpi-snapshot.hosts in site.yaml, or correct the address");
        } else if (uri.getScheme().equals("http") && !settings.allowsPlain(host, port)) {
            report(
                    "KP011",
                    "url",
                    "the address is not https",
                    "write https, or name the host in plugins.kpi-snapshot.allow-plain in site.yaml");
        } else if (database && !uri.getScheme().equals("postgresql") && !settings.allowsPlain(host, port)) {
            report(
                    "KP011",
                    "url",
                    "whether this driver uses TLS cannot be told",
                    "name the host in plugins.kpi-snapshot.allow-plain in site.yaml when the network protects it");
        }
    }

    private void checkPath() {
        data.text("path")
                .filter(p -> !p.startsWith("_data/") || p.contains(".."))
                .ifPresent(p -> report(
                        "KP011",
                        "path",
                        "the file is not one below _data",
                        "write its path below the content folder: _data/exports/tickets.csv"));
    }

    private void checkSecret(String key) {
        data.text(key)
                .filter(value -> !value.matches("env:[A-Za-z_][A-Za-z0-9_]{0,99}"))
                .ifPresent(
                        value -> report(
                                "KP012",
                                key,
                                key + " is not the name of a variable",
                                "write " + key
                                        + ": env:NAME, list NAME in plugins.kpi-snapshot.environment, and renew what stood here"));
    }

    private void checkPlaces() {
        if (kpi.source().type() != Source.Type.HTTP_JSON) {
            return;
        }
        for (String key : List.of("value", "observed", "group")) {
            data.text(key)
                    .filter(pointer -> !isPointer(pointer))
                    .ifPresent(pointer -> report(
                            "KP007",
                            key,
                            "\"" + pointer + "\" is not a JSON Pointer",
                            "write the way to the field: /data/0/value"));
        }
    }

    private static boolean isPointer(String text) {
        try {
            return JsonPointer.compile(text).toString().equals(text) && text.startsWith("/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void checkPrivacy() {
        for (String key : List.of("value", "group", "observed", "query")) {
            personal(key)
                    .ifPresent(field -> report(
                            "KP040",
                            key,
                            "\"" + field + "\" tells people apart",
                            "ask for one figure of a group; people are never named here"));
        }
        if (kpi.source().type() == Source.Type.SQL
                && !isQuery(data.text("query").orElse(""))) {
            report(
                    "KP014",
                    "query",
                    "the query is not a single SELECT",
                    "write one SELECT, or WITH … SELECT, without a semicolon");
        }
    }

    private Optional<String> personal(String key) {
        Optional<String> text = data.text(key);
        return switch (kpi.source().type()) {
            case PROMETHEUS -> text.flatMap(Privacy::inPromQl);
            case SQL -> key.equals("query") ? text.flatMap(Privacy::inSql) : text.filter(Privacy::isPersonal);
            case HTTP_JSON -> text.flatMap(t -> Privacy.personal(List.of(t.split("/", -1))));
            default -> text.filter(Privacy::isPersonal);
        };
    }

    private static boolean isQuery(String query) {
        return query.strip().matches("(?is)(select|with)\\s.*") && query.indexOf(';') < 0;
    }

    private void report(String code, String key, String message, String hint) {
        findings.add(Diagnostic.error(code, data.position(key), message, hint));
    }
}
