package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands under a table for people, in plain sentences: method, interval, votes, exclusions, effects, judges, warnings. */
final class Footnotes {
    private static final int EFFECT_DECIMALS = 3;

    private Footnotes() {}

    /** One sentence or two a line, without any markup; always at least one line. */
    static List<String> lines(Leaderboard board) {
        List<String> lines = new ArrayList<>();
        if (board.provenance().simulated()) {
            lines.add("SIMULATED: votes of a scripted judge are among these; the table says nothing about the"
                    + " contestants.");
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
            lines.addAll(judge(board, judge));
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

    private static List<String> judge(Leaderboard board, Leaderboard.JudgeRow judge) {
        List<String> lines = new ArrayList<>();
        Leaderboard.Share held = judge.consistency();
        if (held != null) {
            String p = judge.mcNemarP() == null ? "" : String.format(Locale.ROOT, "; McNemar p %.2g", judge.mcNemarP());
            lines.add("Judge " + judge.judge() + ", " + judge.pairs() + " matchups in both orders: verdict held in "
                    + share(held, board) + ", changed for the first position in " + share(judge.firstBias())
                    + " and for the second in " + share(judge.secondBias()) + ", flipped in "
                    + share(judge.flipRate()) + p + ".");
        }
        Leaderboard.Habits habits = judge.habits();
        if (habits.votes() > 0 || !habits.abstentions().isEmpty()) {
            lines.add("Judge " + judge.judge() + ", " + habits.votes() + " verdicts: " + share(habits.tieRate())
                    + " ties, " + share(habits.bothBadRate()) + " both bad" + first(board, habits)
                    + longer(board, habits)
                    + own(board, habits) + abstentions(habits) + ".");
        }
        return lines;
    }

    private static String first(Leaderboard board, Leaderboard.Habits habits) {
        return habits.firstRate() == null
                ? ""
                : "; the first position won " + share(habits.firstRate(), board) + " of the decisive ones";
    }

    private static String longer(Leaderboard board, Leaderboard.Habits habits) {
        return habits.longerRate() == null
                ? ""
                : "; the longer response won " + share(habits.longerRate(), board) + " of " + habits.longerOf();
    }

    private static String own(Leaderboard board, Leaderboard.Habits habits) {
        Leaderboard.SelfPreference own = habits.selfPreference();
        if (own == null) {
            return "";
        }
        String interval = own.lower() == null
                ? ""
                : " [" + Rounded.number(own.lower(), EFFECT_DECIMALS) + ", "
                        + Rounded.number(own.upper(), EFFECT_DECIMALS) + "] (" + Rounded.percent(board.level()) + " %)";
        return "; gives its own " + Rounded.number(own.excess(), EFFECT_DECIMALS) + interval
                + " more than others do on " + own.matchups() + " matchups";
    }

    private static String abstentions(Leaderboard.Habits habits) {
        List<String> reasons = new ArrayList<>();
        for (Leaderboard.AbstentionRow row : habits.abstentions()) {
            reasons.add(row.count() + " " + row.reason());
        }
        return reasons.isEmpty() ? "" : "; abstained: " + String.join(", ", reasons);
    }

    /** A share, or a dash. */
    private static String share(Leaderboard.@Nullable Share share) {
        return share == null ? "–" : share(share.value());
    }

    private static String share(Leaderboard.Share share, Leaderboard board) {
        return share(share.value()) + " [" + share(share.lower()) + ", " + share(share.upper()) + "] ("
                + Rounded.percent(board.level()) + " %)";
    }

    private static String share(double value) {
        return Rounded.number(100 * value, 1) + " %";
    }
}
