package dev.tierzero.site;

import java.util.Comparator;
import java.util.Locale;

/** The order in which people look for titles: case is free, and numbers stand by their value, so that 2 comes before 10. */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = numberEnd(a, i);
            int endB = numberEnd(b, j);
            boolean numbers = endA > i && endB > j;
            int order = numbers ? byValue(a.substring(i, endA), b.substring(j, endB)) : a.charAt(i) - b.charAt(j);
            if (order != 0) {
                return order;
            }
            i = numbers ? endA : i + 1;
            j = numbers ? endB : j + 1;
        }
        return (a.length() - i) - (b.length() - j);
    }

    private static int numberEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Of any length: without leading zeros the longer number is the larger. */
    private static int byValue(String a, String b) {
        String left = a.replaceFirst("^0+(?=.)", "");
        String right = b.replaceFirst("^0+(?=.)", "");
        return left.length() == right.length() ? left.compareTo(right) : left.length() - right.length();
    }
}
