package dev.arena.core.tournament;

/** The matchups of each prompt, made when they are asked for. */
interface PromptBlocks {
    /** How many matchups a prompt has. */
    int size(int prompt);

    /** The contestants of one of them, in the order listed. */
    int[] get(int prompt, int index);

    /** How many pairs of contestants that should meet on a prompt cannot, since a response is missing. */
    long lacking(int prompt);
}
