package dev.tierzero.runbook.commands;

import java.util.List;

/** What a block of code is, by the name of its language. */
public enum Dialect {
    /** A script for a Unix shell. */
    SHELL("bash sh shell zsh ksh ash dash fish bash-script shellscript"),
    /** A script for PowerShell or the Windows command line. */
    WINDOWS("powershell pwsh ps1 cmd bat batch dos"),
    /** Commands behind prompts, with their output. */
    SESSION("console shell-session shellsession sh-session bash-session terminal session pwsh-session"),
    /** Statements for a database. */
    SQL("sql mysql postgresql psql plsql pgsql"),
    /** What a command prints. */
    OUTPUT("output text txt plain plaintext log none"),
    /** No language is named. */
    UNNAMED(""),
    /** Any other language. */
    OTHER("");

    private final String languages;

    /** @param languages separated by blanks */
    Dialect(String languages) {
        this.languages = languages;
    }

    /** The dialect of a language's name in lower case. */
    static Dialect of(String language) {
        if (language.isEmpty()) {
            return UNNAMED;
        }
        for (Dialect dialect : values()) {
            if (List.of(dialect.languages.split(" ", -1)).contains(language)) {
                return dialect;
            }
        }
        return OTHER;
    }
}
