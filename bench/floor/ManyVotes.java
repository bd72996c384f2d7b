import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.VoteStore.NewVote;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/**
 * Fills a store with made-up votes through the same code that stores real ones, so that 'arena verify' holds for it. Public ids and
 * tokens are numbered here rather than random, since random ones make SQLite write an index all over the file.
 *
 * <p>Usage: java -cp arena.jar ManyVotes.java FILE VOTES [CONTESTANTS PROMPTS VOTERS JUDGES]. A file with votes goes on where it
 * stopped.
 */
final class ManyVotes {
    private static final int BATCH = 20_000;
    private static final List<String> CATEGORIES = List.of("coding", "maths", "writing", "translation", "chat");
    private static final List<String> LANGUAGES = List.of("en", "de", "ar");
    private static final long START_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private final SqliteArenaStore store;
    private final int prompts;
    private final int voters;
    private final ResponseHead[][] responses;
    private final JudgeId[] people;
    private final JudgeId[] models;

    private ManyVotes(SqliteArenaStore store, int contestants, int prompts, int voters, int judges) throws Exception {
        this.store = store;
        this.prompts = prompts;
        this.voters = voters;
        fillCatalog(contestants);
        responses = new ResponseHead[prompts][contestants];
        int[] next = new int[prompts];
        long first = store.catalog().findPrompt("p0").orElseThrow().id().value();
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            int prompt = (int) (head.prompt().value() - first);
            responses[prompt][next[prompt]++] = head;
        }
        people = put(JudgeKind.HUMAN, "voter-", voters);
        models = put(JudgeKind.LLM, "judge-", judges);
    }

    public static void main(String[] args) throws Exception {
        long votes = Long.parseLong(args[1]);
        int[] sizes = {60, 2_000, 100_000, 3};
        for (int k = 2; k < args.length; k++) {
            sizes[k - 2] = Integer.parseInt(args[k]);
        }
        StoreOptions options = new StoreOptions(InstantSource.system(), new Numbers(), "benchmark");
        try (SqliteArenaStore store = SqliteArenaStore.open(Path.of(args[0]), options)) {
            new ManyVotes(store, sizes[0], sizes[1], sizes[2], sizes[3]).run(votes);
        }
    }

    private void fillCatalog(int contestants) {
        for (int p = 0; p < prompts; p += 100) {
            List<CatalogBatch.NewPrompt> rows = new ArrayList<>();
            List<CatalogBatch.NewResponse> answers = new ArrayList<>();
            for (int k = p; k < Math.min(p + 100, prompts); k++) {
                CatalogBatch.Origin here = new CatalogBatch.Origin("made up", k + 1L);
                rows.add(new CatalogBatch.NewPrompt(here, "p" + k, new PromptText(
                        List.of("Question " + k + ": " + "what is known of it? ".repeat(6)),
                        CATEGORIES.get(k % CATEGORIES.size()), LANGUAGES.get(k % LANGUAGES.size()), null, List.of())));
                for (int c = 0; c < contestants; c++) {
                    String text = "Answer " + c + " to " + k + ": " + "it is known that this is so. ".repeat(15);
                    answers.add(new CatalogBatch.NewResponse(here, "p" + k, String.format("model-%02d", c), ResponseText.of(text)));
                }
            }
            store.catalog().apply(new CatalogBatch(List.of(), rows, answers));
        }
    }

    /** Many at once, so that they share transactions. */
    private JudgeId[] put(JudgeKind kind, String prefix, int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            List<Future<JudgeId>> made = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                String name = String.format("%s%06d", prefix, k);
                made.add(threads.submit(() -> store.judges().put(new JudgeDraft(kind, name, "")).id()));
            }
            JudgeId[] ids = new JudgeId[count];
            for (int k = 0; k < count; k++) {
                ids[k] = made.get(k).get();
            }
            return ids;
        } finally {
            threads.shutdown();
        }
    }

    private void run(long votes) {
        long from = System.nanoTime();
        long before = store.votes().count();
        for (long done = before; done < votes; ) {
            List<NewVote> batch = new ArrayList<>(BATCH);
            for (; batch.size() < BATCH && done < votes; done++) {
                batch.add(vote(done, votes));
            }
            store.votes().appendAll(batch);
            if (done % 200_000 == 0 || done == votes) {
                double seconds = (System.nanoTime() - from) / 1e9;
                System.err.printf("%d votes, %.0f a second%n", done, (done - before) / seconds);
            }
        }
    }

    /** One vote in twenty is a model's; the votes of one voter lie together. */
    private NewVote vote(long number, long votes) {
        SplittableRandom chance = new SplittableRandom(number * 0x9E3779B97F4A7C15L + 7);
        int prompt = chance.nextInt(prompts);
        int one = chance.nextInt(responses[prompt].length);
        int other = (one + 1 + chance.nextInt(responses[prompt].length - 1)) % responses[prompt].length;
        boolean model = models.length > 0 && number % 20 == 19;
        JudgeId judge = model
                ? models[chance.nextInt(models.length)]
                : people[(int) Math.min(voters - 1, number * voters / votes)];
        Instant when = Instant.ofEpochMilli(START_MS + number * 2_500);
        ResponseHead first = responses[prompt][one];
        ResponseHead second = responses[prompt][other];
        String key = String.format("many-%010d", number);
        BattleDraft battle = new BattleDraft(
                "t" + key, first.prompt(),
                List.of(new Seat(first.contestant(), first.id()), new Seat(second.contestant(), second.id())),
                number, 1.0 / prompts, model ? BattleOrigin.imported(key) : BattleOrigin.matchmaker(judge),
                BattleTags.NONE, when);
        Verdict verdict = verdict(one, other, chance);
        return new NewVote(battle, new VoteDraft(judge, verdict, key, "", 1, null, 1500L, when.plusMillis(1500)));
    }

    private static Verdict verdict(int one, int other, SplittableRandom chance) {
        double said = chance.nextDouble();
        if (said < 0.01) {
            return Verdict.abstain(AbstentionReason.SKIPPED, null);
        }
        if (said < 0.15) {
            return Verdict.tie();
        }
        if (said < 0.2) {
            return Verdict.bothBad();
        }
        double edge = (one - other) * 0.03 + 0.08;
        return chance.nextDouble() < 1 / (1 + Math.exp(-edge)) ? Verdict.first() : Verdict.second();
    }

    /** Counts where a store draws at random. */
    private static final class Numbers implements RandomGenerator {
        private long last = System.currentTimeMillis() << 20;

        @Override
        public long nextLong() {
            return ++last;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            ByteBuffer.wrap(bytes).putLong(nextLong());
        }
    }
}
