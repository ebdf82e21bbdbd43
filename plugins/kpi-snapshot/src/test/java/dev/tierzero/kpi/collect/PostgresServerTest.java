package dev.tierzero.kpi.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tierzero.api.Dataset;
import dev.tierzero.kpi.TestSite;
import dev.tierzero.kpi.model.Snapshot;
import dev.tierzero.kpi.model.Snapshots;
import dev.tierzero.kpi.model.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

/** Debian's PostgreSQL with weekly figures in a table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresServerTest {

    private static final String PASSWORD = "c4n4ry-p4ssw0rd";

    private List<Program> running = List.of();
    private String url = "";

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException, SQLException {
        Assumptions.assumeTrue(Program.find("initdb").isPresent(), "needs PostgreSQL: apt-get install postgresql");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        String data = folder.resolve("data").toString();
        Program.run(asOwner(
                "initdb",
                "-D",
                data,
                "-U",
                "tier0",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C"));
        int port = freePort();
        running = List.of(Program.start(
                asOwner("postgres", "-D", data, "-h", "127.0.0.1", "-p", String.valueOf(port), "-k", "", "-F"),
                "database system is ready to accept connections"));
        url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        execute(
                "create table tickets (week timestamptz primary key, requests int not null, developers int not null)",
                "insert into tickets values ('2026-11-02T00:00Z', 6, 136), ('2026-11-09T00:00Z', 4, 158), ('2026-11-16T00:00Z', 3, 171)",
                "create sequence counter");
    }

    @AfterAll
    void stop() throws InterruptedException {
        for (Program program : running) {
            program.stop();
        }
    }

    /** PostgreSQL refuses to run as root; setpriv becomes the program, so that its process can be ended. */
    private static List<String> asOwner(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(Program.find(program).orElseThrow().toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "tier0");
        properties.setProperty("password", PASSWORD);
        return new Driver().connect(url, properties);
    }

    @Test
    void everyRowIsAnObservationWithItsWeekAndItsGroup() {
        Dataset dataset = site(
                        "select week, requests, developers from tickets order by week desc",
                        "value: requests, observed: week, group: developers")
                .collect();
        assertEquals("""
                observed-at,fetched-at,value,group
                2026-11-02T00:00:00Z,2026-11-20T12:00:00Z,6,136
                2026-11-09T00:00:00Z,2026-11-20T12:00:00Z,4,158
                2026-11-16T00:00:00Z,2026-11-20T12:00:00Z,3,171
                """, dataset.files().get("kpi/k.csv"), () -> dataset.diagnostics()
                .toString());
    }

    /** Each of these gets past the look at the text of the query; the read-only transaction stops it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "with gone as (delete from tickets returning 1) select count(*) as value from gone",
                "with new as (insert into tickets values ('2026-01-01', 1, 9) returning 1) select count(*) as value from new",
                "select 1 as value into stolen",
                "select nextval('counter') as value",
                "select setval('counter', 99) as value"
            })
    void aQueryThatWritesIsRefusedByTheDatabase(String query) throws SQLException {
        Snapshot snapshot = collect(query, "value: value");
        assertEquals("the database refused the query: it would write", snapshot.problem());
        assertEquals(State.UNREACHABLE, snapshot.state());
        assertEquals(3, count("select count(*) from tickets"));
    }

    @Test
    void theTransactionCannotMakeItselfWritable() throws SQLException {
        Snapshot snapshot =
                collect("select set_config('transaction_read_only', 'off', false) as value", "value: value");
        assertEquals("the database refused the query (SQL state 25001)", snapshot.problem());
        assertEquals(3, count("select count(*) from tickets"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select max(requests) as value from tickets where false | NO_DATA | the answer has no value",
                "select requests as value from tickets where false | NO_DATA | the answer has no value",
                "select requests as value from tickets | INVALID | the answer has several rows, and no column says when each was observed",
                "select requests from tickets | INVALID | the answer lacks a column that is declared",
                "select 'NaN'::float8 as value | INVALID | the value is not a number, or not a finite one",
                "select -3 as value | INVALID | the value is outside 0 or more",
                "select 3 as value, 'x' as email | INVALID | the answer holds data about single people",
                "select 3 as value, 'jo@aibox.example' as remark | INVALID | the answer holds data about single people",
                "select g as value, now() as week from generate_series(1, 20000) g | INVALID | the answer is larger than a figure needs",
                "select nothing as value | UNREACHABLE | the database refused the query (SQL state 42703)"
            })
    void whatIsNotAFigureIsNone(String query, State state, String problem) {
        Snapshot snapshot = collect(query, "value: value");
        assertEquals(problem, snapshot.problem());
        assertEquals(state, snapshot.state());
    }

    @Test
    void aQueryThatTakesTooLongCostsItsTimeAndIsEnded() throws SQLException {
        long start = System.nanoTime();
        Snapshot snapshot = collect("select 1 as value from pg_sleep(60)", "value: value");
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertEquals(State.UNREACHABLE, snapshot.state());
        assertTrue(millis < 3_000, () -> millis + " ms");
    }

    @Test
    void aWrongPasswordIsToldWithoutNamingIt() {
        Dataset dataset = site("select 1 as value", "value: value")
                .variable("DB_PASSWORD", "wr0ng")
                .collect();
        assertEquals(
                "the database refused user or password",
                Snapshots.ofText(dataset.text()).of("k").problem());
        assertFalse(dataset.toString().contains("wr0ng"), dataset::toString);
    }

    @Test
    void withoutLeaveForAPlainConnectionTlsIsAskedFor() {
        Snapshot snapshot = site("select 1 as value", "value: value")
                .settings("{ hosts: [127.0.0.1], allow-private: [127.0.0.1] }")
                .snapshots()
                .of("k");
        assertEquals("no connection to the database", snapshot.problem());
    }

    @Test
    void withoutADriverTheSourceSaysSo() {
        Snapshot snapshot = site("select 1 as value", "value: value")
                .service("no driver")
                .snapshots()
                .of("k");
        assertEquals("no database driver: its jar is not among the site's plugins", snapshot.problem());
    }

    private long count(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            assertTrue(results.next());
            return results.getLong(1);
        }
    }

    private Snapshot collect(String query, String keys) {
        return site(query, keys).snapshots().of("k");
    }

    private TestSite site(String query, String keys) {
        String source = "{ type: sql, url: \"%s\", query: \"%s\", user: tier0, password: \"env:DB_PASSWORD\", %s }"
                .formatted(url, query, keys);
        return TestSite.of("- { id: k, title: K, unit: count, source: " + source + " }")
                .variable("DB_PASSWORD", PASSWORD)
                .service(new Driver());
    }
}
