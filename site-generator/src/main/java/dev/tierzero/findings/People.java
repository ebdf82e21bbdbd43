package dev.tierzero.findings;

import dev.tierzero.api.Diagnostic;
import dev.tierzero.api.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds people in registers, which are published. The rule errs towards silence: an address of the form {@code anna.schmidt@…} is a
 * person's, unless one of the two words names a role; {@code security-team@…} is a mailbox; one word alone may be either. A telephone
 * number is one that is written in the international form, or stands under a key that says so.
 */
public final class People {

    private static final Pattern MAIL = Pattern.compile(
            "(?<![\\w.+-])([A-Za-z0-9][A-Za-z0-9.+_-]{0,63})@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z0-9-]{1,63}){1,6}");
    private static final Pattern PERSONAL = Pattern.compile(
            "(\\p{L}{1,30})[._](?:\\p{L}\\.)?(\\p{L}{2,30})\\d{0,3}(?:\\+.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERNATIONAL =
            Pattern.compile("(?<![\\w.+-])(?:tel:)?\\+[1-9][0-9][0-9 ()/.\\u00a0-]{5,24}[0-9](?![\\w:.-]*[\\w:])");
    private static final Pattern KEYED = Pattern.compile(
            "(?:^|[\\s{,\"-])\"?(phone|mobile|tel|telephone|cell|cellphone|handy)\"?\\s*:\\s*\"?'?([+(0-9][0-9 ()/.-]{4,24}[0-9])",
            Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_DIGITS = 8;

    /** Words that name a role, a team or a service, and no person. */
    private static final Set<String> ROLES = Set.of(
            "abuse",
            "access",
            "admin",
            "admins",
            "alert",
            "alerts",
            "all",
            "backup",
            "bot",
            "build",
            "builds",
            "cert",
            "change",
            "chat",
            "ci",
            "cloud",
            "compliance",
            "contact",
            "core",
            "cto",
            "data",
            "dba",
            "desk",
            "dev",
            "developer",
            "developers",
            "devops",
            "docs",
            "duty",
            "emergency",
            "engineering",
            "facilities",
            "feedback",
            "finance",
            "git",
            "group",
            "help",
            "helpdesk",
            "hotline",
            "hr",
            "incident",
            "incidents",
            "info",
            "infra",
            "infrastructure",
            "it",
            "legal",
            "lead",
            "leads",
            "list",
            "mail",
            "mailbox",
            "management",
            "net",
            "network",
            "no",
            "noc",
            "noreply",
            "office",
            "on",
            "oncall",
            "operations",
            "operator",
            "ops",
            "owner",
            "owners",
            "pager",
            "platform",
            "postmaster",
            "press",
            "privacy",
            "procurement",
            "product",
            "programme",
            "project",
            "qa",
            "release",
            "reply",
            "requests",
            "risk",
            "rollout",
            "sales",
            "security",
            "service",
            "services",
            "soc",
            "sre",
            "staff",
            "status",
            "store",
            "support",
            "sys",
            "sysadmin",
            "system",
            "systems",
            "team",
            "teams",
            "test",
            "testing",
            "tools",
            "training",
            "user",
            "users",
            "vendor",
            "web",
            "webmaster");

    private People() {}

    /**
     * What a file says about people.
     *
     * @param file as findings name it
     * @param text of the file, YAML or JSON
     */
    public static List<Diagnostic> findings(String file, String text) {
        if (text.indexOf('@') < 0
                && text.indexOf('+') < 0
                && !KEYED.matcher(text).find()) {
            return List.of();
        }
        List<Diagnostic> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line(file, i + 1, lines.get(i), found);
        }
        return found;
    }

    /** What of a text names a person, for people: empty when nothing does. */
    public static Optional<String> in(String text) {
        return findings("", text).stream()
                .map(found -> found.message().replace(", and the register is published", ""))
                .findFirst();
    }

    private static void line(String file, int number, String line, List<Diagnostic> found) {
        Matcher mail = MAIL.matcher(line);
        while (mail.find()) {
            if (isPersonal(mail.group(1))) {
                found.add(Diagnostic.error(
                        "ES001",
                        new SourcePosition(file, number, mail.start() + 1),
                        "this looks like the e-mail address of a person, and the register is published",
                        "write the role's mailbox or channel; people go into the file for ./tier0 build --contacts"));
            }
        }
        phone(line)
                .ifPresent(column -> found.add(Diagnostic.error(
                        "ES002",
                        new SourcePosition(file, number, column),
                        "this looks like a telephone number, and the register is published",
                        "write the role's channel; numbers go into the file for ./tier0 build --contacts")));
    }

    private static boolean isPersonal(String mailbox) {
        Matcher name = PERSONAL.matcher(mailbox);
        return name.matches()
                && Stream.of(name.group(1), name.group(2))
                        .noneMatch(word -> ROLES.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Integer> phone(String line) {
        Matcher keyed = KEYED.matcher(line);
        if (keyed.find()) {
            return Optional.of(keyed.start(2) + 1);
        }
        Matcher international = INTERNATIONAL.matcher(line);
        while (international.find()) {
            if (international.group().chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
                return Optional.of(international.start() + 1);
            }
        }
        return Optional.empty();
    }
}
