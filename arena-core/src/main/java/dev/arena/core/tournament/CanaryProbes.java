package dev.arena.core.tournament;

import dev.arena.core.canary.Canary;
import dev.arena.core.canary.CanaryBattery;
import dev.arena.core.canary.CanaryContestants;
import dev.arena.core.canary.CanaryKind;
import dev.arena.core.judge.Hash;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import dev.arena.core.store.CatalogStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The canaries of a tournament as questions for its judges: the same for every judge, in both orders. Judges that know the contestants
 * or repeat what others said cannot be put to this test.
 */
public final class CanaryProbes implements ProbeSource {
    private static final Set<JudgeKind> TESTED = Set.of(JudgeKind.LLM, JudgeKind.COMMAND, JudgeKind.METRIC);
    private static final int PAIR = 2;

    @Override
    public List<PlannedProbe> probes(Plan plan, String judge, CatalogStore catalog) {
        Tournament tournament = plan.tournament();
        JudgeSetup setup = tournament.judges().stream()
                .filter(known -> known.identity().name().equals(judge))
                .findFirst()
                .orElseThrow();
        boolean tested =
                TESTED.contains(setup.identity().kind()) && setup.seats().holds(PAIR);
        if (tournament.canaries().prompts() == 0 || !tested) {
            return List.of();
        }
        String seed = Long.toString(tournament.seed());
        Map<String, PromptId> ids = new HashMap<>();
        plan.prompts().forEach(prompt -> ids.put(prompt.key(), prompt.id()));
        CanaryBattery battery = new CanaryBattery(tournament.canaries(), new Answers(plan, catalog)::find);
        List<PlannedProbe> probes = new ArrayList<>();
        for (Canary canary : battery.plant(
                plan.prompts(), Comparator.comparing((Prompt prompt) -> Hash.of("canary", seed, prompt.key())))) {
            if (canary.kind() != CanaryKind.ALIASES || setup.labelsPositions()) {
                probes.add(probe(canary, ids.get(canary.promptKey()), Hash.seed("canary", seed, judge, canary.key())));
            }
        }
        return probes;
    }

    private static PlannedProbe probe(Canary canary, @Nullable PromptId prompt, long seed) {
        JudgeCase plain = JudgeCase.blind(canary.prompt(), canary.responses(), seed);
        return new PlannedProbe(
                canary.key(),
                canary.kind().word(),
                prompt,
                canary.kind() == CanaryKind.ALIASES ? plain.withLabelsExchanged() : plain,
                canary.shown(),
                canary.expected());
    }

    /** Honest answers of contestants, for prompts without a reference. */
    private static final class Answers {
        private final Plan plan;
        private final CatalogStore catalog;
        private final Map<PromptId, Map<ContestantId, ResponseId>> heads = new HashMap<>();
        private final Set<String> canaries;

        Answers(Plan plan, CatalogStore catalog) {
            this.plan = plan;
            this.catalog = catalog;
            this.canaries = CanaryContestants.of(catalog).keySet();
            for (ResponseHead head : catalog.listCurrentResponses()) {
                heads.computeIfAbsent(head.prompt(), id -> new HashMap<>()).put(head.contestant(), head.id());
            }
        }

        /** The longest response to a prompt, since it is the least likely to be cut off or empty. */
        Optional<CanaryBattery.Honest> find(Prompt prompt) {
            Map<ContestantId, ResponseId> there = heads.getOrDefault(prompt.id(), Map.of());
            Map<ResponseId, Response> texts = catalog.getResponses(there.values());
            List<CanaryBattery.Honest> honest = new ArrayList<>();
            for (Contestant contestant : plan.contestants()) {
                ResponseId id = there.get(contestant.id());
                Response response = id == null ? null : texts.get(id);
                if (response != null && !canaries.contains(contestant.name())) {
                    honest.add(new CanaryBattery.Honest(contestant.name(), response.text()));
                }
            }
            return honest.stream()
                    .max(Comparator.comparingLong((CanaryBattery.Honest one) -> length(one.text()))
                            .thenComparing(CanaryBattery.Honest::source));
        }

        private static long length(ResponseText text) {
            return text.turns().stream().mapToLong(String::length).sum();
        }
    }
}
