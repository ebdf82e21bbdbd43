package dev.tierzero.api.run;

import dev.tierzero.api.DataNode;
import dev.tierzero.api.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            "(.*[-_. ])?(password|passwd|passphrase|secret|token|api[-_ ]?key|private[-_ ]?key|unseal[-_ ]?key|pin|otp)",
            Pattern.CASE_INSENSITIVE);

    private final Supplier<String> page;
    private final List<RunFault> faults;
    private Optional<String> read = Optional.empty();

    /**
     * @param page what the page of the run says in its title, headings and steps: a record repeats it, and it is the page's affair
     * @param faults takes what is found
     */
    Confidential(Supplier<String> page, List<RunFault> faults) {
        this.page = page;
        this.faults = faults;
    }

    /** Looks through all texts of a record. */
    void check(DataNode data, RunRecord run) {
        look(data);
        run.parameters().keySet().stream()
                .filter(name -> SECRET_NAME.matcher(name).matches())
                .forEach(name -> add(
                        run.data().get("parameters").orElse(data).position(name),
                        "the record holds the value of the parameter " + Fields.quoted(name)
                                + ", which is a secret by its name",
                        "take the value out, change the secret, and declare the parameter with \"secret: true\""));
    }

    private void look(DataNode node) {
        node.text().ifPresent(text -> {
            if (text.indexOf('@') >= 0 && isIn(text, ADDRESS)) {
                add(
                        node.position(),
                        "the record holds an e-mail address",
                        "write the role instead: records are published, and name nobody");
            }
            if (SECRETS.stream().anyMatch(secret -> isIn(text, secret))) {
                add(
                        node.position(),
                        "the record holds what looks like a password, a token or a private key",
                        "take it out, and change the secret: it may have been seen");
            }
        });
        node.items().forEach(this::look);
        node.entries().values().forEach(this::look);
    }

    private boolean isIn(String text, Pattern pattern) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (!pageWords().contains(found.group())) {
                return true;
            }
        }
        return false;
    }

    /** Read when something was found: hardly ever, and then once. */
    private String pageWords() {
        String words = read.orElseGet(page);
        read = Optional.of(words);
        return words;
    }

    private void add(SourcePosition at, String message, String hint) {
        faults.add(new RunFault(RunFault.Kind.CONFIDENTIAL, at, message, hint));
    }
}
