package dev.arena.core.agreement;

import dev.arena.core.agreement.ExamAnswer.Choice;
import dev.arena.core.exchange.GoldPair;
import dev.arena.core.judge.Hash;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.CatalogStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An exam as a tournament of two stand-ins: the first responses of all gold pairs meet the second ones, so that log, resume, budget,
 * retries and both orders are those of every run. It has a database of its own; gold pairs never stand beside rated responses.
 */
public final class Exam {
    /** Who gave all first responses. */
    public static final String FIRST = "response-a";

    /** Who gave all second responses. */
    public static final String SECOND = "response-b";

    private final Map<String, ExamItem> items;

    private Exam(Map<String, ExamItem> items) {
        this.items = items;
    }

    /**
     * Stores gold pairs; what is stored already stays as it is.
     *
     * @param answers where responses are that a pair only names
     * @throws InputException if a response is not there, or equal pairs have different labels
     */
    public static Exam store(List<GoldPair> pairs, CatalogStore answers, ArenaStore store) {
        Lookup lookup = new Lookup(answers);
        Map<String, ExamItem> items = new LinkedHashMap<>();
        List<CatalogBatch.NewPrompt> prompts = new ArrayList<>();
        List<CatalogBatch.NewResponse> responses = new ArrayList<>();
        for (GoldPair pair : pairs) {
            GoldPair.Shown shown = lookup.shown(pair);
            String key = "gold-"
                    + Hash.of(
                            shown.prompt().toString(),
                            shown.first().sha256(),
                            shown.second().sha256());
            String category = pair.category() == null ? shown.prompt().category() : pair.category();
            ExamItem before = items.put(key, new ExamItem(key, pair.label(), category));
            if (before != null && before.label() != pair.label()) {
                throw invalid(
                        pair, pair.label().toString(), "the label that the same pair has above: " + before.label());
            }
            CatalogBatch.Origin origin = new CatalogBatch.Origin(pair.file(), pair.line());
            prompts.add(new CatalogBatch.NewPrompt(origin, key, shown.prompt()));
            responses.add(new CatalogBatch.NewResponse(origin, key, FIRST, shown.first()));
            responses.add(new CatalogBatch.NewResponse(origin, key, SECOND, shown.second()));
        }
        var unused = store.catalog().apply(new CatalogBatch(List.of(), prompts, responses));
        return new Exam(items);
    }

    /** Keys of the prompts, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(items.keySet());
    }

    private static InputException invalid(GoldPair pair, String found, String allowed) {
        return new InputException(new InputProblem(pair.file(), pair.line(), "label", found, allowed, ""));
    }

    /** What the judges of a run answered; the newest answer where one was asked again. */
    public List<ExamAnswer> answers(ArenaStore store, RunId run) {
        Map<PromptId, ExamItem> byPrompt = new HashMap<>();
        for (Prompt prompt : store.catalog().listPrompts()) {
            ExamItem item = items.get(prompt.key());
            if (item != null) {
                byPrompt.put(prompt.id(), item);
            }
        }
        Map<ContestantId, Contestant> contestants = store.catalog().contestantsById();
        Map<String, Map<BattleId, ExamAnswer>> answers = new TreeMap<>();
        store.votes().scan(new VoteId(0), cast -> {
            Battle battle = cast.battle();
            PromptId prompt = battle.draft().prompt();
            ExamItem item = prompt == null ? null : byPrompt.get(prompt);
            Contestant first = contestants.get(battle.seats().get(0).contestant());
            boolean ofRun = run.equals(battle.draft().origin().run());
            if (item != null && first != null && ofRun && cast.judge().kind() != JudgeKind.RULE) {
                answers.computeIfAbsent(cast.judge().name(), name -> new LinkedHashMap<>())
                        .put(battle.id(), answer(cast, item, first.name().equals(FIRST)));
            }
        });
        List<ExamAnswer> all = new ArrayList<>();
        answers.values().forEach(ofJudge -> all.addAll(ofJudge.values()));
        return all;
    }

    private static ExamAnswer answer(CastVote cast, ExamItem item, boolean firstShown) {
        Choice label = switch (item.label()) {
            case FIRST -> Choice.FIRST;
            case SECOND -> Choice.SECOND;
            case TIE -> Choice.TIE;
        };
        Verdict verdict = cast.vote().verdict();
        if (!verdict.decides()) {
            return new ExamAnswer(item.key(), cast.judge().name(), firstShown, null, label, item.category());
        }
        double first = score(verdict);
        Choice decision = Choice.TIE;
        if (first != Said.TIE) {
            decision = (first > Said.TIE) == firstShown ? Choice.FIRST : Choice.SECOND;
        }
        return new ExamAnswer(item.key(), cast.judge().name(), firstShown, decision, label, item.category());
    }

    /** Of the first position. */
    private static double score(Verdict verdict) {
        if (verdict instanceof Verdict.Preference preference) {
            return preference.first();
        }
        if (verdict instanceof Verdict.Ranking ranking) {
            return 0.5
                    + 0.5
                            * Integer.compare(
                                    ranking.ranks().get(1), ranking.ranks().get(0));
        }
        return Said.TIE;
    }

    /** Finds the texts of pairs that are only named. */
    private static final class Lookup {
        private final CatalogStore catalog;
        private final Map<String, Map<String, ResponseHead>> heads = new HashMap<>();

        Lookup(CatalogStore catalog) {
            this.catalog = catalog;
            Map<ContestantId, Contestant> contestants = catalog.contestantsById();
            Map<PromptId, String> keys = new HashMap<>();
            catalog.listPrompts().forEach(prompt -> keys.put(prompt.id(), prompt.key()));
            for (ResponseHead head : catalog.listCurrentResponses()) {
                String key = keys.get(head.prompt());
                Contestant contestant = contestants.get(head.contestant());
                if (key != null && contestant != null) {
                    heads.computeIfAbsent(key, any -> new HashMap<>()).put(contestant.name(), head);
                }
            }
        }

        GoldPair.Shown shown(GoldPair pair) {
            if (pair.content() instanceof GoldPair.Shown shown) {
                return shown;
            }
            GoldPair.Named named = (GoldPair.Named) pair.content();
            PromptText prompt = catalog.findPrompt(named.prompt())
                    .orElseThrow(() -> missing(pair, "prompt_id", named.prompt(), "a prompt of the database"))
                    .text();
            return new GoldPair.Shown(prompt, text(pair, named, named.first()), text(pair, named, named.second()));
        }

        private ResponseText text(GoldPair pair, GoldPair.Named named, String contestant) {
            ResponseHead head = heads.getOrDefault(named.prompt(), Map.of()).get(contestant);
            Response response = head == null
                    ? null
                    : catalog.getResponses(List.of(head.id())).get(head.id());
            if (response == null) {
                throw missing(pair, "model_a or model_b", contestant, "a model with a response to " + named.prompt());
            }
            return response.text();
        }

        private static InputException missing(GoldPair pair, String field, String found, String allowed) {
            return new InputException(new InputProblem(
                    pair.file(),
                    pair.line(),
                    field,
                    found,
                    allowed,
                    "'arena import' reads prompts and responses; --db names the database."));
        }
    }
}
