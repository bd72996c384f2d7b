package dev.arena.core.study;

import dev.arena.ratings.wording.Phrase;

/** What should make the owner of a study worry before voters come, or while they do. */
public enum StudyPhrase implements Phrase {
    NO_MATCHUPS(
            "There is nothing to vote on: no prompt of the study has {k} different responses of its contestants. 'arena import'"
                    + " adds some; fewer responses at a time (k) or more contestants may do as well."),
    NO_CANARIES(
            "gold.canaries: no contestant with the fact canary has a response to a prompt of the study, so gold battles"
                    + " come of the other sources alone. Mark a contestant by importing its name with 'canary' true ('docs/formats.md',"
                    + " contestants)."),
    FLOOR_NAMES(
            "The study never reveals names, but the open floor asks {count} of its prompts too and reveals them after each vote:"
                    + " voters may learn there who wrote what. Keep it closed while the study goes on ('arena serve --floor off')."),
    STUDY_NAMES(
            "The study never reveals names, but the study {study} asks {count} of its prompts too and reveals them after each"
                    + " vote: who votes in both may learn there who wrote what. Pause one of the two.");

    private final String template;

    StudyPhrase(String template) {
        this.template = template;
    }

    @Override
    public String prefix() {
        return "study_";
    }

    @Override
    public String other() {
        return template;
    }
}
