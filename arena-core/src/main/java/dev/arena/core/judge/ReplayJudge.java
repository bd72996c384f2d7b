package dev.arena.core.judge;

import dev.arena.core.model.JudgeDraft;
import java.util.List;

/** Gives verdicts that were recorded elsewhere. It sees which prompt and contestants a case is about, and reads no texts. */
public final class ReplayJudge implements ActingJudge {
    private final JudgeDraft identity;
    private final Recording recording;

    /** A judge of that identity. */
    public ReplayJudge(JudgeDraft identity, Recording recording) {
        this.identity = identity;
        this.recording = recording;
    }

    /** Verdicts by what they are about. */
    @FunctionalInterface
    public interface Recording {
        /**
         * The verdict recorded, or an abstention where there is none or where the recorded judge failed.
         *
         * @param prompt the prompt's key
         * @param contestants in the order shown
         * @param repeat from 1
         */
        Opinion find(String prompt, List<String> contestants, int repeat);
    }

    @Override
    public JudgeDraft identity() {
        return identity;
    }

    @Override
    public Opinion decide(JudgeCase judgeCase) {
        JudgeCase.Place place = judgeCase.place();
        if (place == null || judgeCase.contestants().isEmpty()) {
            throw new IllegalArgumentException(
                    "the replay judge needs the prompt's key and the contestants of the case");
        }
        return recording.find(place.prompt(), judgeCase.contestants(), place.repeat());
    }
}
