package dev.arena.core.explore;

import dev.arena.core.explore.BattleView.Answer;
import dev.arena.core.explore.BattleView.Given;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.media.ShownFile;
import dev.arena.core.model.Battle;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all texts and verdicts of one matchup. */
final class BattleTexts {
    private static final List<Integer> TIE = List.of(1, 1);
    private static final List<Integer> FIRST = List.of(1, 2);
    private static final List<Integer> SECOND = List.of(2, 1);

    private final ArenaStore store;
    private final MatchupIndex index;
    private final Leaderboard board;

    BattleTexts(ArenaStore store, MatchupIndex index, Leaderboard board) {
        this.store = store;
        this.index = index;
        this.board = board;
    }

    BattleView view(String asked, Matchup matchup, Entries entries, Strengths strengths) {
        Prompt prompt = index.prompt(matchup);
        return new BattleView(
                asked,
                prompt == null ? "" : prompt.key(),
                index.category(matchup),
                index.language(matchup),
                prompt == null ? null : prompt.text().reference(),
                prompt == null ? List.of() : prompt.text().turns(),
                prompt == null ? List.of() : ShownFile.of(prompt.text().attachments()),
                matchup.turn == 0 ? null : matchup.turn,
                answers(matchup),
                matchup.disagreement(),
                entries.upset(strengths.upset(matchup)),
                verdicts(matchup));
    }

    private List<Answer> answers(Matchup matchup) {
        List<ResponseId> ids = matchup.seats.stream()
                .map(Seat::response)
                .filter(Objects::nonNull)
                .toList();
        Map<ResponseId, Response> texts = store.catalog().getResponses(ids);
        List<Answer> answers = new ArrayList<>();
        for (Seat seat : matchup.seats) {
            Response response = seat.response() == null ? null : texts.get(seat.response());
            answers.add(answer(index.name(seat.contestant()), response));
        }
        answers.sort(Comparator.comparing(Answer::modelName));
        return answers;
    }

    private Answer answer(String name, @Nullable Response response) {
        Optional<LeaderboardRow> row = board.rows().stream()
                .filter(one -> one.modelName().equals(name))
                .findFirst();
        List<String> turns = response == null ? List.of() : response.text().turns();
        return new Answer(
                name,
                response == null ? 0 : response.version(),
                turns,
                response == null ? List.of() : ShownFile.of(response.text().attachments()),
                turns.stream()
                        .mapToInt(turn -> turn.codePointCount(0, turn.length()))
                        .sum(),
                row.map(LeaderboardRow::rating).orElse(null),
                row.map(LeaderboardRow::rank).orElse(null));
    }

    private List<Given> verdicts(Matchup matchup) {
        List<Matchup.Said> said = new ArrayList<>(matchup.said);
        said.sort(Comparator.comparing((Matchup.Said one) -> one.judge().kind() == JudgeKind.HUMAN)
                .thenComparing(one ->
                        one.judge().kind() == JudgeKind.HUMAN ? "" : one.judge().name())
                .thenComparing(one -> one.judge().id())
                .thenComparing(Matchup.Said::battle));
        Map<JudgeId, String> people = new HashMap<>();
        List<Given> given = new ArrayList<>();
        for (Matchup.Said one : said) {
            String name = one.judge().kind() == JudgeKind.HUMAN
                    ? people.computeIfAbsent(one.judge().id(), id -> "people #" + (people.size() + 1))
                    : one.judge().name();
            store.votes()
                    .findCurrent(one.battle(), one.judge().id())
                    .ifPresent(vote -> given.add(given(one, name, vote)));
        }
        return given;
    }

    private Given given(Matchup.Said said, String judge, Vote vote) {
        Battle battle = store.battles().getBattle(said.battle());
        Verdict verdict = vote.verdict();
        RunId run = battle.draft().origin().run();
        return new Given(
                Long.toString(battle.id().value()),
                judge,
                said.judge().kind().word(),
                battle.seats().stream()
                        .map(seat -> index.name(seat.contestant()))
                        .toList(),
                words(verdict),
                Outcome.of(verdict, battle, index::name).text(),
                !verdict.decides(),
                verdict instanceof Verdict.Ranking ranking ? ranking.margin() : null,
                vote.draft().rationale(),
                verdict instanceof Verdict.Abstention abstention ? abstention.detail() : null,
                vote.draft().castAt().toString(),
                vote.draft().latencyMs(),
                run == null ? null : run.value());
    }

    private static String words(Verdict verdict) {
        if (verdict instanceof Verdict.BothBad) {
            return "both_bad";
        }
        if (verdict instanceof Verdict.Preference soft) {
            return Double.toString(soft.first());
        }
        if (verdict instanceof Verdict.Abstention abstention) {
            return abstention.reason().word();
        }
        List<Integer> ranks = ((Verdict.Ranking) verdict).ranks();
        if (ranks.equals(TIE)) {
            return "tie";
        }
        if (ranks.equals(FIRST) || ranks.equals(SECOND)) {
            return ranks.equals(FIRST) ? "first" : "second";
        }
        return ranks.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
