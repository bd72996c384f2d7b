package dev.arena.core.leaderboard;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.VoteId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A live fit of votes that were counted already, so that a long log is read once and not twice. */
final class LiveStart {
    private final StoreVotes votes;
    private final VoteTable table;
    private final ContestantId[] contestants;

    private LiveStart(StoreVotes votes) {
        this.votes = votes;
        this.table = votes.table();
        Map<String, ContestantId> byName = new HashMap<>();
        for (Contestant contestant : votes.contestants().values()) {
            byName.put(contestant.name(), contestant.id());
        }
        contestants = new ContestantId[table.contestants.size() + 1];
        for (int code = 1; code < contestants.length; code++) {
            contestants[code] = byName.get(table.contestants.name(code));
        }
    }

    /** The fit of all votes that were read. Only where {@link BoardCounts#areWhole()}. */
    static LiveVotes of(StoreVotes votes) {
        LiveStart start = new LiveStart(votes);
        LiveVotes live = new LiveVotes();
        start.addCounts(live);
        start.noteRows(live);
        return live;
    }

    private void addCounts(LiveVotes live) {
        BoardCounts counts = votes.counts();
        for (int number = 0; number < counts.size(); number++) {
            long count = counts.together(number) + counts.alone(number);
            if (count > 0) {
                ClusterCounts.Thing thing = counts.thing(number);
                String group = thing.judge() == ClusterCounts.POSITION_UNKNOWN
                        ? null
                        : counts.groupNames().get(thing.judge());
                live.takeCounted(
                        List.of(contestants[thing.first()], contestants[thing.second()]), thing.score(), group, count);
            }
        }
    }

    private void noteRows(LiveVotes live) {
        Map<String, PromptId> prompts = new HashMap<>();
        for (Prompt prompt : votes.prompts().values()) {
            prompts.put(prompt.key(), prompt.id());
        }
        for (int row = 0; row < table.size(); row++) {
            boolean counted = table.exclusion(row) == 0 && !votes.counts().isRepeated(row);
            live.note(new VoteId(row + 1L), counted, table.said(row), table.count(row));
            if (table.kind(row) == JudgeKind.RULE && table.prompt(row) != 0) {
                PromptId prompt = prompts.get(table.prompts.name(table.prompt(row)));
                Set<ContestantId> met = new HashSet<>();
                Arrays.stream(table.lineups.seats(table.lineupOf(row))).forEach(seat -> met.add(contestants[seat]));
                if (prompt != null) {
                    live.noteRuled(prompt, met);
                }
            }
        }
    }
}
