package dev.arena.core.explore;

import dev.arena.core.explore.ContestantView.Part;
import dev.arena.core.explore.ContestantView.SelfPreference;
import dev.arena.core.leaderboard.Families;
import dev.arena.core.leaderboard.Jury;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of one contestant. */
final class ContestantPage {
    private static final int MOST_PARTS = 12;
    private static final int SHOWN = 5;

    private final ArenaStore store;
    private final LeaderboardService service;
    private final MatchupIndex index;
    private final LeaderboardRequest usual = LeaderboardRequest.forDatabase();
    private final Leaderboard board;
    private final Strengths strengths;
    private final Entries entries;

    ContestantPage(ArenaStore store, LeaderboardService service, MatchupIndex index) {
        this.store = store;
        this.service = service;
        this.index = index;
        this.board = service.leaderboard(usual);
        this.strengths = new Strengths(board, index.contestants());
        this.entries = new Entries(index, strengths);
    }

    ContestantView view(Contestant contestant) {
        List<Matchup> own = index.all().stream()
                .filter(matchup -> matchup.has(contestant.id()))
                .toList();
        LeaderboardRow row = board.rows().stream()
                .filter(one -> one.modelName().equals(contestant.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(contestant.name() + " is on no row of the table"));
        ContestantView.Standing overall = new Standings(store, board, index.contestants()).standing(row);
        Map<String, Long> categories = counted(own, index::category);
        Map<String, Long> languages = counted(own, index::language);
        int parts = Math.min(MOST_PARTS, categories.size()) + Math.min(MOST_PARTS, languages.size());
        PartDifferences differences = new PartDifferences(board, contestant.name(), parts);
        LengthRates lengths = new LengthRates(store, contestant.id(), own, board.level());
        return new ContestantView(
                contestant.name(),
                contestant.facts(),
                overall.retired(),
                overall.responses(),
                board.provenance().revision(),
                board.level(),
                overall,
                parts(categories, name -> usual.filter().withCategory(name), differences),
                parts(languages, name -> usual.filter().withLanguage(name), differences),
                PartDifferences.levelOf(board.level(), parts).value(),
                surprising(own, contestant.id(), true),
                surprising(own, contestant.id(), false),
                new FailedPrompts(index, contestant.id()).worst(),
                lengths.buckets(),
                lengths.matchups(),
                selfPreference(contestant));
    }

    private static Map<String, Long> counted(List<Matchup> matchups, Function<Matchup, @Nullable String> facet) {
        Map<String, Long> counts = new TreeMap<>();
        for (Matchup matchup : matchups) {
            String value = facet.apply(matchup);
            if (value != null) {
                counts.merge(value, (long) matchup.said.size(), Long::sum);
            }
        }
        return counts;
    }

    private List<Part> parts(
            Map<String, Long> counts, Function<String, VoteFilter> filter, PartDifferences differences) {
        List<String> names = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PARTS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(differences.part(name, service.leaderboard(usual.with(filter.apply(name)))));
        }
        return parts;
    }

    /** A matchup and how little it was expected. */
    private record Surprise(Matchup matchup, double probability) {}

    private List<BattlesView.Entry> surprising(List<Matchup> own, ContestantId contestant, boolean won) {
        List<Surprise> found = new ArrayList<>();
        for (Matchup matchup : own) {
            double least = 1;
            for (Matchup.Said said : matchup.said) {
                Strengths.Upset upset = strengths.upset(said.outcome());
                if (upset != null && upset.isOne() && (won ? upset.winner() : upset.loser()).equals(contestant)) {
                    least = Math.min(least, upset.probability());
                }
            }
            if (least < 1) {
                found.add(new Surprise(matchup, least));
            }
        }
        found.sort(Comparator.comparingDouble(Surprise::probability).thenComparing(surprise -> surprise.matchup().id));
        return found.stream()
                .limit(SHOWN)
                .map(surprise -> entries.entry(surprise.matchup()))
                .toList();
    }

    private @Nullable SelfPreference selfPreference(Contestant contestant) {
        Map<String, String> families = new TreeMap<>();
        for (Contestant one : index.contestants()) {
            String family = one.facts().get("family");
            if (family != null) {
                families.put(one.name(), family);
            }
        }
        String family = families.getOrDefault(contestant.name(), "").strip().toLowerCase(Locale.ROOT);
        Leaderboard judged = service.leaderboard(
                usual.withJudgeReports().with(Jury.NONE.withFamilies(new Families(Map.of(), families, Map.of()))));
        for (Leaderboard.JudgeRow judge : judged.judges()) {
            Leaderboard.SelfPreference own = judge.habits().selfPreference();
            boolean kin = judge.judge().equals(contestant.name())
                    || (own != null && !family.isEmpty() && family.equals(own.family()));
            if (own != null && kin) {
                return new SelfPreference(
                        judge.judge(), own.family(), own.matchups(), own.excess(), own.lower(), own.upper());
            }
        }
        return null;
    }
}
