package dev.arena.core.store;

import java.util.random.RandomGenerator;

/** A store that lives and dies with its process; for tests and for rating files without a database. */
public final class InMemoryArenaStore implements ArenaStore {
    private static final int SALT_BYTES = 32;

    private final Memory memory = new Memory();
    private final byte[] salt = new byte[SALT_BYTES];
    private final InMemoryCatalog catalog = new InMemoryCatalog(memory);
    private final InMemoryJudges judges = new InMemoryJudges(memory);
    private final InMemoryRuns runs;
    private final InMemoryCalls calls;
    private final InMemoryCounts counts;
    private final InMemoryBattles battles;
    private final InMemoryVotes votes;

    /** An empty store. {@code chance} gives the salt and the public ids of votes; it is used by one thread at a time. */
    public InMemoryArenaStore(RandomGenerator chance) {
        chance.nextBytes(salt);
        InMemoryRunTable table = new InMemoryRunTable(memory);
        battles = new InMemoryBattles(memory, catalog, judges, table);
        votes = new InMemoryVotes(memory, battles, judges, new PublicIds(chance));
        runs = new InMemoryRuns(memory, table, battles, votes);
        calls = new InMemoryCalls(memory, table, judges, battles, votes);
        counts = new InMemoryCounts(memory);
    }

    @Override
    public CatalogStore catalog() {
        return catalog;
    }

    @Override
    public JudgeStore judges() {
        return judges;
    }

    @Override
    public BattleStore battles() {
        return battles;
    }

    @Override
    public VoteStore votes() {
        return votes;
    }

    @Override
    public RunStore runs() {
        return runs;
    }

    @Override
    public CallStore calls() {
        return calls;
    }

    @Override
    public CountStore counts() {
        return counts;
    }

    @Override
    public long revision() {
        return memory.read(memory::revision);
    }

    @Override
    public void requireWritable() {
        Object unused = memory.write(Object::new);
    }

    @Override
    public byte[] salt() {
        return memory.read(salt::clone);
    }

    @Override
    public void close() {
        memory.close();
    }
}
