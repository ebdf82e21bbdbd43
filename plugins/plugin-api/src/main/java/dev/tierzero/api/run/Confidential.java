package dev.tierzero.api.run;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no record may hold: records are published, and stay in the history of the repository for ever. */
final class Confidential {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![A-Za-z0-9._%+-])(?!git@)[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){0,8}\\.[A-Za-z]{2,24}\\b");

    /** Values that say of themselves what they are, and values that are called so. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY"),
            Pattern.compile("\\b(gh[opusr]_|github_pat_|glpat-|hv[sbr]\\.|xox[abeoprs]-|npm_|sk-)[A-Za-z0-9_-]{16,}"),
            Pattern.compile("\\b[sb]\\.[A-Za-z0-9]{24}\\b"),
            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\."),
            Pattern.compile("://[^\\s/:@<>]{1,64}:[^\\s/@<>]{1,128}@"),
            Pattern.compile("(?i)\\b(password|passwd|passphrase|secret|token|api[-_ ]?key|unseal[-_ ]key)\\s*[:=]\\s*"
                    + "(?![<$({])(?=[^\\s\\d]{0,64}\\d)(?=[^\\sA-Za-z]{0,64}[A-Za-z])\\S{8,}"));

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(.*-)?(password|passwd|passphrase|secret|token|api-?key|private-?key|unseal-?key|pin|otp)");

    private Confidential() {}

    /**
     * Looks through all texts of a record. What the page itself says, which a record repeats, is the page's affair.
     *
     * @param faults takes what is found
     */
    static void check(DataNode data, RunRecord run, List<RunFault> faults) {
        String published = Stream.concat(
                        run.data().text("title").stream(), run.steps().stream().map(RunStep::title))
                .collect(Collectors.joining("\n"));
        look(data, published, faults);
        run.parameters().keySet().stream()
                .filter(name -> SECRET_NAME.matcher(name).matches())
                .forEach(name -> add(
                        faults,
                        run.data().get("parameters").orElse(data).position(name),
                        "the record holds the value of the parameter " + Fields.quoted(name)
                                + ", which is a secret by its name",
                        "take the value out, change the secret, and declare the parameter with \"secret: true\""));
    }

    private static void look(DataNode node, String published, List<RunFault> faults) {
        node.text().ifPresent(text -> {
            first(ADDRESS, text, published)
                    .filter(found -> text.indexOf('@') >= 0)
                    .ifPresent(found -> add(
                            faults,
                            node.position(),
                            "the record holds an e-mail address",
                            "write the role instead: records are published, and name nobody"));
            if (SECRETS.stream()
                    .anyMatch(secret -> first(secret, text, published).isPresent())) {
                add(
                        faults,
                        node.position(),
                        "the record holds what looks like a password, a token or a private key",
                        "take it out, and change the secret: it may have been seen");
            }
        });
        node.items().forEach(item -> look(item, published, faults));
        node.entries().values().forEach(value -> look(value, published, faults));
    }

    private static Optional<String> first(Pattern pattern, String text, String published) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (!published.contains(found.group())) {
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }

    private static void add(List<RunFault> faults, SourcePosition at, String message, String hint) {
        faults.add(new RunFault(RunFault.Kind.CONFIDENTIAL, at, message, hint));
    }
}
