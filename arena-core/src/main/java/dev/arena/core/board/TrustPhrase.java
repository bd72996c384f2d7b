package dev.arena.core.board;

import dev.arena.ratings.wording.Phrase;

/** What the checks of a table found. */
enum TrustPhrase implements Phrase {
    TOO_FEW_VOTED("Fewer than two contestants have votes."),
    LINKED("Votes link all {count} contestants."),
    APART("Votes leave {count} sets of contestants that nothing links."),
    NO_VOTES("There are no votes."),
    FEW_VOTES(
            "{count} of {of} contestants have fewer than {limit} votes, {preliminary} fewer than {preliminary_limit}."),
    ALL_WON_AND_LOST("Every contestant has won and lost."),
    STAND_APART("{count} of {of} contestants stand apart by no finite amount."),
    LEFT_OUT("{count} of {of} votes ({share:percent1}) were left out."),
    ABSTAINED("On {share:percent1} of what was asked there is no usable verdict ({count} of {of})."),
    NOT_SWAPPED("No judge saw {count} matchups in both orders."),
    SWAP_TURNS(
            "The judge that a swap turns most, {judge}, named the other contestant in {share:percent1} of {count} matchups."),
    NO_TRIPLES("No three contestants all met each other."),
    CIRCLES_BY_CHANCE("{count} of {of} triples go in a circle; noise explains all of them."),
    CIRCLES("{count} of {of} triples go in a circle; noise explains all but {supported}."),
    NOT_FOR_ORDERED_VOTES(
            "Not for this method: method {method} depends on the order of the votes, so that no vote has an influence of its own;"
                    + " use bradley-terry."),
    NOT_FOR_OWN_SCALE("Not for this method: method {method} has a scale of its own; use one with natural strengths."),
    NOT_FOR_METHOD("Not for this method: {why}."),
    TOO_FEW_RATED("Fewer than two contestants have a rating."),
    NO_FINITE_GAP("The first place rests on no finite gap between two ratings."),
    FIRM("The first place stays where it is without any {count} votes that were tried."),
    FLIPS(
            "{count} vote ({share:percent1}) put {challenger} above {holder} when they are left out.",
            "{count} votes ({share:percent1}) put {challenger} above {holder} when they are left out."),
    NOT_SHARED("No judge shares {count} comparisons on the same matchups with people."),
    AGREE("Judges compared with people: {count}. Too little agreement: {failed}."),
    NO_CANARIES("No run planted canaries."),
    CANARIES_SEEN("Every judge that was put to the test saw through the canaries."),
    CANARIES_LET_THROUGH("{count} judges let canaries through."),
    LEAKS("Of the responses that tell who wrote them, {masked} are masked, {replaced} left out and {flagged} flagged;"
            + " {unchecked} could not be looked through."),
    FLOOR_CLOSED("The open floor is closed. Each study has its own numbers."),
    LEAKS_UNKNOWN("Not every response was looked through yet."),
    BEING_COMPUTED("Being computed."),
    NOT_COMPUTED("It could not be computed: {why}.");

    private final String one;
    private final String other;

    TrustPhrase(String template) {
        this(template, template);
    }

    TrustPhrase(String one, String other) {
        this.one = one;
        this.other = other;
    }

    @Override
    public String prefix() {
        return "trust_";
    }

    @Override
    public String one() {
        return one;
    }

    @Override
    public String other() {
        return other;
    }
}
