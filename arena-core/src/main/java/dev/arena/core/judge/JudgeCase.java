package dev.arena.core.judge;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a judge is given: the prompt and the responses in the order shown, and nothing that links a response to a contestant. */
public final class JudgeCase {
    private final PromptText prompt;
    private final List<ResponseText> responses;
    private final long seed;
    private final Beside beside;

    private JudgeCase(PromptText prompt, List<ResponseText> responses, long seed, Beside beside) {
        if (responses.size() < 2) {
            throw new IllegalArgumentException("a case needs at least two responses, found " + responses.size());
        }
        this.prompt = prompt;
        this.responses = List.copyOf(responses);
        this.seed = seed;
        this.beside = beside;
    }

    /** What belongs to a case beside its texts. */
    private record Beside(
            List<String> contestants, @Nullable Place place, boolean labelsExchanged) {
        private Beside {
            contestants = List.copyOf(contestants);
        }
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
        return new JudgeCase(prompt, responses, seed, new Beside(List.of(), null, false));
    }

    /** The same case with the contestants' names in the order shown; only judges that read no texts can see them. */
    public JudgeCase withContestants(List<String> names) {
        if (names.size() != responses.size()) {
            throw new IllegalArgumentException(responses.size() + " responses need as many names, found " + names);
        }
        return new JudgeCase(prompt, responses, seed, new Beside(names, beside.place(), beside.labelsExchanged()));
    }

    /** The same case with its prompt's key and its repeat, from 1; only judges that read no texts can see them. */
    public JudgeCase at(String promptKey, int repeat) {
        return new JudgeCase(
                prompt,
                responses,
                seed,
                new Beside(beside.contestants(), new Place(promptKey, repeat), beside.labelsExchanged()));
    }

    /** The same case for a judge whose labels of the two positions have changed places. */
    public JudgeCase withLabelsExchanged() {
        return new JudgeCase(prompt, responses, seed, new Beside(beside.contestants(), beside.place(), true));
    }

    /** What was asked, with its reference where there is one. */
    public PromptText prompt() {
        return prompt;
    }

    /** The responses in the order shown. */
    public List<ResponseText> responses() {
        return responses;
    }

    /** Why a judge that reads texts cannot judge the responses: some of them are files too. */
    public Optional<String> unreadableResponses() {
        return responses.stream().allMatch(response -> response.attachments().isEmpty())
                ? Optional.empty()
                : Optional.of("a response has files, and this judge reads texts only");
    }

    /** Why a judge that reads texts cannot judge this: the prompt or a response has files. */
    public Optional<String> unreadable() {
        return prompt.attachments().isEmpty()
                ? unreadableResponses()
                : Optional.of("the prompt has files, and this judge reads texts only");
    }

    /** Seed of everything that the judge draws at random for this case. */
    public long seed() {
        return seed;
    }

    List<String> contestants() {
        return beside.contestants();
    }

    boolean labelsExchanged() {
        return beside.labelsExchanged();
    }

    @Nullable
    Place place() {
        return beside.place();
    }
}
