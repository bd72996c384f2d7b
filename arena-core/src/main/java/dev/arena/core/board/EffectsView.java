package dev.arena.core.board;

import dev.arena.core.leaderboard.BoardEvidence;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.leaderboard.LeaderboardRequest.StyleChoice;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.problem.UsageException;
import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Effect;
import dev.arena.ratings.registry.RatingMethods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is fitted beside the strengths: the pull of the first position on each judge, the pull of style, and ties. Where the table of the
 * request leaves them out, they are fitted for this view, and by Bradley-Terry where its method has no place for them.
 *
 * @param revision of the store
 * @param lengths of contestants whose responses have texts, in the order of the table
 */
public record EffectsView(
        double level,
        @Nullable Long revision,
        Positions position,
        Styles style,
        List<Leaderboard.EffectRow> ties,
        List<Length> lengths) {
    private static final String FALLBACK = "bradley-terry";

    public EffectsView {
        ties = List.copyOf(ties);
        lengths = List.copyOf(lengths);
    }

    /**
     * How long the responses of a contestant are, beside its rating on the table.
     *
     * @param meanLength of all turns of a response, in Unicode code points
     * @param responses that were voted on and have a text
     */
    public record Length(
            String modelName,
            double meanLength,
            long responses,
            @Nullable Double rating,
            @Nullable Double ratingLower,
            @Nullable Double ratingUpper) {}

    /**
     * Position effects.
     *
     * @param note why there are none; null where there are
     */
    public record Positions(String method, @Nullable String note, List<Position> effects) {
        public Positions {
            effects = List.copyOf(effects);
        }
    }

    /**
     * The pull of the first position on a judge.
     *
     * @param judge its name, {@code people}, or {@code other} for judges with few battles
     * @param estimate log-odds; with its error and interval null where no finite number exists
     * @param points on the displayed scale
     * @param firstProbability chance that the first of two equals wins
     * @param votes games in which the position was known
     */
    public record Position(
            String judge,
            @Nullable Double estimate,
            @Nullable Double stdError,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double points,
            @Nullable Double firstProbability,
            @Nullable Double firstLower,
            @Nullable Double firstUpper,
            double votes) {}

    /**
     * Effects of style.
     *
     * @param note why there are none; null where there are
     */
    public record Styles(String method, @Nullable String note, List<Leaderboard.EffectRow> effects) {
        public Styles {
            effects = List.copyOf(effects);
        }
    }

    /** The effects beside a table. */
    public static EffectsView of(LeaderboardService service, LeaderboardRequest request) {
        Leaderboard board = service.leaderboard(request);
        String method = RatingMethods.namesWithStyle().contains(board.method()) ? board.method() : FALLBACK;
        LeaderboardRequest.Fitting fitting = request.fitting().withMethod(method);
        Positions positions = positions(
                service, request.with(fitting.withStyle(StyleChoice.OFF).withPosition(PositionChoice.JUDGE)));
        Styles styles = styles(service, request.with(fitting.withStyle(StyleChoice.ALL)));
        return new EffectsView(
                board.level(),
                board.provenance().revision(),
                positions,
                styles,
                board.effects().stream()
                        .filter(effect -> effect.name().startsWith(Effect.TIE))
                        .toList(),
                lengths(board, service.lengths()));
    }

    private static List<Length> lengths(Leaderboard board, Map<String, LeaderboardService.Lengths> known) {
        List<Length> lengths = new ArrayList<>();
        for (LeaderboardRow row : board.rows()) {
            LeaderboardService.Lengths own = known.get(row.modelName());
            if (own != null) {
                lengths.add(new Length(
                        row.modelName(),
                        own.mean(),
                        own.responses(),
                        row.rating(),
                        row.ratingLower(),
                        row.ratingUpper()));
            }
        }
        return lengths;
    }

    private static Positions positions(LeaderboardService service, LeaderboardRequest request) {
        BoardEvidence behind = service.evidence(request);
        List<Position> effects = behind.board().effects().stream()
                .filter(effect -> effect.name().equals(Effect.POSITION))
                .map(effect -> position(effect, behind))
                .toList();
        String none = "No vote tells in which order its responses were shown.";
        return new Positions(behind.board().method(), effects.isEmpty() ? none : null, effects);
    }

    private static Position position(Leaderboard.EffectRow effect, BoardEvidence behind) {
        return new Position(
                effect.judge(),
                effect.estimate(),
                effect.stdError(),
                effect.lower(),
                effect.upper(),
                effect.points(),
                sigma(effect.estimate()),
                sigma(effect.lower()),
                sigma(effect.upper()),
                games(effect.judge(), behind));
    }

    /** Games that an effect was fitted on: those of its judge, or of all that have none of their own. */
    private static double games(String group, BoardEvidence behind) {
        List<String> own = behind.board().effects().stream()
                .filter(effect -> effect.name().equals(Effect.POSITION))
                .map(Leaderboard.EffectRow::judge)
                .toList();
        List<String> judges = behind.evidence().judges();
        Comparisons rows = behind.evidence().comparisons();
        double games = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.judge(row) >= 0) {
                String judge = judges.get(rows.judge(row));
                boolean its = judge.equals(group) || (!own.contains(judge) && !judges.contains(group));
                games += its ? rows.count(row) : 0;
            }
        }
        return games;
    }

    private static @Nullable Double sigma(@Nullable Double x) {
        return x == null ? null : 1 / (1 + Math.exp(-x));
    }

    private static Styles styles(LeaderboardService service, LeaderboardRequest request) {
        try {
            Leaderboard board = service.leaderboard(request);
            List<Leaderboard.EffectRow> effects = board.effects().stream()
                    .filter(effect -> !effect.name().equals(Effect.POSITION)
                            && !effect.name().startsWith(Effect.TIE))
                    .toList();
            return new Styles(board.method(), effects.isEmpty() ? "There are no votes yet." : null, effects);
        } catch (UsageException e) {
            return new Styles(request.fitting().method(), String.valueOf(e.getMessage()), List.of());
        }
    }
}
