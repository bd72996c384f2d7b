package dev.arena.core.tournament;

import java.time.Instant;
import java.util.Optional;

/** Names processes, so that it can be told later whether one still lives: its number and when it began, since numbers come back. */
public final class SessionName {
    private SessionName() {}

    /** The name of this process, such as {@code 4711@1795348800123}. */
    public static String current() {
        return name(ProcessHandle.current());
    }

    /** Whether the process of that name still runs. */
    public static boolean isAlive(String session) {
        int at = session.indexOf('@');
        try {
            return at > 0
                    && ProcessHandle.of(Long.parseLong(session.substring(0, at)))
                            .filter(ProcessHandle::isAlive)
                            .map(SessionName::name)
                            .filter(session::equals)
                            .isPresent();
        } catch (NumberFormatException notAProcess) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        Optional<Instant> start = process.info().startInstant();
        return process.pid() + "@" + start.map(Instant::toEpochMilli).orElse(0L);
    }
}
