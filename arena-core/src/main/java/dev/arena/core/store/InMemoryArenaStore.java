package dev.arena.core.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final InMemoryQuality quality = new InMemoryQuality(memory, judges);
    private final InMemorySnapshots snapshots = new InMemorySnapshots(memory);
    private final InMemoryStudies studies;
    private final InMemoryPeople people;
    private final InMemoryMedia media = new InMemoryMedia(memory);
    private final InMemoryLeaks leaks = new InMemoryLeaks(memory);

    /** An empty store. {@code chance} gives the salt and the public ids of votes; it is used by one thread at a time. */
    public InMemoryArenaStore(RandomGenerator chance) {
        chance.nextBytes(salt);
        InMemoryRunTable table = new InMemoryRunTable(memory);
        InMemoryStudyTable studyTable = new InMemoryStudyTable(memory);
        battles = new InMemoryBattles(memory, catalog, judges, new InMemoryBattles.Tables(table, studyTable));
        votes = new InMemoryVotes(memory, battles, judges, new PublicIds(chance));
        runs = new InMemoryRuns(memory, table, battles, votes);
        studies = new InMemoryStudies(memory, studyTable, battles, votes);
        calls = new InMemoryCalls(memory, table, judges, battles, votes);
        counts = new InMemoryCounts(memory);
        people = new InMemoryPeople(memory, judges, votes, studyTable);
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
    public QualityStore quality() {
        return quality;
    }

    @Override
    public SnapshotStore snapshots() {
        return snapshots;
    }

    @Override
    public SearchStore search() {
        return catalog;
    }

    @Override
    public StudyStore studies() {
        return studies;
    }

    @Override
    public PeopleStore people() {
        return people;
    }

    @Override
    public MediaStore media() {
        return media;
    }

    @Override
    public LeakStore leaks() {
        return leaks;
    }

    @Override
    public long revision() {
        return memory.read(memory::revision);
    }

    @Override
    public long catalogRevision() {
        return memory.read(() -> memory.revision() - votes.count());
    }

    @Override
    public void requireWritable() {
        Object unused = memory.write(Object::new);
    }

    @Override
    public <T> T atomically(Supplier<T> work) {
        return work.get();
    }

    @Override
    public byte[] salt() {
        return memory.read(salt::clone);
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public void close() {
        memory.close();
    }
}
