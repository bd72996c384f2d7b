package dev.arena.core.leaderboard;

import dev.arena.ratings.wording.Phrase;
import java.util.Locale;

/** Why votes are not rated: the words under which a table counts what it leaves out, each with a name for readers. */
public enum Exclusion implements Phrase {
    /** Replaced by a later vote of the same judge. */
    SUPERSEDED("replaced by a later vote"),
    /** A row of a file that could not be read as a vote. */
    INVALID("not readable as a vote"),
    /** A rule of the arena said the same before. */
    REPEATED_RULE("the same rule again"),
    /** The response has a newer version. */
    STALE_RESPONSE("on a response that was replaced"),
    /** A response told who wrote it. */
    IDENTITY_LEAK("a response told who wrote it"),
    /** Planted with a known answer. */
    GOLD("planted with a known answer"),
    /** The same battle shown again. */
    REPEAT("the same battle shown again"),
    /** The two orders of a matchup disagreed. */
    ORDER_CONFLICT("the two orders disagree"),
    /** Too few members of a jury voted. */
    TOO_FEW_JUDGES("too few members of the jury voted"),
    /** A judge on its own responses. */
    OWN_RESPONSE("a judge on its own response"),
    /** A judge on responses of its family. */
    OWN_FAMILY("a judge on its own family"),
    /** Neither of people nor of the judge that is corrected by them. */
    NEITHER_SIDE("neither of people nor of the judge"),
    /** Of a judge that could not be used beside people. */
    JUDGE_UNUSED("of a judge that was not used"),
    /** Without the text that style is measured on. */
    NO_TEXT("without a text to measure style on"),
    /** A ranking of more than two responses, where a table is of differences between two. */
    MORE_THAN_TWO("a ranking of more than two responses"),
    /** Drawn with a probability that is not known. */
    NO_PICK_PROBABILITY("drawn with an unknown probability"),
    /** A person skipped the battle. */
    SKIPPED("skipped"),
    /** A person took the vote back. */
    WITHDRAWN("withdrawn"),
    /** A person did not vote in time. */
    EXPIRED("not voted in time"),
    /** The reply held no verdict. */
    UNPARSED("a reply without a readable verdict"),
    /** The judge declined. */
    REFUSED("the judge declined"),
    /** The judge did not answer. */
    FAILED("the judge could not be asked"),
    /** The judge needs something that the battle lacks. */
    NOT_APPLICABLE("the judge lacked what it needs"),
    /** Of a voter whose votes were left out by a decision, for the reason given. */
    VOTER("of voters left out ({reason})");

    private final String name;

    Exclusion(String name) {
        this.name = name;
    }

    /** The word used in files and in the API; that of {@link #VOTER} is followed by an underscore and the reason. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String prefix() {
        return "excluded_";
    }

    @Override
    public String other() {
        return name;
    }
}
