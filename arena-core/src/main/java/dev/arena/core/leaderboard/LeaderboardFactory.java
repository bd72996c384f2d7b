package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.JudgeRow;
import dev.arena.core.leaderboard.LeaderboardRequest.CiMethod;
import dev.arena.core.leaderboard.LeaderboardRequest.StyleChoice;
import dev.arena.core.leaderboard.SwapFold.Folded;
import dev.arena.core.problem.UsageException;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.Level;
import dev.arena.ratings.NoRankingException;
import dev.arena.ratings.NoUncertainty;
import dev.arena.ratings.RatingMethod;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.SoftScoreException;
import dev.arena.ratings.style.StandardisedStyle;
import dev.arena.ratings.uncertainty.Bootstrap;
import dev.arena.ratings.uncertainty.BootstrapKind;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Votes to a leaderboard: select, fold, fit, and hand over to the snapshot. Stateless: the same input gives the same bytes. */
public final class LeaderboardFactory {
    /** Beyond this a displayed rating has more digits than a table can show. */
    private static final double LARGEST_NUMBER = 1e9;

    /** What the ratings call a covariance from the inverse information. */
    private static final String LAPLACE = "laplace";

    private LeaderboardFactory() {}

    /**
     * One table.
     *
     * @throws UsageException if the request asks for something that is not allowed, or for an anchor that is not among the
     *     contestants
     */
    public static Leaderboard leaderboard(Selection selection, LeaderboardRequest request, RatingSource source) {
        return leaderboard(selection, request, source, "");
    }

    /**
     * One table of a split.
     *
     * @param split what the table is one part of, such as {@code category=coding}
     */
    public static Leaderboard leaderboard(
            Selection selection, LeaderboardRequest request, RatingSource source, String split) {
        RatingMethod method = MethodFactory.method(request);
        StyleControl style = new StyleControl(request.fitting().style(), source, split);
        OwnVotes own = new OwnVotes(request.jury());
        Selection styled = style.rated(own.without(selection));
        if (!request.jury().folds()) {
            Selection inOrder = inOrder(styled, method, request);
            return table(new Rated(styled, inOrder, inOrder), style, request, source)
                    .withJury(null, own.warning(styled).stream().toList());
        }
        JuryFold.Folded folded = JuryFold.fold(styled, request.jury());
        Selection inOrder = inOrder(folded.votes(), method, request);
        return table(new Rated(folded.votes(), inOrder, styled), style, request, source)
                .withJury(folded.row(), JuryNotes.warnings(folded.row(), own.warning(styled)));
    }

    /**
     * The votes of a table.
     *
     * @param selection as they are counted
     * @param inOrder as the method reads them
     * @param raw as the fingerprint and the judges' reports see them: those of a jury's members
     */
    private record Rated(Selection selection, Selection inOrder, Selection raw) {}

    /**
     * A table that was made of some votes, with what it was computed from.
     *
     * @param board of the same votes and request, which has no jury
     */
    static BoardEvidence evidence(
            Leaderboard board, Selection selection, LeaderboardRequest request, RatingSource source) {
        StyleControl style = new StyleControl(request.fitting().style(), source, board.split());
        Columns columns = columns(style.rated(selection), style, request, source);
        VoteSet votes = columns.votes();
        return new BoardEvidence(
                request, board, votes.contestants(), columns.evidence().evidence(), PairCounts.of(votes));
    }

    /** Votes over dense contestants, folded, and what a method reads of them. */
    private record Columns(VoteSet votes, Folded folded, StandardisedStyle evidence) {}

    private static Columns columns(
            Selection selection, StyleControl style, LeaderboardRequest request, RatingSource source) {
        VoteSet votes = new VoteSet(selection, listed(source.contestants(), request.filter()));
        Outcomes outcomes =
                new Outcomes(request.fitting().ties(), request.fitting().bothBad());
        Folded folded = SwapFold.fold(votes, outcomes, request.fitting().swap());
        StandardisedStyle evidence = StandardisedStyle.of(EvidenceFactory.evidence(
                votes, folded.games(), request.inference().cluster(), isKeyed(request), style.features()));
        return new Columns(votes, folded, evidence);
    }

    private static Leaderboard table(Rated rated, StyleControl style, LeaderboardRequest request, RatingSource source) {
        ForkJoinTask<String> digest = ForkJoinPool.commonPool().submit(() -> VoteDigest.sha256(rated.raw()));
        Columns columns = columns(rated.inOrder(), style, request, source);
        VoteSet votes = columns.votes();
        Folded folded = columns.folded();
        Fit fit = fit(style, votes, columns.evidence(), request);
        Map<String, Long> excluded = new TreeMap<>(rated.selection().excluded());
        excluded.putIfAbsent(Exclusion.INVALID.word(), 0L);
        if (folded.conflictsDropped() > 0) {
            excluded.put(Exclusion.ORDER_CONFLICT.word(), folded.conflictsDropped());
        }
        Leaderboard board = new Snapshot(Snapshot.Named.of(votes), fit.result(), fit.scale(), request)
                .leaderboard(new Snapshot.Surroundings(
                        style.split(),
                        excluded,
                        folded.oneOrderOnly(),
                        new Leaderboard.Provenance(
                                source.name(),
                                source.revision(),
                                digest.join(),
                                rated.selection().simulated(),
                                source.version())));
        Leaderboard noted = board.withNotes(rated.selection().notes());
        return request.display().judges() ? noted.withJudges(judges(rated, votes, noted, request)) : noted;
    }

    /** The judges of the raw votes, and the jury beside its members. */
    private static List<JudgeRow> judges(Rated rated, VoteSet votes, Leaderboard board, LeaderboardRequest request) {
        Map<String, Double> strengths = new TreeMap<>();
        for (LeaderboardRow row : board.rows()) {
            if (row.strength() != null) {
                strengths.put(row.modelName(), row.strength());
            }
        }
        Families families = request.jury().families();
        Level level = level(request);
        var abstentions = rated.raw().abstentions();
        if (!request.jury().folds()) {
            return JudgeReports.of(votes, abstentions, strengths, level, families);
        }
        VoteSet raw = new VoteSet(rated.raw(), List.of());
        List<JudgeRow> rows = new ArrayList<>(JudgeReports.of(raw, abstentions, strengths, level, families));
        JudgeReports.of(votes, Map.of(), strengths, level, families).stream()
                .filter(row -> row.judge().equals(Jury.NAME))
                .forEach(row -> rows.add(0, row));
        return rows;
    }

    /** Ratings and what they are shown on. */
    private record Fit(RatingResult result, RatingScale scale) {}

    /** The fit; with style control, beside the raw one of the same evidence on the same scale. */
    private static Fit fit(StyleControl style, VoteSet votes, StandardisedStyle evidence, LeaderboardRequest request) {
        RatingResult result = rate(evidence.evidence(), request);
        RatingScale scale = scale(request, votes, result);
        if (style.isOff()) {
            return new Fit(result, scale);
        }
        RatingResult raw = rate(evidence.evidence(), request.withoutStyle());
        return new Fit(style.beside(raw, result, scale(request, votes, raw), evidence), scale);
    }

    /**
     * The method that a request asks for, with its options.
     *
     * @throws UsageException if the method or an option is not allowed
     */
    public static RatingMethod method(LeaderboardRequest request) {
        return MethodFactory.method(request);
    }

    /**
     * What some tables need of the votes together.
     *
     * @throws UsageException if a request asks for something that is not allowed
     */
    public static VoteNeeds needs(List<LeaderboardRequest> requests) {
        boolean times = false;
        boolean order = false;
        boolean lengths = false;
        for (LeaderboardRequest request : requests) {
            lengths |= request.fitting().style() != StyleChoice.OFF;
            times |= request.fitting().order().equals("tstamp");
            order |= MethodFactory.method(request).orderMatters() || isKeyed(request);
        }
        return new VoteNeeds(order || times, times, lengths, null, null);
    }

    /** Whether resamples are drawn by the place of each vote. */
    private static boolean isKeyed(LeaderboardRequest request) {
        return request.inference().bootstrapKind() == BootstrapKind.POISSON;
    }

    static RatingResult rate(Evidence evidence, LeaderboardRequest request) {
        RatingMethod method = MethodFactory.method(request);
        try {
            return withInterval(method, method.rate(evidence), evidence, request);
        } catch (SoftScoreException | NoRankingException e) {
            throw new UsageException("--method " + method.name() + " cannot rate these votes: " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new UsageException(method.name() + " cannot rate these votes: " + e.getMessage()
                    + ". Look for extreme weights or counts among them.");
        }
    }

    private static List<String> listed(List<String> names, VoteFilter filter) {
        return names.stream()
                .filter(name -> !filter.excludedModels().contains(name))
                .toList();
    }

    private static Selection inOrder(Selection selection, RatingMethod method, LeaderboardRequest request) {
        if (!request.fitting().order().equals("tstamp")) {
            return method.orderMatters() || isKeyed(request) ? selection : selection.withoutOrder();
        }
        long untimed = selection.untimed();
        if (untimed > 0) {
            throw new UsageException("--order tstamp needs a time on every vote; " + untimed + " of " + selection.size()
                    + " have none. Use --order file.");
        }
        return selection.byTime();
    }

    /** The result with the interval that was asked for. */
    static RatingResult withInterval(
            RatingMethod method, RatingResult result, Evidence evidence, LeaderboardRequest request) {
        LeaderboardRequest.Inference inference = request.inference();
        boolean lacking = result.uncertainty() instanceof NoUncertainty none && none.forBootstrap();
        refuseMissing(inference.ci(), method, result);
        boolean bootstrap = inference.ci() == CiMethod.BOOTSTRAP || (inference.ci() == CiMethod.AUTO && lacking);
        if (inference.ci() == CiMethod.NONE) {
            return result.withUncertainty(NoUncertainty.because(RatingPhrase.NO_INTERVAL_ASKED.say()));
        }
        return bootstrap
                ? Bootstrap.withDefaults()
                        .withResamples(inference.resamples())
                        .withSeed(inference.seed())
                        .withKind(inference.bootstrapKind())
                        .rate(method, evidence)
                : result;
    }

    /** Data may leave a method without its interval; that is no wrong choice of it. */
    private static void refuseMissing(CiMethod ci, RatingMethod method, RatingResult result) {
        String made = result.uncertainty().method();
        boolean rated = !(result.uncertainty() instanceof NoUncertainty none) || none.forBootstrap();
        if (ci == CiMethod.SANDWICH && rated && !made.contains("sandwich")) {
            throw new UsageException("--ci sandwich: " + method.name()
                    + " has no sandwich interval; use --ci bootstrap, or --method bradley-terry.");
        }
        if (ci == CiMethod.LAPLACE && rated && !made.equals(LAPLACE)) {
            throw new UsageException("--ci laplace: " + method.name()
                    + " has no interval from the curvature of a likelihood; use --ci auto, or --method bradley-terry.");
        }
    }

    static RatingScale scale(LeaderboardRequest request, VoteSet votes, RatingResult result) {
        return scale(request, votes.contestants(), result);
    }

    static RatingScale scale(LeaderboardRequest request, List<String> contestants, RatingResult result) {
        LeaderboardRequest.Display display = request.display();
        RatingScale scale = plainScale(display);
        String anchor = display.anchorModel();
        if (anchor == null) {
            return scale;
        }
        int index = contestants.indexOf(anchor);
        if (index < 0) {
            throw new UsageException("--anchor names '" + anchor + "', which is not among the contestants: "
                    + String.join(", ", contestants) + ".");
        }
        if (result.rating(index).strength().isEmpty()) {
            throw new UsageException("--anchor names '" + anchor + "', which has no finite rating (status "
                    + result.rating(index).status().label() + "); choose another, or regularise.");
        }
        return scale.withAnchor(index, display.anchorValue());
    }

    private static RatingScale plainScale(LeaderboardRequest.Display display) {
        if (!(display.spread() > 0 && display.spread() <= LARGEST_NUMBER)) {
            throw new UsageException(
                    "--scale " + display.spread() + " is not allowed; use a number above 0, such as 400.");
        }
        if (!(Math.abs(display.center()) <= LARGEST_NUMBER)) {
            throw new UsageException("--center " + display.center() + " is not allowed; use a number such as 1000.");
        }
        return RatingScale.standard().withCentre(display.center()).withSpread(display.spread());
    }

    /** The level of every interval of a request. */
    static Level level(LeaderboardRequest request) {
        return new Level(request.inference().level());
    }
}
