package dev.arena.core.people;

import dev.arena.core.problem.ArenaException;

/** Something about invitations, roles or devices that cannot be done; nothing was stored. */
public final class PeopleException extends ArenaException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why it cannot be done. */
    public enum Kind {
        UNKNOWN_INVITE("There is no invitation with that secret. Copy the whole link that you were sent."),
        INVITE_ENDED("This invitation was revoked. Ask whoever sent it for another one."),
        INVITE_EXPIRED("This invitation is too old. Ask whoever sent it for another one."),
        INVITE_USED_UP("This invitation was used by as many people as it was made for. Ask for another one."),
        OWN_ROLE(
                "You are an administrator by this very link, and would end your own role. Let another administrator do it, or"
                        + " open the administration link that 'arena serve' prints when it starts, which makes you one by itself."),
        UNKNOWN_CODE("That code is not known: it was mistyped, was used already, is older than 15 minutes, or a newer"
                + " one was made. Make a new code on the device that you used before."),
        TOO_MANY_ATTEMPTS("Too many wrong codes were tried on this server. Wait a minute, then try again."),
        HAS_VOTES("This browser has votes of its own, which would be left behind. Go on here as you are, or enter the"
                + " code in another browser or a private window."),
        HAS_ROLES("This browser holds a role that shows who wrote what. Give the role up first, or enter the code in"
                + " a private window."),
        NO_VOTER("This browser has not voted or joined yet, so there is nothing to take to another device. Vote or"
                + " open your invitation here first.");

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    public PeopleException(Kind kind) {
        super(kind.message, null);
        this.kind = kind;
    }

    /** Why it cannot be done. */
    public Kind kind() {
        return kind;
    }
}
