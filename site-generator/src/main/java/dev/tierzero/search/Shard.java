package dev.tierzero.search;

/**
 * A file of the index.
 *
 * @param name such as {@code w0}
 * @param digest of what decides its bytes before compression, in hex
 * @param size in bytes before compression
 * @param deflated its bytes, compressed
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Shard(String name, String digest, int size, byte[] deflated) {}
