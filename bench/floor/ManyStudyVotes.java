import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.VoteStore.NewVote;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import dev.arena.core.study.StudyService;
import dev.arena.core.study.StudySettingsReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Adds a study 'many' with made-up votes, 40 a voter, to a store that has a catalog, through the same code that stores real ones.
 *
 * <p>Usage: java -cp arena.jar ManyStudyVotes.java FILE VOTES
 */
final class ManyStudyVotes {
    private static final int BATCH = 20_000;
    private static final int EACH = 40;
    private static final long START_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    public static void main(String[] args) {
        long votes = Long.parseLong(args[1]);
        StoreOptions options = new StoreOptions(InstantSource.system(), new SplittableRandom(5), "benchmark");
        try (SqliteArenaStore store = SqliteArenaStore.open(Path.of(args[0]), options)) {
            StudyService studies = new StudyService(store, InstantSource.system());
            studies.create(StudySettingsReader.readYaml(
                    "many.yaml", "key: many\nname: Many votes\nvoters: {who: anyone}\nrepeats: {share: 0.05, after: 10}\n"));
            Study study = studies.setState("many", StudyState.OPEN, "");
            fill(store, study.version().id(), votes);
        }
    }

    private static void fill(SqliteArenaStore store, StudyVersionId version, long votes) {
        Map<Long, List<ResponseHead>> byPrompt = new TreeMap<>();
        store.catalog().listCurrentResponses().forEach(
                head -> byPrompt.computeIfAbsent(head.prompt().value(), unused -> new ArrayList<>()).add(head));
        List<List<ResponseHead>> prompts = List.copyOf(byPrompt.values());
        Map<Long, JudgeId> voters = new HashMap<>();
        long from = System.nanoTime();
        for (long done = 0; done < votes; ) {
            List<NewVote> batch = new ArrayList<>();
            for (; batch.size() < BATCH && done < votes; done++) {
                JudgeId voter = voters.computeIfAbsent(done / EACH, k -> store.judges()
                        .put(new JudgeDraft(JudgeKind.HUMAN, String.format("study-voter-%06d", k), "")).id());
                batch.add(vote(done, voter, version, prompts));
            }
            store.votes().appendAll(batch);
            voters.clear();
            if (done % 200_000 == 0 || done == votes) {
                System.err.printf("%d votes, %.0f a second%n", done, done / ((System.nanoTime() - from) / 1e9));
            }
        }
    }

    /** One vote in twenty is on a gold battle. */
    private static NewVote vote(long number, JudgeId voter, StudyVersionId version, List<List<ResponseHead>> prompts) {
        SplittableRandom chance = new SplittableRandom(number * 0x9E3779B97F4A7C15L + 11);
        List<ResponseHead> answers = prompts.get(chance.nextInt(prompts.size()));
        int one = chance.nextInt(answers.size());
        int other = (one + 1 + chance.nextInt(answers.size() - 1)) % answers.size();
        boolean gold = number % 20 == 19;
        BattleStudy place = gold
                ? new BattleStudy(version, StudyPart.GOLD, "item:wins:1")
                : new BattleStudy(version, StudyPart.PLAIN, null);
        Instant when = Instant.ofEpochMilli(START_MS + number * 2_500);
        BattleDraft battle = new BattleDraft(
                String.format("study-%012d-%04x", number, chance.nextInt(65_536)), answers.get(one).prompt(),
                List.of(seat(answers.get(one)), seat(answers.get(other))),
                number, null, BattleOrigin.inStudy(voter, place), BattleTags.NONE, when);
        double said = chance.nextDouble();
        Verdict verdict = said < 0.02
                ? Verdict.abstain(AbstentionReason.SKIPPED, null)
                : said < 0.2 ? Verdict.tie() : said < 0.7 ? Verdict.first() : Verdict.second();
        long took = 2_000 + chance.nextInt(60_000);
        return new NewVote(battle, new VoteDraft(
                voter, verdict, "study-" + number, "", 1, null, took, when.plusMillis(took)));
    }

    private static Seat seat(ResponseHead head) {
        return new Seat(head.contestant(), head.id());
    }
}
