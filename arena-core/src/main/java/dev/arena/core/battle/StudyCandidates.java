package dev.arena.core.battle;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.StudySettings;
import dev.arena.core.store.CatalogStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the battles of a study can be made of, read from the catalog at one moment.
 *
 * @param index plain battles
 * @param canaries responses of contestants that must lose, by prompt; a contestant is one by its fact {@code canary}, and takes no
 *     part in plain battles
 * @param items gold battles that the settings list, as far as the catalog holds them
 * @param responses all current responses that the settings mean, also those that no battle is made of
 */
record StudyCandidates(
        CandidateIndex index,
        SortedMap<PromptId, List<ResponseHead>> canaries,
        List<Item> items,
        List<ResponseHead> responses) {
    /** A listed gold battle: the responses in the order listed. */
    record Item(PromptId prompt, List<ResponseHead> responses, String expected) {}

    private record Answer(PromptId prompt, ContestantId contestant) {}

    /**
     * Reads the catalog.
     *
     * @param withheld what no battle is to be made of
     */
    static StudyCandidates read(CatalogStore catalog, StudySettings settings, Set<ResponseId> withheld) {
        Map<String, PromptId> keys = new HashMap<>();
        SortedMap<PromptId, List<ResponseHead>> plain = new TreeMap<>();
        for (Prompt prompt : catalog.listPrompts()) {
            keys.put(prompt.key(), prompt.id());
            if (passes(prompt, settings.prompts(), plain.size())) {
                plain.put(prompt.id(), new ArrayList<>());
            }
        }
        Map<String, ContestantId> names = new HashMap<>();
        Set<ContestantId> planted = new HashSet<>();
        Set<ContestantId> wanted = new HashSet<>();
        for (Contestant contestant : catalog.listContestants()) {
            names.put(contestant.name(), contestant.id());
            if (contestant.isMarkedCanary()) {
                planted.add(contestant.id());
            } else if (settings.contestants().isEmpty()
                    || settings.contestants().contains(contestant.name())) {
                wanted.add(contestant.id());
            }
        }
        SortedMap<PromptId, List<ResponseHead>> canaries = new TreeMap<>();
        Map<Answer, ResponseHead> answers = new HashMap<>();
        Set<Answer> listed = listed(settings.gold().items(), keys, names);
        List<ResponseHead> meant = new ArrayList<>();
        for (ResponseHead head : catalog.listCurrentResponses()) {
            Answer answer = new Answer(head.prompt(), head.contestant());
            List<ResponseHead> ofPrompt = plain.get(head.prompt());
            boolean isCanary = ofPrompt != null && planted.contains(head.contestant());
            boolean isShown = !withheld.contains(head.id());
            if (ofPrompt != null && wanted.contains(head.contestant())) {
                meant.add(head);
                if (isShown) {
                    ofPrompt.add(head);
                }
            } else if (isCanary || listed.contains(answer)) {
                meant.add(head);
            }
            if (isShown) {
                answers.put(answer, head);
            }
            if (isShown && isCanary) {
                canaries.computeIfAbsent(head.prompt(), prompt -> new ArrayList<>())
                        .add(head);
            }
        }
        List<Item> items = items(settings.gold().items(), keys, names, answers);
        return new StudyCandidates(CandidateIndex.of(settings.k(), plain), canaries, items, List.copyOf(meant));
    }

    /** Whose responses the listed gold battles show. */
    private static Set<Answer> listed(
            List<StudySettings.Gold.Item> items, Map<String, PromptId> keys, Map<String, ContestantId> names) {
        Set<Answer> listed = new HashSet<>();
        for (StudySettings.Gold.Item item : items) {
            for (String name : item.responses()) {
                PromptId prompt = keys.get(item.prompt());
                ContestantId contestant = names.get(name);
                if (prompt != null && contestant != null) {
                    listed.add(new Answer(prompt, contestant));
                }
            }
        }
        return listed;
    }

    private static boolean passes(Prompt prompt, StudySettings.Prompts wanted, int taken) {
        return !prompt.text().turns().isEmpty()
                && (wanted.limit() == null || taken < wanted.limit())
                && wanted.passes(prompt);
    }

    private static List<Item> items(
            List<StudySettings.Gold.Item> listed,
            Map<String, PromptId> keys,
            Map<String, ContestantId> names,
            Map<Answer, ResponseHead> answers) {
        List<Item> items = new ArrayList<>();
        for (StudySettings.Gold.Item item : listed) {
            PromptId prompt = keys.get(item.prompt());
            List<ResponseHead> heads = new ArrayList<>();
            for (String name : item.responses()) {
                ContestantId contestant = names.get(name);
                ResponseHead head =
                        prompt == null || contestant == null ? null : answers.get(new Answer(prompt, contestant));
                if (head != null) {
                    heads.add(head);
                }
            }
            if (prompt != null && heads.size() == item.responses().size()) {
                items.add(new Item(prompt, List.copyOf(heads), item.expected()));
            }
        }
        return items;
    }
}
