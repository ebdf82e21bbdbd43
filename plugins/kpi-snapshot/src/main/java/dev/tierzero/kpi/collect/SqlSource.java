package dev.tierzero.kpi.collect;

import java.net.URI;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * The rows of an SQL query over JDBC, read in a read-only transaction that is rolled back.
 *
 * @param drivers that the site supplies
 * @param address already checked against the allow-list
 * @param credentials {@code user} and {@code password}, if declared
 * @param plain whether the connection may be without TLS
 * @param time that all of it may take
 */
record SqlSource(
        List<Driver> drivers,
        String url,
        URI address,
        boolean privateAllowed,
        boolean plain,
        Properties credentials,
        String query,
        Duration time) {

    /** The rows. Blocks until the database answers or its own limits end it: JDBC cannot be interrupted. */
    Table table() throws NoValue {
        Addresses.check(Web.bare(address.getHost()), privateAllowed);
        Driver driver = driver();
        try (Connection connection = driver.connect(url, properties())) {
            if (connection == null) {
                throw NoValue.unreachable("no driver takes the address");
            }
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                return table(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw reason(e);
        } catch (RuntimeException e) {
            // A driver is foreign code, and what it throws may quote the password.
            throw NoValue.unreachable("the database driver broke down");
        }
    }

    private Driver driver() throws NoValue {
        for (Driver driver : drivers) {
            try {
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            } catch (SQLException e) {
                throw NoValue.unreachable("a database driver cannot read the address");
            }
        }
        throw NoValue.unreachable("no database driver: its jar is not among the site's plugins");
    }

    /** PostgreSQL's own limits: JDBC has none for connecting and for a server that falls silent. */
    private Properties properties() {
        Properties properties = new Properties();
        credentials.stringPropertyNames().forEach(name -> properties.setProperty(name, credentials.getProperty(name)));
        if (url.startsWith("jdbc:postgresql:")) {
            String seconds = String.valueOf(seconds());
            properties.setProperty("connectTimeout", seconds);
            properties.setProperty("loginTimeout", seconds);
            properties.setProperty("socketTimeout", seconds);
            properties.setProperty("sslmode", plain ? "prefer" : "verify-full");
            properties.setProperty("readOnlyMode", "always");
            properties.setProperty("ApplicationName", "tier0");
        }
        return properties;
    }

    private Table table(Connection connection) throws SQLException, NoValue {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(seconds());
            statement.setMaxRows(Table.MOST_ROWS + 1);
            statement.setMaxFieldSize(4_096);
            try (ResultSet results = statement.executeQuery(query)) {
                return table(results);
            }
        }
    }

    private static Table table(ResultSet results) throws SQLException, NoValue {
        ResultSetMetaData meta = results.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        List<List<String>> rows = new ArrayList<>();
        long size = 0;
        while (results.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                String text = Objects.requireNonNullElse(results.getString(i), "");
                size += text.length();
                row.add(text);
            }
            rows.add(row);
            if (rows.size() > Table.MOST_ROWS || size > Encoded.MOST_BYTES) {
                throw NoValue.invalid("the answer is larger than a figure needs");
            }
        }
        return new Table(columns, rows);
    }

    private int seconds() {
        return (int) Math.max(1, time.toSeconds());
    }

    /** The class of the SQL state (ISO 9075), because the message of the server may repeat data. */
    private static NoValue reason(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (state.startsWith("08")) {
            return NoValue.unreachable("no connection to the database");
        }
        if (state.startsWith("28")) {
            return NoValue.unreachable("the database refused user or password");
        }
        if (state.equals("25006")) {
            return NoValue.unreachable("the database refused the query: it would write");
        }
        if (state.equals("57014")) {
            return NoValue.unreachable("the query took too long");
        }
        return NoValue.unreachable(
                "the database refused the query" + (state.matches("[0-9A-Z]{5}") ? " (SQL state " + state + ")" : ""));
    }
}
