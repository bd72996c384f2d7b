package dev.arena.core.exchange;

import dev.arena.core.exchange.ExchangeReader.RejectedRow;
import dev.arena.core.media.CleanMedia;
import dev.arena.core.media.MediaLimits;
import dev.arena.core.media.MediaProblem;
import dev.arena.core.media.MediaType;
import dev.arena.core.model.Attachment;
import dev.arena.core.model.Media;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.store.MediaStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that rows name as attachments: found beside the imported file, checked, cleaned and, in the second reading, stored. A file that
 * several rows name is read once a reading.
 */
final class AttachedFiles {
    private static final String FIELD = "attachments";

    private final MediaStore store;
    private final MediaLimits limits;
    private final Map<Path, String> hashes = new HashMap<>();

    AttachedFiles(MediaStore store, MediaLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * The same records, in which every attachment has the hash of its file.
     *
     * @param keep whether the files are stored too
     * @throws RejectedRow if a file is missing, too large, damaged, or not what it is said to be
     */
    List<FileRecord> resolve(Source source, List<FileRecord> records, boolean keep) {
        List<FileRecord> resolved = new ArrayList<>(records.size());
        for (FileRecord record : records) {
            if (record instanceof FilePrompt prompt
                    && !prompt.text().attachments().isEmpty()) {
                PromptText text = prompt.text();
                resolved.add(new FilePrompt(
                        prompt.line(),
                        prompt.key(),
                        new PromptText(
                                text.turns(),
                                text.category(),
                                text.language(),
                                text.reference(),
                                files(new Row(source, prompt.line()), text.attachments(), keep))));
            } else if (record instanceof FileResponse response
                    && !response.text().attachments().isEmpty()) {
                ResponseText text = response.text();
                List<Attachment> files = files(new Row(source, response.line()), text.attachments(), keep);
                resolved.add(new FileResponse(
                        response.line(),
                        response.promptKey(),
                        response.model(),
                        new ResponseText(text.turns(), files)));
            } else {
                resolved.add(record);
            }
        }
        return resolved;
    }

    /** Where an attachment is named. */
    private record Row(Source source, long line) {
        RejectedRow rejected(Attachment attachment, String found, String allowed, String next) {
            return new RejectedRow(
                    new InputProblem(source.name(), line, FIELD, attachment.path() + ": " + found, allowed, next));
        }
    }

    private List<Attachment> files(Row row, List<Attachment> attachments, boolean keep) {
        List<Attachment> files = new ArrayList<>();
        for (Attachment attachment : attachments) {
            MediaType type = MediaType.ofName(attachment.mediaType())
                    .orElseThrow(() -> row.rejected(
                            attachment,
                            attachment.mediaType(),
                            "a file that a voter can be shown: " + MediaType.all(),
                            "Convert it, or put its text into the prompt or the response."));
            Path file = find(row, attachment);
            files.add(new Attachment(type.mediaType(), attachment.path(), hash(row, attachment, file, keep)));
        }
        return files;
    }

    /** The file below the folder of the imported one; links that lead out of it are not followed. */
    private static Path find(Row row, Attachment attachment) {
        Path folder = row.source()
                .folder()
                .orElseThrow(() -> row.rejected(
                        attachment,
                        "no folder to look in",
                        "attachments of files that are imported by their names",
                        "Save the input to a file beside its attachments and import that."));
        try {
            Path file = folder.resolve(attachment.path());
            if (!Files.isRegularFile(file)) {
                throw row.rejected(
                        attachment, "no such file", "files that are there", "It is looked for in " + folder + ".");
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw row.rejected(
                        attachment,
                        "a link to another folder",
                        "files in the folder of the imported file or below",
                        "Copy the file there.");
            }
            return file.toRealPath();
        } catch (InvalidPathException e) {
            throw row.rejected(
                    attachment, e.getReason(), "names that files can have here", "Give the file another name.");
        } catch (IOException e) {
            throw row.rejected(attachment, String.valueOf(e.getMessage()), "files that can be read", "Check its path.");
        }
    }

    private String hash(Row row, Attachment attachment, Path file, boolean keep) {
        String known = hashes.get(file);
        if (known != null && (!keep || store.find(known).isPresent())) {
            return known;
        }
        MediaType type = MediaType.ofName(attachment.mediaType()).orElseThrow();
        try {
            CleanMedia media = CleanMedia.read(file, type, limits);
            if (known != null && !known.equals(media.sha256())) {
                throw row.rejected(
                        attachment,
                        "changed while it was imported",
                        "files that stay as they are",
                        "Import them again.");
            }
            if (keep) {
                store(media);
            }
            hashes.put(file, media.sha256());
            return media.sha256();
        } catch (MediaProblem e) {
            throw row.rejected(attachment, e.found(), e.allowed(), e.next());
        } catch (IOException | UncheckedIOException e) {
            throw row.rejected(attachment, String.valueOf(e.getMessage()), "files that can be read", "Check its path.");
        }
    }

    private void store(CleanMedia media) {
        Media head = new Media(media.sha256(), media.type().mediaType(), media.size());
        boolean unused = store.put(head, action -> {
            try {
                media.forEachPiece(MediaStore.PIECE_BYTES, action);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
