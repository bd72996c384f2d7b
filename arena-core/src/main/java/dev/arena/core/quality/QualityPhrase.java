package dev.arena.core.quality;

import dev.arena.ratings.wording.Phrase;

/** What the checks of a voter found. */
enum QualityPhrase implements Phrase {
    FEW_VOTES("Fewer than {count} votes."),
    FEW_TIMED("Fewer than {count} votes with a known time."),
    TOO_SOON("{count} of {of} votes came sooner than the responses can be read."),
    FEW_BEST("Fewer than {count} verdicts with one best response."),
    STRETCH("The best response stood in the same position {count} times in a row, of {of}."),
    RUNS("{first} first and {second} second in {count} stretches of one side."),
    BALANCE("{count} of {of} went to the first position."),
    TIES("{count} ties of {of}; of all votes {usual:percent0} are."),
    BOTH_BAD("{count} verdicts that all are bad of {of}; of all votes {usual:percent0} are."),
    BURST("At most {count} votes within one minute."),
    FEW_REPEATS("Fewer than {count} battles were shown again."),
    REPEATS("{count} of {of} battles that were shown again had the same best."),
    FEW_GOLD("Fewer than {count} battles with a known answer."),
    GOLD("{count} of {of} battles with a known answer were right."),
    FEW_SHARED("Fewer than {count} matchups on which others agree about the best."),
    AGREES("Agrees with most others on {count} of {of} matchups; guessing would on {chance:percent0}."),
    NO_OTHERS("No votes of others on the same contestants."),
    BETTING("Over {count} votes {contestant} scored {surplus:signed2} a vote beyond what other voters lead to expect."),
    FAILED("The check failed: {failure}");

    private final String template;

    QualityPhrase(String template) {
        this.template = template;
    }

    @Override
    public String prefix() {
        return "quality_";
    }

    @Override
    public String other() {
        return template;
    }
}
