package dev.tierzero.model;

/**
 * Limits on content.
 *
 * @param pageBytes largest page or partial
 * @param assetBytes largest asset
 * @param pageSeconds longest time that one page may take to parse
 * @param nesting deepest nesting of blocks
 * @param includeDepth longest chain of includes
 * @param includedBytes most that includes may bring into one page
 */
public record ContentLimits(
        int pageBytes, long assetBytes, int pageSeconds, int nesting, int includeDepth, int includedBytes) {

    /** 1 MiB a page, 50 MiB an asset, 5 s, 100 levels, 16 includes deep, 1 MiB included. */
    public static final ContentLimits DEFAULT = new ContentLimits(1 << 20, 50L << 20, 5, 100, 16, 1 << 20);
}
