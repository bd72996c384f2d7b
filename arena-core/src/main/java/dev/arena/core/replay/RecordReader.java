package dev.arena.core.replay;

import dev.arena.core.exchange.ExchangeReader;
import dev.arena.core.exchange.FilePrompt;
import dev.arena.core.exchange.FileRecord;
import dev.arena.core.exchange.FileScore;
import dev.arena.core.exchange.FileVote;
import dev.arena.core.exchange.ReadOptions;
import dev.arena.core.exchange.Shape;
import dev.arena.core.exchange.Source;
import dev.arena.core.exchange.VoteContext;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the files of a replayed judge, and remembers which judges and turns they hold. */
final class RecordReader {
    private static final String UNNAMED = "(unnamed)";

    private final Choice choice;
    private final List<String> prompts;
    private final RecordedJudgments judgments = new RecordedJudgments();
    private final Set<String> judges = new TreeSet<>();
    private final Set<String> turns = new TreeSet<>();
    private final Set<String> models = new TreeSet<>();

    /**
     * Which of the records are meant, and what their models are called here.
     *
     * @param judge the recorded judge; null for the only one
     * @param turn the judged turn; null for the only one
     */
    record Choice(@Nullable String judge, @Nullable Integer turn, Map<String, String> aliases) {}

    /**
     * @param prompts keys of prompts by their number from 0; empty where the files name their prompts
     */
    RecordReader(Choice choice, List<String> prompts) {
        this.choice = choice;
        this.prompts = prompts;
    }

    /** The keys of the prompts of a file, in its order. */
    static List<String> promptKeys(Source file) {
        List<String> keys = new ArrayList<>();
        ExchangeReader.readAll(file, ReadOptions.strict(), (shape, record) -> {
            if (record instanceof FilePrompt prompt) {
                keys.add(prompt.key());
            }
        });
        if (keys.isEmpty()) {
            throw new InputException(new InputProblem(
                    file.name(),
                    0,
                    null,
                    "a file without prompts",
                    "a file whose n-th prompt, from 0, has the index n",
                    ""));
        }
        return keys;
    }

    /**
     * Reads one file.
     *
     * @param shape null to recognise it by content
     * @throws InputException if it cannot be read, or holds something else than verdicts and scores
     */
    void read(Source file, @Nullable Shape shape) {
        ExchangeReader.readAll(file, ReadOptions.strict().withShape(shape), (found, record) -> {
            if (record instanceof FileVote vote) {
                requirePlain(file, vote);
                models.addAll(vote.models());
                take(file, found, vote, vote.context());
            } else if (record instanceof FileScore score) {
                models.add(score.model());
                take(file, found, score, score.context());
            } else {
                throw new InputException(new InputProblem(
                        file.name(),
                        record.line(),
                        null,
                        found.word(),
                        "verdicts or scores of a judge",
                        "Name files of judgments in 'files'."));
            }
        });
    }

    private void take(Source file, Shape shape, FileRecord record, VoteContext context) {
        String judge = context.judge() == null ? UNNAMED : context.judge();
        judges.add(judge);
        if (choice.judge() != null && !choice.judge().equals(judge)) {
            return;
        }
        String turn = context.turn() == null ? "none" : context.turn().toString();
        turns.add(turn);
        if (choice.turn() != null && !choice.turn().equals(context.turn())) {
            return;
        }
        String where = file.name() + ":" + record.line();
        judgments.add(record, prompt(file, shape, record.line(), context), choice.aliases(), where);
    }

    private String prompt(Source file, Shape shape, long line, VoteContext context) {
        String prompt = context.prompt();
        if (prompt == null) {
            throw new InputException(new InputProblem(
                    file.name(), line, "prompt_id", null, "the key of a prompt", "A judgment is found by its prompt."));
        }
        if (shape != Shape.ALPACA_EVAL_PREFERENCES || prompts.isEmpty()) {
            return prompt;
        }
        long index = Long.parseLong(prompt);
        if (index >= prompts.size()) {
            throw new InputException(new InputProblem(
                    file.name(),
                    line,
                    "index",
                    prompt,
                    "the number of a prompt, from 0 to " + (prompts.size() - 1),
                    "'prompts' names a file of " + prompts.size() + " prompts."));
        }
        return prompts.get((int) index);
    }

    private static void requirePlain(Source file, FileVote vote) {
        if (vote.weight() != 1) {
            throw new InputException(new InputProblem(
                    file.name(),
                    vote.line(),
                    "weight",
                    Double.toString(vote.weight()),
                    "1, since a judge gives verdicts without weights",
                    ""));
        }
    }

    RecordedJudgments judgments() {
        return judgments;
    }

    /** Names of all judges of the files. */
    Set<String> judges() {
        return judges;
    }

    /** Turns that the chosen judge judged, {@code none} where a record names none. */
    Set<String> turns() {
        return turns;
    }

    /** Names of all models of the files. */
    Set<String> models() {
        return models;
    }
}
