package dev.arena.core.leaderboard;

import dev.arena.ratings.wording.Phrase;

/** What a reader of a table must know of its votes and of the view on them. */
enum BoardPhrase implements Phrase {
    CONCERNED("Concerned: {names}."),
    SWAP_INCOMPLETE(
            "{count} games were judged in one order only and stay as they are under --swap {policy}. Judge both orders to fold them."),
    VOTERS_DECIDED(
            "By decisions on voters, the votes of {count} ({votes} votes) are left out and those of {lighter} ({lighter_votes}"
                    + " votes) count less. 'arena quality' says why; --quality off rates all votes alike."),
    JURY_OF_ONE("The jury has one member, {judge}: its table is that judge's. Ask more judges."),
    JURY_SMALL(
            "Two judges cannot tell which of them is right: the weights say little. Ask at least three, or use --jury mean."),
    JURY_INCOMPLETE(
            "{count} votes of members are missing on the jury's {battles} battles; whoever voted decided. 'arena retry' asks"
                    + " again where a judge failed; --jury-min N leaves battles with fewer votes out."),
    FAMILY_UNKNOWN(
            "Nothing was left out for a family of: {names}. Their family is not known; say it with --family NAME=FAMILY.");

    private final String template;

    BoardPhrase(String template) {
        this.template = template;
    }

    @Override
    public String prefix() {
        return "board_";
    }

    @Override
    public String other() {
        return template;
    }
}
