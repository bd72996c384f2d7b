package dev.arena.core.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything an arena keeps. One store belongs to one process at a time; its parts share one writer, so whatever a method returned
 * is durable and visible to every later read. All parts are safe for use by many threads.
 */
public interface ArenaStore extends AutoCloseable {
    /** Contestants, prompts and responses. */
    CatalogStore catalog();

    /** Judges, people among them. */
    JudgeStore judges();

    /** Battles: matchups in a stored order. */
    BattleStore battles();

    /** The append-only log of votes. */
    VoteStore votes();

    /** Runs of tournaments. */
    RunStore runs();

    /** The append-only log of calls. */
    CallStore calls();

    /** Counts of votes, kept so that a start need not read every vote. */
    CountStore counts();

    /** Decisions on voters. */
    QualityStore quality();

    /** Leaderboards that were frozen. */
    SnapshotStore snapshots();

    /** Responses by their words. */
    SearchStore search();

    /** Studies. */
    StudyStore studies();

    /** Invitations, roles, and the browsers of one voter. */
    PeopleStore people();

    /** Files that belong to prompts and responses. */
    MediaStore media();

    /** What was found in responses that tells who wrote them. */
    LeakStore leaks();

    /**
     * Grows with every committed change that can move a rating (a vote, a new contestant, a new version of a response, a decision
     * on a voter).
     *
     * @return 0 for an empty store
     */
    long revision();

    /**
     * The part of {@link #revision} that is not of votes: it grows with every committed change of the catalog or decision on a voter that
     * can move a rating.
     */
    long catalogRevision();

    /**
     * Proves that a change could be stored now, and keeps none.
     *
     * @throws dev.arena.core.problem.StoreException if it could not: a full disk, a store opened to read, a closed one
     */
    void requireWritable();

    /**
     * Runs work of which, in a database, either all is kept or, where it throws, nothing. What the work itself reads counts what it wrote;
     * all others see nothing of it before it is done, and their writes wait until then. A store in memory, which ends with its process
     * anyway, undoes nothing.
     *
     * @param work may run twice, so it begins anew each time; it lets no other thread use the store
     * @return what the work gives, never null
     */
    <T> T atomically(Supplier<T> work);

    /** A random value made with the store; keys the hashes of pseudonyms, so that they mean nothing elsewhere. At least 16 bytes. */
    byte[] salt();

    /** Where files that need not be kept may lie; empty for a store in memory and for one that is only read. */
    Optional<Path> folder();

    /** Ends the store after the writes under way; every later call is a {@link dev.arena.core.problem.StoreException}. */
    @Override
    void close();
}
