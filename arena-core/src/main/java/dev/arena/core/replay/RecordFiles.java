package dev.arena.core.replay;

import dev.arena.core.config.Section;
import dev.arena.core.exchange.Source;
import dev.arena.core.judge.Hash;
import dev.arena.core.judge.JudgeType.TemplateSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that a key of a tournament file names, a folder standing for the files in it by name.
 *
 * @param hash SHA-256 of the contents of all of them, in their order
 */
record RecordFiles(List<Source> sources, String hash) {
    /**
     * Finds them.
     *
     * @throws dev.arena.core.problem.UsageException if there are none, or one cannot be read
     */
    static RecordFiles read(Section section, String key, String allowed, TemplateSource templates) {
        List<String> names = section.texts(key, allowed);
        if (names.isEmpty()) {
            throw section.missing(key, allowed, "");
        }
        List<Source> sources = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (String name : names) {
            Path path = templates.file(name);
            try {
                for (Path file : files(path)) {
                    hashes.add(sha256(file));
                    sources.add(Source.file(file));
                }
            } catch (IOException e) {
                throw section.bad(
                        key,
                        name,
                        allowed,
                        "There is no readable " + path
                                + ". A run that is resumed by its id looks for it where the program is"
                                + " started; 'arena run' with the tournament file looks beside that file.");
            }
        }
        if (sources.isEmpty()) {
            throw section.bad(key, String.join(", ", names), allowed, "The folder holds no files.");
        }
        return new RecordFiles(List.copyOf(sources), Hash.of(hashes.toArray(String[]::new)));
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
