package dev.arena.web.cli;

/** How a command ends, as other programs rely on it. */
enum ExitCode {
    GOOD(0),
    UNEXPECTED(1),
    USAGE(2),
    INPUT(3),
    SOME_FAILED(4),
    CAP_REACHED(5),
    ENDPOINT(6),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
