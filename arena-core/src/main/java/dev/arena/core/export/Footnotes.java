package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What stands under a table for people, in plain sentences: method, interval, votes, exclusions, effects, judges, warnings. */
final class Footnotes {
    private static final int EFFECT_DECIMALS = 3;

    private Footnotes() {}

    /** One sentence or two a line, without any markup; always at least one line. */
    static List<String> lines(Leaderboard board) {
        List<String> lines = new ArrayList<>();
        if (board.provenance().simulated()) {
            lines.add(
                    "SIMULATED: votes of a scripted judge are among these; the table says nothing about the contestants.");
        }
        lines.add(method(board));
        lines.add(votes(board));
        if (StyleColumns.areIn(board)) {
            lines.add(StyleColumns.NOTE);
        }
        if (board.jury() != null) {
            lines.add(jury(board.jury()));
        }
        for (Leaderboard.EffectRow effect : board.effects()) {
            lines.add(effect(board, effect));
        }
        for (Leaderboard.JudgeRow judge : board.judges()) {
            lines.add(judge(board, judge));
        }
        for (Leaderboard.Warning warning : board.warnings()) {
            lines.add("Warning (" + warning.code() + "): " + warning.message());
        }
        return lines;
    }

    /** The interval as a column heading: {@code 95 % CI (sandwich)}. */
    static String intervalHeading(Leaderboard board) {
        return Rounded.percent(board.level()) + " % CI";
    }

    private static String method(Leaderboard board) {
        StringBuilder text = new StringBuilder("Method ").append(board.method());
        text.append(", ")
                .append(Rounded.percent(board.level()))
                .append(" % intervals (")
                .append(board.ciMethod())
                .append("), rank ranges by ")
                .append(board.rankMethod())
                .append("; fit ")
                .append(board.fit().status())
                .append('.');
        if (board.scale().own() != null) {
            text.append(" Scale: ").append(board.scale().own());
            text.append(board.scale().own().endsWith(".") ? "" : ".");
        }
        text.append(scale(board.scale()));
        List<String> settings = new ArrayList<>();
        for (Map.Entry<String, String> setting : board.settings().entrySet()) {
            settings.add(setting.getKey() + "=" + setting.getValue());
        }
        return text + " Settings: " + String.join(", ", settings) + ".";
    }

    /** Said where it is not the usual one, since the numbers cannot be read or made again without it. */
    private static String scale(Leaderboard.Scale scale) {
        boolean usual = Objects.equals(scale.center(), 1000.0) && Objects.equals(scale.spread(), 400.0);
        if (scale.own() != null || (usual && scale.anchor() == null)) {
            return "";
        }
        String anchor = scale.anchor() == null
                ? ""
                : ", anchor " + scale.anchor() + " (errors are those of the distance to the mean, not to the anchor)";
        return " Scale: center " + scale.center() + ", " + scale.spread() + " points for odds of " + scale.base()
                + " to 1" + anchor + ".";
    }

    private static String votes(Leaderboard board) {
        StringBuilder text = new StringBuilder("Votes: ").append(board.voteCount());
        List<String> excluded = new ArrayList<>();
        board.excluded().forEach((reason, count) -> {
            if (count > 0) {
                excluded.add(count + " " + reason);
            }
        });
        if (!excluded.isEmpty()) {
            text.append(" (left out: ").append(String.join(", ", excluded)).append(')');
        }
        return text + "; sha256 " + board.provenance().votesSha256().substring(0, 12) + "; arena "
                + board.provenance().version() + ".";
    }

    private static String jury(Leaderboard.JuryRow jury) {
        List<String> members = new ArrayList<>();
        for (Leaderboard.JuryMember member : jury.members()) {
            String reliability = member.accuracy() == null
                    ? ""
                    : ", accuracy " + share(member.accuracy()) + ", position "
                            + Rounded.number(member.position(), EFFECT_DECIMALS) + " log-odds (estimated)";
            members.add(member.judge() + " (" + member.votes() + " votes" + reliability + ")");
        }
        String worth = jury.effectiveJudges() == null
                ? ""
                : " They are worth at least " + Rounded.number(jury.effectiveJudges(), 1) + " independent judges.";
        return "Jury by " + jury.rule() + ": " + jury.verdicts() + " verdicts from " + jury.votes() + " votes, "
                + jury.inconclusive() + " inconclusive (ties), " + jury.missing() + " votes missing; members "
                + String.join(", ", members) + "." + worth;
    }

    private static String effect(Leaderboard board, Leaderboard.EffectRow effect) {
        if (effect.estimate() == null) {
            return "Effect " + effect.name() + ", judge " + effect.judge() + ": no finite estimate.";
        }
        String interval = effect.lower() == null
                ? ""
                : " [" + Rounded.number(effect.lower(), EFFECT_DECIMALS) + ", "
                        + Rounded.number(effect.upper(), EFFECT_DECIMALS) + "] ("
                        + Rounded.percent(board.level()) + " %)";
        return "Effect " + effect.name() + ", judge " + effect.judge() + ": "
                + Rounded.number(effect.estimate(), EFFECT_DECIMALS) + interval + " log-odds" + points(effect);
    }

    /** What an effect is worth; a tie parameter is no gap between ratings. */
    private static String points(Leaderboard.EffectRow effect) {
        if (effect.points() == null) {
            return ".";
        }
        String what = effect.name().equals("position") ? "the first position" : "a difference of usual size";
        return ", " + Rounded.number(effect.points(), 1) + " points for " + what + ".";
    }

    private static String judge(Leaderboard board, Leaderboard.JudgeRow judge) {
        Leaderboard.Share held = judge.consistency();
        String p = judge.mcNemarP() == null ? "" : String.format(Locale.ROOT, "; McNemar p %.2g", judge.mcNemarP());
        return "Judge " + judge.judge() + ", " + judge.pairs() + " matchups in both orders: verdict held in "
                + share(held.value()) + " [" + share(held.lower()) + ", " + share(held.upper()) + "] ("
                + Rounded.percent(board.level()) + " %), changed for the first position in "
                + share(judge.firstBias().value()) + " and for the second in "
                + share(judge.secondBias().value()) + ", flipped in "
                + share(judge.flipRate().value()) + p + ".";
    }

    private static String share(double value) {
        return Rounded.number(100 * value, 1) + " %";
    }
}
