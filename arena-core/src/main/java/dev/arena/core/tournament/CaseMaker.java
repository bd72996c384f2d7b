package dev.arena.core.tournament;

import dev.arena.core.judge.Hash;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.store.CatalogStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Turns planned battles into what a judge is given. The seed of a case depends on what is asked and on nothing else. */
final class CaseMaker {
    private final long seed;
    private final Map<PromptId, Prompt> prompts = new HashMap<>();
    private final Map<ContestantId, String> names = new HashMap<>();
    private final ResponseCache responses;

    CaseMaker(Plan plan, CatalogStore catalog) {
        this.seed = plan.tournament().seed();
        this.responses = new ResponseCache(catalog);
        for (Prompt prompt : plan.prompts()) {
            prompts.put(prompt.id(), prompt);
        }
        for (Contestant contestant : plan.contestants()) {
            names.put(contestant.id(), contestant.name());
        }
    }

    /** The case of a battle for the judge of that name. */
    JudgeCase make(PlannedBattle battle, String judge) {
        Prompt prompt = prompts.get(battle.prompt());
        if (prompt == null) {
            throw new NoSuchElementException("prompt " + battle.prompt().value() + " is not in the plan");
        }
        List<ResponseText> texts = new ArrayList<>();
        List<String> seated = new ArrayList<>();
        for (Seat seat : battle.seats()) {
            ResponseId response = seat.response();
            String name = names.get(seat.contestant());
            if (response == null || name == null) {
                throw new NoSuchElementException("a seat of " + battle.key() + " is not in the plan");
            }
            texts.add(responses.get(response));
            seated.add(name);
        }
        String where = prompt.key() + "/" + String.join("/", seated) + "/" + battle.repeat();
        long caseSeed = Hash.seed("case", Long.toString(seed), judge, where);
        return JudgeCase.blind(prompt.text(), texts, caseSeed)
                .withContestants(seated)
                .at(prompt.key(), battle.repeat());
    }
}
