package dev.tierzero.kpi.collect;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells data about single people from figures about groups. A field that only might be one counts as one. */
final class Privacy {

    /** Whole names of fields, without separators. */
    private static final Set<String> FIELDS = Set.of(
            "user",
            "userid",
            "person",
            "personid",
            "employee",
            "employeeid",
            "staffid",
            "personnelnumber",
            "developer",
            "author",
            "committer",
            "assignee",
            "reporter",
            "login",
            "sid",
            "uid",
            "upn",
            "account",
            "accountname",
            "name",
            "nick",
            "nickname",
            "host",
            "machine",
            "machineid",
            "device",
            "deviceid",
            "laptop",
            "workstation",
            "computer",
            "serialnumber",
            "mac",
            "macaddress",
            "ipaddress",
            "ipaddr",
            "remoteaddr",
            "clientaddr",
            "phonenumber",
            "birthday",
            "birthdate",
            "address");

    /** Last words of names of fields: {@code developer_email}, {@code src.ip}. */
    private static final Set<String> LAST_WORDS = Set.of(
            "email",
            "mail",
            "ip",
            "ipv4",
            "ipv6",
            "username",
            "login",
            "loginname",
            "hostname",
            "fullname",
            "surname",
            "firstname",
            "lastname",
            "displayname",
            "phone");

    /** Two last words: {@code first_name}, {@code userId}. */
    private static final Set<String> LAST_PAIRS = Set.of(
            "user id",
            "user name",
            "user login",
            "login name",
            "first name",
            "last name",
            "full name",
            "display name",
            "given name",
            "family name",
            "host name",
            "machine name",
            "device name",
            "computer name",
            "employee id",
            "person id",
            "e mail",
            "laptop name");

    /** Labels that, with one value chosen, select a server and no person. */
    private static final Set<String> OF_SERVERS =
            Set.of("name", "host", "hostname", "machine", "device", "address", "ip");

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){0,8}\\.[A-Za-z]{2,24}");
    private static final Pattern PROMQL_GROUPING =
            Pattern.compile("(?i)\\b(?:by|on|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern PROMQL_MATCHER =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*(?:=~|!~|!=|=)\\s*[\"'`]");
    private static final Pattern SQL_GROUPING =
            Pattern.compile("(?is)\\bgroup\\s+by\\b(.*?)(?:\\bhaving\\b|\\border\\b|\\blimit\\b|\\)|$)");

    private Privacy() {}

    /** Whether a field of this name is about a single person or a person's machine. */
    static boolean isPersonal(String field) {
        String words = field.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        if (words.equals("name") && field.startsWith("__")) {
            // Prometheus' own label for the name of the metric.
            return false;
        }
        String[] parts = words.split(" ", -1);
        String last = parts[parts.length - 1];
        String pair = parts.length < 2 ? "" : parts[parts.length - 2] + " " + last;
        return FIELDS.contains(words.replace(" ", "")) || LAST_WORDS.contains(last) || LAST_PAIRS.contains(pair);
    }

    /** The first of these fields that is personal. */
    static Optional<String> personal(Collection<String> fields) {
        return fields.stream().filter(Privacy::isPersonal).findFirst();
    }

    /** Whether a text holds something like an e-mail address. */
    static boolean hasEmail(String text) {
        return text.indexOf('@') >= 0 && EMAIL.matcher(text).find();
    }

    /** The first label of a PromQL query that tells people apart. */
    static Optional<String> inPromQl(String query) {
        Optional<String> grouped = PROMQL_GROUPING
                .matcher(query)
                .results()
                .flatMap(found -> Pattern.compile(",").splitAsStream(found.group(1)))
                .map(String::strip)
                .filter(Privacy::isPersonal)
                .findFirst();
        return grouped.or(() -> PROMQL_MATCHER
                .matcher(query)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(label -> !OF_SERVERS.contains(label))
                .filter(Privacy::isPersonal)
                .findFirst());
    }

    /** The first column that an SQL query groups by and that tells people apart. */
    static Optional<String> inSql(String query) {
        return SQL_GROUPING
                .matcher(query)
                .results()
                .flatMap(found -> Pattern.compile(",").splitAsStream(found.group(1)))
                .map(column -> column.strip().replaceAll("^.*\\.", ""))
                .filter(Privacy::isPersonal)
                .findFirst();
    }

    /** Refuses an answer with such fields or addresses in it. */
    static void check(Collection<String> fields, String text) throws NoValue {
        if (personal(fields).isPresent() || hasEmail(text)) {
            throw NoValue.personal();
        }
    }
}
