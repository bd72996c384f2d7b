package dev.arena.core.study;

import dev.arena.core.problem.ArenaException;
import java.util.Map;
import java.util.TreeMap;

/** A request about a study that cannot be met; nothing was stored. */
public final class StudyException extends ArenaException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Map<String, Object> details;

    /** Why it cannot be met. */
    public enum Kind {
        /** There is no such study, or it is a draft and a voter asks. */
        UNKNOWN_STUDY,
        /** Another study has that key. */
        KEY_TAKEN,
        /** It cannot go from its state to that one. */
        STATE_NOT_ALLOWED,
        /** The voter took no invitation to it. */
        NOT_INVITED,
        /** It gives no battles just now. */
        STUDY_PAUSED,
        /** It takes no votes any more. */
        STUDY_CLOSED,
        /** The voter has given all votes that are wanted, or all that are wanted today. */
        QUOTA_REACHED
    }

    public StudyException(Kind kind, String message, Map<String, Object> details) {
        super(message, null);
        this.kind = kind;
        this.details = new TreeMap<>(details);
    }

    static StudyException unknown(String key) {
        return new StudyException(Kind.UNKNOWN_STUDY, "There is no study '" + key + "'. Check its address.", Map.of());
    }

    /** Why it cannot be met. */
    public Kind kind() {
        return kind;
    }

    /** Numbers for programs; may be empty. */
    public Map<String, Object> details() {
        return details;
    }
}
