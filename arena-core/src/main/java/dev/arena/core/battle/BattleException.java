package dev.arena.core.battle;

import dev.arena.core.problem.ArenaException;

/** A request about a battle or a vote that cannot be met; nothing was stored. */
public final class BattleException extends ArenaException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why it cannot be met. */
    public enum Kind {
        UNKNOWN_BATTLE("There is no battle with that token. Ask for the next battle."),
        OTHER_VOTERS_BATTLE("This battle was opened for another voter. Ask for the next battle."),
        ALREADY_VOTED("This battle has your vote already. Ask for the next battle, or withdraw the vote."),
        RESERVATION_EXPIRED(
                "This battle was kept for you for as long as the study says, and was given to another voter."
                        + " Nothing was stored. Ask for the next battle."),
        NAMES_SEEN("While this battle was open you held a role that shows who wrote what, so it takes no vote."
                + " Ask for the next battle."),
        TOO_EARLY("This study asks you to read for longer before you vote. Nothing was stored. Send the vote again."),
        KEY_REUSED("This Idempotency-Key was used for another vote. Use a new key for each vote."),
        UNKNOWN_VOTE("There is no vote with that id."),
        OTHER_VOTERS_VOTE("This vote belongs to another voter, who alone can withdraw it."),
        NOTHING_TO_WITHDRAW("A skipped battle holds no verdict, so there is nothing to withdraw.");

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    public BattleException(Kind kind) {
        super(kind.message, null);
        this.kind = kind;
    }

    /** Why it cannot be met. */
    public Kind kind() {
        return kind;
    }
}
