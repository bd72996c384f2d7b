package dev.arena.core.agreement;

import dev.arena.core.agreement.ExamAnswer.Choice;
import dev.arena.core.exchange.GoldDecisions;
import dev.arena.core.exchange.GoldPair;
import dev.arena.core.exchange.Source;
import java.util.ArrayList;
import java.util.List;

/** An exam whose answers stand in a file. */
public final class RecordedExam {
    private RecordedExam() {}

    /**
     * The answers, in the order of the file.
     *
     * @throws dev.arena.core.problem.InputException if the file holds none
     */
    public static List<ExamAnswer> read(Source source) {
        List<ExamAnswer> answers = new ArrayList<>();
        GoldDecisions.read(source, said -> {
            GoldPair.Label decision = said.decision();
            answers.add(new ExamAnswer(
                    said.item(),
                    said.judge(),
                    said.firstShown(),
                    decision == null ? null : choice(decision),
                    choice(said.label()),
                    said.category()));
        });
        return answers;
    }

    /** A label as an answer. */
    static Choice choice(GoldPair.Label label) {
        return switch (label) {
            case FIRST -> Choice.FIRST;
            case SECOND -> Choice.SECOND;
            case TIE -> Choice.TIE;
        };
    }
}
