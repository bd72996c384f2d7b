package dev.arena.core.board;

import dev.arena.core.board.AgreementView.Pair;
import dev.arena.core.board.TrustView.Check;
import dev.arena.core.canary.CanaryReport;
import dev.arena.core.leaderboard.BoardEvidence;
import dev.arena.core.leaderboard.LeaderboardFactory;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.model.Run;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.CanaryReports;
import dev.arena.ratings.RatingMethod;
import dev.arena.ratings.agreement.CyclicTriples;
import dev.arena.ratings.uncertainty.Fragility;
import dev.arena.ratings.uncertainty.FragilityReport;
import dev.arena.ratings.wording.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checks that take long: they refit the table, compare judges, or read what judges made of canaries. */
final class SlowChecks {
    private static final long LIMIT_VOTES = 10;
    private static final double LIMIT_SHARE = 0.01;
    private static final Logger LOG = LoggerFactory.getLogger(SlowChecks.class);
    private static final double LEAST_KAPPA = 0.4;
    private static final long LEAST_COMPARISONS = 30;

    private final ArenaStore store;
    private final BoardEvidence behind;
    private final LeaderboardService service;

    SlowChecks(ArenaStore store, LeaderboardService service, BoardEvidence behind) {
        this.store = store;
        this.behind = behind;
        this.service = service;
    }

    /** By id; each check of its own, so that one that cannot be made takes no other with it. */
    Map<CheckId, Check> all() {
        Map<CheckId, Check> checks = new EnumMap<>(CheckId.class);
        put(checks, CheckId.CYCLES, this::cycles);
        put(checks, CheckId.FRAGILITY, this::fragility);
        put(checks, CheckId.JUDGE_AGREEMENT, this::judgeAgreement);
        put(checks, CheckId.FLIP_RATE, () -> new TrustChecks(behind.board()).flipRate());
        put(checks, CheckId.CANARIES, this::canaries);
        return checks;
    }

    private static void put(Map<CheckId, Check> checks, CheckId id, Supplier<Check> made) {
        Check check;
        // One that fails says so and takes no other with it.
        try {
            check = made.get();
        } catch (RuntimeException e) {
            LOG.warn("the check {} of the leaderboard could not be made", id.word(), e);
            check = Check.notRun(id, TrustPhrase.NOT_COMPUTED.say("why", e.toString()));
        }
        checks.put(id, check);
    }

    private Check check(
            CheckId id, boolean passed, Sentence found, Map<String, @Nullable Double> numbers, List<String> of) {
        return Check.made(
                id,
                passed,
                found,
                new TrustView.Finding(numbers, behind.board().provenance().revision(), of));
    }

    private Check cycles() {
        Circles.Found found = Circles.in(behind);
        CyclicTriples triples = found.triples();
        if (triples.triples() == 0) {
            return Check.notRun(CheckId.CYCLES, TrustPhrase.NO_TRIPLES.say());
        }
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put("triples", (double) triples.triples());
        numbers.put("cyclic", (double) triples.cyclic());
        numbers.put("supported", (double) triples.supported());
        numbers.put("level_each", found.levelEach());
        Set<String> concerned = new TreeSet<>();
        for (CyclicTriples.Triple triple : triples.examples()) {
            List.of(triple.i(), triple.j(), triple.k())
                    .forEach(index -> concerned.add(behind.contestants().get(index)));
        }
        Sentence summary = triples.supported() == 0
                ? TrustPhrase.CIRCLES_BY_CHANCE.say("count", triples.cyclic(), "of", triples.triples())
                : TrustPhrase.CIRCLES.say(
                        "count", triples.cyclic(), "of", triples.triples(), "supported", triples.supported());
        return check(CheckId.CYCLES, triples.supported() == 0, summary, numbers, List.copyOf(concerned));
    }

    private Check fragility() {
        RatingMethod method = LeaderboardFactory.method(behind.request());
        if (method.orderMatters()) {
            return Check.notRun(CheckId.FRAGILITY, TrustPhrase.NOT_FOR_ORDERED_VOTES.say("method", method.name()));
        }
        if (behind.board().scale().own() != null) {
            return Check.notRun(
                    CheckId.FRAGILITY,
                    TrustPhrase.NOT_FOR_OWN_SCALE.say("method", behind.board().method()));
        }
        FragilityReport report;
        try {
            report = Fragility.of(method).first(behind.evidence());
        } catch (IllegalArgumentException e) {
            return Check.notRun(
                    CheckId.FRAGILITY, TrustPhrase.NOT_FOR_METHOD.say("why", String.valueOf(e.getMessage())));
        }
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put(
                "votes", report.votes().isPresent() ? (double) report.votes().getAsLong() : null);
        numbers.put("share", report.share().isPresent() ? report.share().getAsDouble() : null);
        numbers.put("limit_votes", (double) LIMIT_VOTES);
        numbers.put("limit_share", LIMIT_SHARE);
        numbers.put(
                "first_order",
                report.firstOrder().isPresent() ? (double) report.firstOrder().getAsLong() : null);
        numbers.put("searched", (double) report.limit());
        List<String> concerned = new ArrayList<>();
        report.holder().ifPresent(index -> concerned.add(behind.contestants().get(index)));
        report.challenger()
                .ifPresent(index -> concerned.add(behind.contestants().get(index)));
        return switch (report.status()) {
            case NO_CHALLENGER -> Check.notRun(CheckId.FRAGILITY, TrustPhrase.TOO_FEW_RATED.say());
            case NO_FINITE_GAP -> Check.notRun(CheckId.FRAGILITY, TrustPhrase.NO_FINITE_GAP.say());
            case NOT_WITHIN_LIMIT ->
                check(CheckId.FRAGILITY, true, TrustPhrase.FIRM.say("count", report.limit()), numbers, concerned);
            case FLIPS -> flips(report, numbers, concerned);
        };
    }

    private Check flips(FragilityReport report, Map<String, @Nullable Double> numbers, List<String> concerned) {
        long votes = report.votes().orElse(0);
        double share = report.share().orElse(0);
        boolean passed = votes >= LIMIT_VOTES && share >= LIMIT_SHARE;
        Sentence summary = TrustPhrase.FLIPS.say(
                "count", votes, "share", share, "challenger", concerned.get(1), "holder", concerned.get(0));
        return check(CheckId.FRAGILITY, passed, summary, numbers, concerned);
    }

    private Check judgeAgreement() {
        AgreementView agreement = new Agreements(service.copy(), behind.request()).view();
        List<Pair> compared = agreement.comparisons().stream()
                .filter(pair -> pair.reference().equals(Agreements.PEOPLE)
                        && !pair.judge().equals(Agreements.PEOPLE))
                .filter(pair ->
                        pair.comparisons() >= LEAST_COMPARISONS && pair.kappa().value() != null)
                .sorted(Comparator.comparing((Pair pair) -> pair.kappa().value())
                        .thenComparing(Pair::judge))
                .toList();
        if (compared.isEmpty()) {
            return Check.notRun(CheckId.JUDGE_AGREEMENT, TrustPhrase.NOT_SHARED.say("count", LEAST_COMPARISONS));
        }
        Double worst = compared.get(0).kappa().value();
        List<String> failed = compared.stream()
                .filter(pair -> pair.kappa().value() != null && pair.kappa().value() < LEAST_KAPPA)
                .map(Pair::judge)
                .toList();
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put("judges", (double) agreement.judges().size());
        numbers.put("compared", (double) compared.size());
        numbers.put("worst_kappa", worst);
        numbers.put("limit", LEAST_KAPPA);
        numbers.put(
                "people_alpha",
                agreement.comparisons().stream()
                        .filter(pair -> pair.judge().equals(pair.reference()))
                        .flatMap(pair -> Stream.ofNullable(pair.alpha().value()))
                        .findFirst()
                        .orElse(null));
        Sentence summary = TrustPhrase.AGREE.say("count", compared.size(), "failed", failed.size());
        return check(CheckId.JUDGE_AGREEMENT, failed.isEmpty(), summary, numbers, failed);
    }

    private Check canaries() {
        Set<String> runs = behind.request().filter().runs();
        long withCanaries = 0;
        long lines = 0;
        Set<String> failed = new TreeSet<>();
        for (Run run : store.runs().listRuns()) {
            if (!runs.isEmpty() && !runs.contains(run.id().value())) {
                continue;
            }
            List<CanaryReport> reports = CanaryReports.of(store, run);
            withCanaries += reports.stream().anyMatch(CanaryReport::run) ? 1 : 0;
            for (CanaryReport report : reports) {
                lines += report.lines().stream()
                        .filter(line -> line.decided() > 0)
                        .count();
                if (!report.failed().isEmpty()) {
                    failed.add(report.judge());
                }
            }
        }
        if (lines == 0) {
            return Check.notRun(CheckId.CANARIES, TrustPhrase.NO_CANARIES.say());
        }
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        numbers.put("runs", (double) withCanaries);
        numbers.put("lines", (double) lines);
        numbers.put("failed", (double) failed.size());
        Sentence summary = failed.isEmpty()
                ? TrustPhrase.CANARIES_SEEN.say()
                : TrustPhrase.CANARIES_LET_THROUGH.say("count", failed.size());
        return check(CheckId.CANARIES, failed.isEmpty(), summary, numbers, List.copyOf(failed));
    }
}
