package dev.arena.core.judge;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a judge is given: the prompt and the responses in the order shown, and nothing that links a response to a contestant. */
public final class JudgeCase {
    private final PromptText prompt;
    private final List<ResponseText> responses;
    private final long seed;
    private final List<String> contestants;
    private final @Nullable Place place;

    private JudgeCase(
            PromptText prompt,
            List<ResponseText> responses,
            long seed,
            List<String> contestants,
            @Nullable Place place) {
        if (responses.size() < 2) {
            throw new IllegalArgumentException("a case needs at least two responses, found " + responses.size());
        }
        this.prompt = prompt;
        this.responses = List.copyOf(responses);
        this.seed = seed;
        this.contestants = List.copyOf(contestants);
        this.place = place;
    }

    /**
     * Where a case stands in its tournament.
     *
     * @param prompt the prompt's key
     * @param repeat how often this order was judged before, plus one
     */
    record Place(String prompt, int repeat) {}

    /**
     * A case for a judge that reads texts.
     *
     * @param responses in the order shown, at least two
     * @param seed for everything that the judge draws at random for this case
     */
    public static JudgeCase blind(PromptText prompt, List<ResponseText> responses, long seed) {
        return new JudgeCase(prompt, responses, seed, List.of(), null);
    }

    /** The same case with the contestants' names in the order shown; only judges that read no texts can see them. */
    public JudgeCase withContestants(List<String> names) {
        if (names.size() != responses.size()) {
            throw new IllegalArgumentException(responses.size() + " responses need as many names, found " + names);
        }
        return new JudgeCase(prompt, responses, seed, names, place);
    }

    /** The same case with its prompt's key and its repeat, from 1; only judges that read no texts can see them. */
    public JudgeCase at(String promptKey, int repeat) {
        return new JudgeCase(prompt, responses, seed, contestants, new Place(promptKey, repeat));
    }

    /** What was asked, with its reference where there is one. */
    public PromptText prompt() {
        return prompt;
    }

    /** The responses in the order shown. */
    public List<ResponseText> responses() {
        return responses;
    }

    /** Seed of everything that the judge draws at random for this case. */
    public long seed() {
        return seed;
    }

    List<String> contestants() {
        return contestants;
    }

    @Nullable
    Place place() {
        return place;
    }
}
