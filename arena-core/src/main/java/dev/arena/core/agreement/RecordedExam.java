package dev.arena.core.agreement;

import dev.arena.core.agreement.ExamAnswer.Choice;
import dev.arena.core.exchange.ExchangeReader;
import dev.arena.core.exchange.GoldJudgment;
import dev.arena.core.exchange.ReadOptions;
import dev.arena.core.exchange.ReadReport;
import dev.arena.core.exchange.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An exam whose answers stand in a file. */
public final class RecordedExam {
    private RecordedExam() {}

    /**
     * The answers, in the order of the file.
     *
     * @param notices told what a reader must know of the file
     * @throws dev.arena.core.problem.InputException if the file holds none
     */
    public static List<ExamAnswer> read(Source source, Consumer<String> notices) {
        List<ExamAnswer> answers = new ArrayList<>();
        ReadReport report = ExchangeReader.readGold(source, ReadOptions.strict(), said -> {
            GoldJudgment.Choice decision = said.decision();
            answers.add(new ExamAnswer(
                    said.item(),
                    said.judge(),
                    said.order() == 1,
                    decision == null ? null : choice(decision),
                    choice(said.label()),
                    said.category()));
        });
        report.notices().forEach(notice -> notices.accept(notice.message()));
        return answers;
    }

    private static Choice choice(GoldJudgment.Choice said) {
        return switch (said) {
            case A -> Choice.FIRST;
            case B -> Choice.SECOND;
            case TIE -> Choice.TIE;
        };
    }
}
