package dev.arena.core.exchange;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.VoteStore;
import dev.arena.core.store.VoteStore.NewVote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Stores each row of votes as a battle with a vote, in batches. */
final class VoteWriter {
    private static final int BATCH = 2000;
    private static final int TOKEN_BYTES = 16;

    private final VoteStore votes;
    private final VoteNames names;
    private final Instant now;
    private final RandomGenerator chance;
    private final Predicate<FileVote> merged;
    private final VoteKeys keys = new VoteKeys();
    private final List<FileVote> pending = new ArrayList<>();
    private long stored;
    private long known;

    /**
     * @param merged which votes are of judges whose verdicts were merged from both orders
     */
    VoteWriter(ArenaStore store, JudgeKind judgeKind, Instant now, RandomGenerator chance, Predicate<FileVote> merged) {
        this.votes = store.votes();
        this.names = new VoteNames(store, judgeKind);
        this.now = now;
        this.chance = chance;
        this.merged = merged;
    }

    /** Takes votes and leaves everything else alone. */
    void accept(Source source, List<FileRecord> records) {
        for (FileRecord record : records) {
            if (record instanceof FileVote vote && vote.excluded().isEmpty()) {
                names.note(source, vote);
                pending.add(vote);
            }
        }
        if (pending.size() >= BATCH) {
            flush();
        }
    }

    /** Stores what is gathered. */
    void flush() {
        if (pending.isEmpty()) {
            return;
        }
        names.store();
        List<NewVote> drafts = new ArrayList<>(pending.size());
        for (FileVote vote : pending) {
            drafts.add(draft(vote));
        }
        for (AppendResult result : votes.appendAll(drafts)) {
            if (result instanceof AppendResult.Stored) {
                stored++;
            } else {
                known++;
            }
        }
        pending.clear();
    }

    private NewVote draft(FileVote vote) {
        VoteContext context = vote.context();
        VoteKeys.Key key = keys.next(vote);
        Instant castAt = context.castAt() == null ? now : context.castAt();
        PromptId prompt = context.prompt() == null ? null : names.prompt(context.prompt());
        boolean orderKnown = vote.orderKnown() && !merged.test(vote);
        BattleDraft battle = new BattleDraft(
                token(),
                prompt,
                seats(vote, prompt),
                null,
                null,
                BattleOrigin.imported(key.text()),
                new BattleTags(context.turn(), context.category(), context.language(), orderKnown),
                castAt);
        FileVote.Exported exported = vote.exported();
        VoteDraft cast = new VoteDraft(
                names.judge(context, exported == null ? "" : exported.judgeVersion()),
                vote.verdict(),
                key.text(),
                key.hash(),
                vote.count(),
                exported == null ? null : exported.rationale(),
                exported == null ? null : exported.latencyMs(),
                castAt);
        return new NewVote(battle, cast);
    }

    private List<Seat> seats(FileVote vote, @Nullable PromptId prompt) {
        List<Seat> seats = new ArrayList<>(vote.models().size());
        for (String model : vote.models()) {
            ContestantId contestant = names.contestant(model);
            seats.add(new Seat(contestant, prompt == null ? null : names.response(prompt, contestant)));
        }
        return seats;
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Contestants and prompts that votes made known. */
    CatalogChange change() {
        return names.change();
    }

    /** Rows stored now. */
    long stored() {
        return stored;
    }

    /** Rows stored before. */
    long known() {
        return known;
    }

    List<Notice> notices() {
        return names.notices();
    }
}
