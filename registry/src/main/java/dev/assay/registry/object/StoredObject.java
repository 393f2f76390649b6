package dev.assay.registry.object;

/**
 * An object that lies in a store.
 *
 * @param hash SHA-256 of its content
 * @param bytes its size
 */
public record StoredObject(String hash, long bytes) {}
