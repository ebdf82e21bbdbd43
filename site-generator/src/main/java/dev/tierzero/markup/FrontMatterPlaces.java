package dev.tierzero.markup;

import dev.tierzero.api.SourcePosition;
import dev.tierzero.model.ContentFiles;
import dev.tierzero.model.Source;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values of a page's front matter again: its metadata knows the places of keys alone. For findings only, because it reads the file. */
record FrontMatterPlaces(Source source, ContentFiles contents) {

    /**
     * Where a value in one of several maps stands: {@code name: Git token} below {@code time-limits}.
     *
     * @param nth which of the same values, from 1
     * @return the place of the key when the value is written in a way that is not found
     */
    SourcePosition of(String key, String inner, String value, int nth) {
        SourcePosition place = source.metadata().position(key).orElseGet(() -> SourcePosition.ofFile(source.file()));
        Pattern written = Pattern.compile("(?<![\\w-])" + Pattern.quote(inner) + "\\s*:\\s*[\"']?("
                + Pattern.quote(value) + ")(?=[\"']?\\s*(?:[,}#]|$))");
        int line = 0;
        int left = nth;
        for (String text : text().split("\n", -1)) {
            line++;
            if (line < place.line() || line >= source.firstLine()) {
                continue;
            }
            for (Matcher match = written.matcher(text); match.find(); ) {
                left--;
                if (left == 0) {
                    return source.at(line, match.start(1) + 1);
                }
            }
        }
        return place;
    }

    private String text() {
        try {
            return contents.read(source.path()).flatMap(SourceText::decode).orElse("");
        } catch (IOException e) {
            return ""; // Only the place is lost: the file was read before.
        }
    }
}
