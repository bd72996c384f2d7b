package dev.arena.core.model;

/**
 * A file that belongs to a prompt or a response.
 *
 * @param mediaType for example {@code image/png}
 * @param path where the importer found it, relative to the imported file
 */
public record Attachment(String mediaType, String path) {}
