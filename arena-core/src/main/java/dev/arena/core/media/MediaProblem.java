package dev.arena.core.media;

/** Why a file cannot be shown to voters; whoever knows where the file is named makes a message of it. */
public final class MediaProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String found;
    private final String allowed;
    private final String next;

    public MediaProblem(String found, String allowed, String next) {
        super(found);
        this.found = found;
        this.allowed = allowed;
        this.next = next;
    }

    /** A file that ends too early or contradicts itself. */
    static MediaProblem damaged(MediaType type, String what) {
        return new MediaProblem(
                "a damaged " + type.mediaType() + " file: " + what,
                "a whole file",
                "Make the file again, or leave the attachment out.");
    }

    /** A file that may hold what names its maker in a place that is not known here. */
    static MediaProblem unclean(MediaType type, String what, String next) {
        return new MediaProblem(
                "a " + type.mediaType() + " file with " + what,
                "a file whose metadata can be removed, so that it does not tell who made it",
                next);
    }

    /** What was found. */
    public String found() {
        return found;
    }

    /** What is allowed. */
    public String allowed() {
        return allowed;
    }

    /** What to do next. */
    public String next() {
        return next;
    }
}
